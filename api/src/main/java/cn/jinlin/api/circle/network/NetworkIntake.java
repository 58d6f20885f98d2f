package cn.jinlin.api.circle.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;

import cn.jinlin.api.facility.FacilityFeed;
import cn.jinlin.search.walk.AttachedFacilities;
import cn.jinlin.search.walk.RoadOffset;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkProfile;
import cn.jinlin.search.walk.osm.NetworkReport;
import cn.jinlin.search.walk.osm.OsmNetwork;
import cn.jinlin.search.walk.osm.OsmOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Takes an OpenStreetMap extract as the district's walking network. The network in use goes on answering until the new
/// one stands whole in the record.
@Service
public class NetworkIntake {

    private static final String OPENSTREETMAP = "© OpenStreetMap contributors";
    /// Below this share of facilities within the network's bounds, the extract is of somewhere else.
    private static final double FOREIGN = 0.05;
    private static final int FEWEST_FACILITIES = 20;

    private final WalkNetworks networks;
    private final FacilityFeed feed;
    private final JsonMapper json;

    NetworkIntake(WalkNetworks networks, FacilityFeed feed, JsonMapper json) {
        this.networks = networks;
        this.feed = feed;
        this.json = json;
    }

    /// @param attribution to whom the map is owed; OpenStreetMap's contributors when null
    /// @param includePrivate whether ways for residents alone belong to the network
    /// @param anyway take it also when it is of somewhere else than the facilities
    public record Options(@Nullable String attribution, boolean includePrivate, boolean anyway, boolean dryRun) {}

    /// What came of an import.
    ///
    /// @param version the network taken into use; empty on a dry run
    /// @param facilities how many have a recorded place
    /// @param attached how many of them have a path within 100 m
    /// @param shift how facilities lie to the roads their addresses name, where enough of them tell
    public record Outcome(Optional<WalkNetworkVersion> version, NetworkReport report, int facilities, int attached,
            Optional<RoadOffset.Shift> shift) {}

    /// The extract is of somewhere else.
    public static final class ForeignNetworkException extends RuntimeException {

        private final transient WalkNetwork.Bounds bounds;

        ForeignNetworkException(WalkNetwork.Bounds bounds) {
            super("The extract covers " + bounds + ", where hardly any facility lies");
            this.bounds = bounds;
        }

        public WalkNetwork.Bounds bounds() {
            return bounds;
        }
    }

    /// @param progress told the share of the file that is read
    /// @throws cn.jinlin.search.walk.osm.NetworkRefusedException when no network can be made of the file
    /// @throws ForeignNetworkException when it is of somewhere else
    public Outcome run(Path file, Options options, DoubleConsumer progress) {
        OsmNetwork read = read(file, options, progress);
        var counts = count(read.network());
        if (counts.facilities >= FEWEST_FACILITIES && counts.inside < FOREIGN * counts.facilities
                && !options.anyway()) {
            throw new ForeignNetworkException(read.report().bounds());
        }
        Optional<RoadOffset.Shift> shift = shift(read.network());
        Optional<WalkNetworkVersion> version = options.dryRun()
                ? Optional.empty()
                : Optional.of(networks.add(read.network(), read.compounds(), String.valueOf(file.getFileName()),
                        options.attribution() == null ? OPENSTREETMAP : options.attribution(),
                        json.writeValueAsString(new Kept(counts.share(), read.report()))));
        return new Outcome(version, read.report(), counts.facilities, counts.attached, shift);
    }

    /// The network in use and the facilities there are now.
    ///
    /// @param facilities how many have a recorded place
    /// @param attached how many of them have a path within 100 m
    public record InUse(WalkNetworkVersion version, int facilities, int attached) {}

    /// Looks over the network in use. Attaches every facility anew, which takes a second for a hundred thousand.
    ///
    /// @return empty where there is none and walks are estimates
    public Optional<InUse> examine() {
        return networks.findInUse().map(version -> {
            var counts = count(networks.load(version.version()));
            return new InUse(version, counts.facilities, counts.attached);
        });
    }

    /// How the facilities there are lie to the roads of the network in use.
    public Optional<RoadOffset.Shift> shiftInUse() {
        return networks.findInUse().flatMap(version -> shift(networks.load(version.version())));
    }

    private record Kept(@Nullable Double attachedShare, NetworkReport read) {}

    private static OsmNetwork read(Path file, Options options, DoubleConsumer progress) {
        var osm = new OsmOptions(options.includePrivate(), OsmOptions.DEFAULT_MIN_ISLAND_NODES,
                OsmOptions.DEFAULT_MAX_REFERENCES);
        try {
            return OsmNetwork.read(file, osm, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static final class Counts {
        private int facilities;
        private int inside;
        private int attached;

        @Nullable
        Double share() {
            return facilities == 0 ? null : attached / (double) facilities;
        }
    }

    private Counts count(WalkNetwork network) {
        var counts = new Counts();
        WalkNetwork.Bounds bounds = network.bounds().orElseThrow();
        feed.tell(FacilityFeed.BEGINNING, place -> {
            if (place.location() != null) {
                counts.facilities++;
                counts.inside += bounds.contains(place.location()) ? 1 : 0;
                counts.attached += network.attach(place.location(), WalkProfile.ADULT, AttachedFacilities.MAX_METRES)
                        .isPresent() ? 1 : 0;
            }
        });
        return counts;
    }

    private Optional<RoadOffset.Shift> shift(WalkNetwork network) {
        var offset = new RoadOffset(network);
        feed.tellAddresses(offset::look);
        return offset.shift();
    }
}
