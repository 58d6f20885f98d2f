package cn.jinlin.api.circle.coverage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

import cn.jinlin.api.circle.coverage.home.Homes;
import cn.jinlin.api.circle.network.Walkers;
import cn.jinlin.api.facility.FacilityCategory;
import cn.jinlin.api.facility.FacilityFeed;
import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkProfile;

/// One network and the homes on it, with the coverage of whatever has been asked for lately. When the network or a home
/// changes, another takes its place.
final class CoverageGround {

    private final WalkNetwork network;
    private final long revision;
    private final Homes homes;
    private final HomeSquares squares;
    private final Walkers walkers;
    private final Standards standards;
    private final int mostKept;
    /// The rest of the machine is for those who ask for less.
    private final Semaphore working = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    private final List<Footing> footings = new ArrayList<>();
    /// Least lately asked first.
    private final Map<Asked, CategoryCoverage> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Asked(FacilityCategory category, Walker walker) {}

    private record Footing(WalkProfile profile, HomesOnFoot homes) {}

    /// @param revision of the homes
    /// @param megabytes for what is kept
    CoverageGround(WalkNetwork network, long revision, Homes homes, Walkers walkers, Standards standards,
            int megabytes) {
        this.network = network;
        this.revision = revision;
        this.homes = homes;
        this.walkers = walkers;
        this.standards = standards;
        squares = HomeSquares.of(homes);
        long each = Math.max(1, CategoryCoverage.BYTES_PER_NODE * network.nodes());
        mostKept = Math.clamp(((long) megabytes << 20) / each, 1, 100_000);
    }

    Homes homes() {
        return homes;
    }

    HomeSquares squares() {
        return squares;
    }

    boolean isOn(WalkNetwork other) {
        return network == other;
    }

    long revision() {
        return revision;
    }

    /// The coverage of a category, kept for the next who asks.
    CategoryCoverage of(FacilityCategory category, Walker walker) {
        var asked = new Asked(category, walker);
        synchronized (kept) {
            CategoryCoverage known = kept.get(asked);
            if (known != null) {
                return known;
            }
        }
        CategoryCoverage fresh = begin(asked);
        synchronized (kept) {
            CategoryCoverage known = kept.putIfAbsent(asked, fresh);
            Iterator<CategoryCoverage> oldest = kept.values().iterator();
            while (kept.size() > mostKept) {
                oldest.next();
                oldest.remove();
            }
            return known == null ? fresh : known;
        }
    }

    /// The same, not kept unless it is already.
    CategoryCoverage aside(FacilityCategory category, Walker walker) {
        var asked = new Asked(category, walker);
        synchronized (kept) {
            // Not what the next who asks is served by: its age stays.
            for (Map.Entry<Asked, CategoryCoverage> each : kept.entrySet()) {
                if (each.getKey().equals(asked)) {
                    return each.getValue();
                }
            }
        }
        return begin(asked);
    }

    /// Does now what the first who asks would wait for.
    void attachHomes() {
        walkers.list().forEach(this::attached);
    }

    /// For how many kinds of profile homes are attached.
    int attachedFor() {
        synchronized (footings) {
            return footings.size();
        }
    }

    /// How many are kept.
    int size() {
        synchronized (kept) {
            return kept.size();
        }
    }

    void put(FacilityFeed.Place place) {
        List<CategoryCoverage> all;
        synchronized (kept) {
            all = List.copyOf(kept.values());
        }
        all.forEach(each -> each.put(place));
    }

    private CategoryCoverage begin(Asked asked) {
        WalkProfile profile = walkers.profile(asked.walker());
        return new CategoryCoverage(asked.category(), profile, attached(profile),
                standards.metres(asked.category().tier()), working);
    }

    /// Homes are attached once for all profiles that may use the same edges.
    private HomesOnFoot attached(WalkProfile profile) {
        synchronized (footings) {
            for (Footing known : footings) {
                if (known.profile().attachesLike(profile)) {
                    return known.homes();
                }
            }
            var fresh = new HomesOnFoot(network, homes, squares, new AttachedHomes(network, profile, homes));
            footings.add(new Footing(profile, fresh));
            return fresh;
        }
    }
}
