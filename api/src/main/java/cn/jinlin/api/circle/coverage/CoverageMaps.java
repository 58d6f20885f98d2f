package cn.jinlin.api.circle.coverage;

import java.util.Optional;

import cn.jinlin.api.circle.coverage.home.HomeRecords;
import cn.jinlin.api.circle.network.WalkMaps;
import cn.jinlin.api.circle.network.Walkers;
import cn.jinlin.api.facility.FacilityFeed;
import cn.jinlin.search.walk.WalkNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps this node's coverage equal to the record: follows facilities as they open, close, move or become another kind,
/// and begins anew when the network or the homes have changed. Homes are attached to a network as soon as it is in use,
/// and until then whoever asks is served by the one before.
@Component
class CoverageMaps {

    private final WalkMaps maps;
    private final HomeRecords homes;
    private final FacilityFeed feed;
    private final Walkers walkers;
    private final Standards standards;
    private final CoverageProperties properties;
    private volatile @Nullable CoverageGround ground;
    private String toldUpTo = FacilityFeed.BEGINNING;

    CoverageMaps(WalkMaps maps, HomeRecords homes, FacilityFeed feed, Walkers walkers, Standards standards,
            CoverageProperties properties) {
        this.maps = maps;
        this.homes = homes;
        this.feed = feed;
        this.walkers = walkers;
        this.standards = standards;
        this.properties = properties;
    }

    /// The ground as it is at this moment; empty while no network or no homes are known.
    Optional<CoverageGround> current() {
        return maps.current().network().map(this::on).filter(known -> known.homes().size() > 0);
    }

    private CoverageGround on(WalkNetwork network) {
        CoverageGround known = ground;
        return known == null ? first(network) : known;
    }

    private synchronized CoverageGround first(WalkNetwork network) {
        CoverageGround known = ground;
        if (known == null) {
            known = begin(network);
            ground = known;
        }
        return known;
    }

    private CoverageGround begin(WalkNetwork network) {
        // In this order, so that what changes meanwhile is heard of afterwards.
        toldUpTo = feed.now();
        long revision = homes.revision();
        return new CoverageGround(network, revision, homes.load(), walkers, standards, properties.megabytes());
    }

    /// Looks whether the record has changed, and follows.
    synchronized boolean look() {
        CoverageGround known = ground;
        ground = maps.current().network().map(network -> follow(known, network)).orElse(null);
        return true;
    }

    private CoverageGround follow(@Nullable CoverageGround known, WalkNetwork network) {
        // Before it is looked who listens: whoever begins to listen after that reads a later record.
        String now = feed.now();
        if (known == null || !known.isOn(network) || known.revision() != homes.revision()) {
            CoverageGround fresh = begin(network);
            // Whoever asks meanwhile is still served by what is known.
            fresh.attachHomes();
            return fresh;
        }
        toldUpTo = known.size() > 0 ? feed.tell(toldUpTo, known::put) : now;
        return known;
    }
}
