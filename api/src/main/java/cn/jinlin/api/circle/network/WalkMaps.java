package cn.jinlin.api.circle.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import cn.jinlin.api.facility.FacilitiesChanged;
import cn.jinlin.api.facility.FacilityFeed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps this node's walking map equal to the record: loads a network that came into use beside the one that answers, and
/// follows facilities as they open, move and close.
@Component
public class WalkMaps {

    private static final Logger log = LoggerFactory.getLogger(WalkMaps.class);
    private static final int LOT = 5_000;

    private final WalkNetworks networks;
    private final FacilityFeed feed;
    private final Walkers walkers;
    private volatile @Nullable WalkMap current;
    private String toldUpTo = FacilityFeed.BEGINNING;
    private volatile boolean mustStartOver;

    WalkMaps(WalkNetworks networks, FacilityFeed feed, Walkers walkers) {
        this.networks = networks;
        this.feed = feed;
        this.walkers = walkers;
    }

    /// The map as it is at this moment. Waits only where this node has just started.
    public WalkMap current() {
        WalkMap map = current;
        return map == null ? first() : map;
    }

    /// Looks whether the record has changed, and follows.
    synchronized boolean look() {
        Optional<WalkNetworkVersion> wanted = networks.findInUse();
        WalkMap map = current;
        if (map == null || mustStartOver || !map.version().equals(wanted)) {
            mustStartOver = false;
            current = load(wanted);
        } else {
            toldUpTo = follow(map, toldUpTo);
        }
        return true;
    }

    /// Rows that vanish from the record are in no news; a start from the beginning leaves them behind.
    @EventListener
    void startOverAfterManyChanges(FacilitiesChanged changed) {
        if (changed.ids().isEmpty()) {
            mustStartOver = true;
        }
    }

    private synchronized WalkMap first() {
        if (current == null) {
            look();
        }
        return java.util.Objects.requireNonNull(current);
    }

    private WalkMap load(Optional<WalkNetworkVersion> wanted) {
        long start = System.nanoTime();
        WalkMap fresh = wanted.map(version -> WalkMap.of(version, networks.load(version.version()), walkers.list()))
                .orElseGet(() -> WalkMap.withoutNetwork(walkers.list()));
        toldUpTo = follow(fresh, FacilityFeed.BEGINNING);
        wanted.ifPresent(version -> log.info("Walking network {} ({} nodes) is in use after {} ms", version.version(),
                version.nodes(), (System.nanoTime() - start) / 1_000_000));
        return fresh;
    }

    private String follow(WalkMap map, String since) {
        List<FacilityFeed.Place> lot = new ArrayList<>();
        String upTo = feed.tell(since, place -> {
            lot.add(place);
            if (lot.size() == LOT) {
                map.put(lot);
                lot.clear();
            }
        });
        if (!lot.isEmpty()) {
            map.put(lot);
        }
        return upTo;
    }
}
