package cn.jinlin.search.walk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// The facilities on one network, attached for all profiles that may use the same edges (see
/// [WalkProfile#attachesLike]). Safe for any number of threads: readers take a [#snapshot] and never wait, writers wait
/// for each other.
public final class AttachedFacilities {

    /// How far off every path a facility may lie, in metres.
    public static final double MAX_METRES = 100;

    private final WalkNetwork network;
    private final WalkProfile profile;
    private final double maxMetres;
    private final Map<Long, Attachment> attachments = new ConcurrentHashMap<>();
    private volatile FacilitySnapshot snapshot;

    public AttachedFacilities(WalkNetwork network, WalkProfile profile) {
        this(network, profile, MAX_METRES);
    }

    public AttachedFacilities(WalkNetwork network, WalkProfile profile, double maxMetres) {
        this.network = network;
        this.profile = profile;
        this.maxMetres = maxMetres;
        snapshot = FacilitySnapshot.none(network);
    }

    /// A facility and where its entrance is.
    public record Place(long id, GeoPoint entrance) {}

    /// Adds a facility, or moves it.
    ///
    /// @return where it was attached; empty when it lies too far off every path: then it is in no result
    public Optional<Attachment> put(Place place) {
        putAll(List.of(place));
        return find(place.id());
    }

    /// Adds or moves many; readers see all of them or none.
    public synchronized void putAll(Collection<Place> places) {
        FacilityEdit edit = new FacilityEdit(snapshot);
        for (Place place : places) {
            remove(place.id(), edit);
            network.attach(place.entrance(), profile, maxMetres).ifPresent(at -> {
                edit.add(place.id(), at);
                attachments.put(place.id(), at);
            });
        }
        snapshot = edit.after();
    }

    /// @return whether it was there
    public synchronized boolean remove(long id) {
        FacilityEdit edit = new FacilityEdit(snapshot);
        boolean there = remove(id, edit);
        snapshot = edit.after();
        return there;
    }

    /// Where a facility is attached at this moment.
    public Optional<Attachment> find(long id) {
        return Optional.ofNullable(attachments.get(id));
    }

    /// All facilities as they are at this moment.
    public FacilitySnapshot snapshot() {
        return snapshot;
    }

    private boolean remove(long id, FacilityEdit edit) {
        @Nullable
        Attachment at = attachments.remove(id);
        if (at == null) {
            return false;
        }
        edit.remove(id, at);
        return true;
    }
}
