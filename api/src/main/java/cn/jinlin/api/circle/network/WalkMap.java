package cn.jinlin.api.circle.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import cn.jinlin.api.facility.FacilityFeed;
import cn.jinlin.api.facility.OnFoot.Walk;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.GreatCircle;
import cn.jinlin.search.walk.AttachedFacilities;
import cn.jinlin.search.walk.Attachment;
import cn.jinlin.search.walk.Outline;
import cn.jinlin.search.walk.Reach;
import cn.jinlin.search.walk.ReachedFacilities;
import cn.jinlin.search.walk.Route;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkProfile;
import cn.jinlin.search.walk.Walks;
import org.jspecify.annotations.Nullable;

/// One walking network with the facilities on it, or all facilities without a network. Safe for any number of threads;
/// one of them tells it of changes.
public final class WalkMap {

    /// Off a path by more than this, a walk is an estimate.
    static final double EXACT_METRES = AttachedFacilities.MAX_METRES;
    /// Off every path by more than this, nothing is said.
    static final double FARTHEST_METRES = 1_000;
    /// Ways bend: so much longer than the straight line a walk is taken to be where no path is known.
    static final double DETOUR = 1.3;

    private final @Nullable WalkNetworkVersion version;
    private final @Nullable Walks walks;
    private final List<Footing> classes;

    /// Profiles that may use the same edges share where facilities are attached.
    private static final class Footing {

        private final WalkProfile profile;
        private final @Nullable AttachedFacilities attached;
        private volatile StraightPlaces others = StraightPlaces.NONE;

        Footing(WalkProfile profile, @Nullable WalkNetwork network) {
            this.profile = profile;
            this.attached = network == null ? null : new AttachedFacilities(network, profile, EXACT_METRES);
        }

        void put(Collection<FacilityFeed.Place> changed) {
            Set<Long> ids = new HashSet<>();
            List<AttachedFacilities.Place> there = new ArrayList<>();
            for (FacilityFeed.Place place : changed) {
                ids.add(place.id());
                if (place.location() != null) {
                    there.add(new AttachedFacilities.Place(place.id(), place.location()));
                } else if (attached != null) {
                    attached.remove(place.id());
                }
            }
            if (attached != null) {
                attached.putAll(there);
                there.removeIf(place -> attached.find(place.id()).isPresent());
            }
            others = others.with(ids,
                    there.stream().map(place -> new StraightPlaces.Place(place.id(), place.entrance())).toList());
        }
    }

    private WalkMap(@Nullable WalkNetworkVersion version, @Nullable WalkNetwork network,
            Collection<WalkProfile> profiles) {
        this.version = version;
        this.walks = network == null ? null : new Walks(network);
        List<Footing> distinct = new ArrayList<>();
        for (WalkProfile profile : profiles) {
            if (distinct.stream().noneMatch(known -> known.profile.attachesLike(profile))) {
                distinct.add(new Footing(profile, network));
            }
        }
        this.classes = List.copyOf(distinct);
    }

    /// Without facilities yet.
    ///
    /// @param profiles all that will be asked for
    static WalkMap of(WalkNetworkVersion version, WalkNetwork network, Collection<WalkProfile> profiles) {
        return new WalkMap(version, network, profiles);
    }

    /// Where there is no network: every walk is an estimate.
    static WalkMap withoutNetwork(Collection<WalkProfile> profiles) {
        return new WalkMap(null, null, profiles);
    }

    public Optional<WalkNetworkVersion> version() {
        return Optional.ofNullable(version);
    }

    public Optional<WalkNetwork> network() {
        return Optional.ofNullable(walks).map(Walks::network);
    }

    void put(Collection<FacilityFeed.Place> changed) {
        classes.forEach(each -> each.put(changed));
    }

    /// What was reached.
    ///
    /// @param found nearest first, of equally near ones the smallest id first
    /// @param estimated no path passes within 100 m of the point
    /// @param metresToPath straight from the point to the nearest path, which times count only when estimated
    public record Reached(List<Found> found, boolean estimated, double metresToPath, @Nullable Reach reach) {

        public record Found(long id, Walk walk) {}

        /// For display only.
        public Optional<Outline> outline() {
            return Optional.ofNullable(reach).map(Outline::of);
        }
    }

    /// @param limitTenths the longest walk in tenths of seconds
    /// @return empty when there is a network and no path of it passes within 1,000 m
    public Optional<Reached> reach(GeoPoint from, WalkProfile profile, int limitTenths) {
        Footing like = like(profile);
        List<Reached.Found> found = new ArrayList<>();
        addStraight(from, profile, limitTenths, like.others, found);
        if (walks == null || like.attached == null) {
            return Optional.of(new Reached(inOrder(found), true, 0, null));
        }
        Optional<Attachment> start = walks.network().attach(from, profile, FARTHEST_METRES);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        double toPath = start.get().accessMetres();
        boolean estimated = toPath > EXACT_METRES;
        double access = estimated ? toPath * DETOUR : 0;
        int accessTenths = tenths(access, profile);
        if (accessTenths > limitTenths) {
            return Optional.of(new Reached(inOrder(found), estimated, toPath, null));
        }
        Reach reach = walks.from(start.get(), profile, limitTenths - accessTenths, like.attached.snapshot());
        ReachedFacilities reached = reach.facilities();
        for (int i = 0; i < reached.size(); i++) {
            found.add(new Reached.Found(reached.id(i), new Walk(reached.tenths(i) + accessTenths,
                    (int) Math.round(reached.millimetres(i) / 1000.0 + access), estimated)));
        }
        return Optional.of(new Reached(like.others.size() == 0 ? found : inOrder(found), estimated, toPath, reach));
    }

    /// The fastest walk to a place, both ends within 100 m of a path.
    public Optional<Route> route(GeoPoint from, GeoPoint to, WalkProfile profile, int limitTenths) {
        if (walks == null) {
            return Optional.empty();
        }
        WalkNetwork network = walks.network();
        return network.attach(from, profile, EXACT_METRES)
                .flatMap(start -> network.attach(to, profile, EXACT_METRES)
                        .flatMap(end -> walks.route(start, end, profile, limitTenths)));
    }

    private Footing like(WalkProfile profile) {
        return classes.stream().filter(each -> each.profile.attachesLike(profile)).findFirst().orElseThrow();
    }

    private static void addStraight(GeoPoint from, WalkProfile profile, int limitTenths, StraightPlaces places,
            List<Reached.Found> found) {
        double farthest = limitTenths / 36_000.0 * profile.metresPerHour() / DETOUR;
        places.around(from, farthest, (point, id) -> {
            double metres = GreatCircle.metres(from, point) * DETOUR;
            int tenths = tenths(metres, profile);
            if (tenths <= limitTenths) {
                found.add(new Reached.Found(id, new Walk(tenths, (int) Math.round(metres), true)));
            }
        });
    }

    private static int tenths(double metres, WalkProfile profile) {
        return (int) Math.round(metres * 36_000 / profile.metresPerHour());
    }

    private static List<Reached.Found> inOrder(List<Reached.Found> found) {
        found.sort(Comparator.<Reached.Found>comparingInt(each -> each.walk().tenths())
                .thenComparingLong(Reached.Found::id));
        return found;
    }
}
