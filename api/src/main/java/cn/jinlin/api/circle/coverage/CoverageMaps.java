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
/// and begins anew, at the next ask, when the network or the homes have changed.
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
        return known != null && known.isOn(network) ? known : renew(network);
    }

    private synchronized CoverageGround renew(WalkNetwork network) {
        CoverageGround known = ground;
        if (known == null || !known.isOn(network)) {
            // In this order, so that what changes meanwhile is heard of afterwards.
            toldUpTo = feed.now();
            long revision = homes.revision();
            known = new CoverageGround(network, revision, homes.load(), walkers, standards, properties.megabytes());
            ground = known;
        }
        return known;
    }

    /// Looks whether the record has changed, and follows. Does nothing until somebody has asked.
    synchronized boolean look() {
        CoverageGround known = ground;
        if (known == null) {
            return true;
        }
        // Before it is looked who listens: whoever begins to listen after that reads a later record.
        String now = feed.now();
        if (known.revision() != homes.revision()) {
            ground = null;
        } else if (known.size() > 0) {
            toldUpTo = feed.tell(toldUpTo, known::put);
        } else {
            toldUpTo = now;
        }
        return true;
    }
}
