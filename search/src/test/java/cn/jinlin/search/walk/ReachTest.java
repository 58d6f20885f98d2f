package cn.jinlin.search.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cn.jinlin.search.GeoPoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class ReachTest {

    private static final int MINUTE = 600;
    private static final int SIDE = 40;
    private static final Random RANDOM = new Random(21);
    private static final WalkNetwork NETWORK = RandomNetworks.grid(RANDOM, SIDE, SIDE);
    private static final Walks WALKS = new Walks(NETWORK);
    private static final FacilitySnapshot FACILITIES = facilities();

    @Test
    void whatIsReachedInFiveMinutesIsReachedInTenAndFifteenAtTheSameTimes() {
        for (Attachment origin : origins()) {
            Reach fifteen = WALKS.from(origin, WalkProfile.ADULT, 15 * MINUTE, FACILITIES);
            for (int minutes : new int[]{5, 10}) {
                int limit = minutes * MINUTE;
                Reach near = WALKS.from(origin, WalkProfile.ADULT, limit, FACILITIES);

                assertThat(BruteForceTest.found(near)).isEqualTo(within(BruteForceTest.found(fifteen), limit));
                assertThat(BruteForceTest.nodes(near)).isEqualTo(within(BruteForceTest.nodes(fifteen), limit));
            }
        }
    }

    @Test
    void whatAWheelchairReachesAnElderReachesAndWhatAnElderReachesAnAdult() {
        for (Attachment origin : origins()) {
            Map<Integer, Integer> adult = nodes(origin, WalkProfile.ADULT);
            Map<Integer, Integer> elder = nodes(origin, WalkProfile.ELDER);
            Map<Integer, Integer> wheelchair = nodes(origin, WalkProfile.WHEELCHAIR);

            assertThat(adult.keySet()).containsAll(elder.keySet());
            assertThat(elder.keySet()).containsAll(wheelchair.keySet());
            elder.forEach((node, tenths) -> assertThat(adult.get(node)).isLessThanOrEqualTo(tenths));
            wheelchair.forEach((node, tenths) -> assertThat(elder.get(node)).isLessThanOrEqualTo(tenths));
        }
    }

    @Test
    void aWalkOfExactlyTheLimitCountsAndATenthMoreDoesNot() {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        builder.edge(builder.node(31.1, 121.4), builder.node(31.1, 121.401));
        WalkNetwork network = builder.build();
        Attachment origin = RandomNetworks.at(network, 0, 0);
        int whole = Costs.toTenths(new Costs(WalkProfile.ADULT, false).of(EdgeTraits.FORWARD,
                network.lengthMillimetres(0)));
        Walks walks = new Walks(network);

        assertThat(walks.from(origin, WalkProfile.ADULT, whole, FacilitySnapshot.none(network)).nodes()).isEqualTo(2);
        assertThat(walks.from(origin, WalkProfile.ADULT, whole - 1, FacilitySnapshot.none(network)).nodes())
                .isEqualTo(1);
    }

    @Test
    void facilitiesComeFastestFirst() {
        ReachedFacilities found = WALKS.from(origins().getFirst(), WalkProfile.ADULT, 15 * MINUTE, FACILITIES)
                .facilities();

        assertThat(found.size()).isGreaterThan(100);
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.tenths(i - 1)).isLessThanOrEqualTo(found.tenths(i));
            if (found.tenths(i - 1) == found.tenths(i)) {
                assertThat(found.id(i - 1)).isLessThan(found.id(i));
            }
        }
    }

    @Test
    void manyWalkersAtOnceGetTheAnswersEachWouldGetAlone() throws Exception {
        List<Map<Long, Integer>> alone = origins().stream().map(ReachTest::found).toList();
        try (ExecutorService walkers = Executors.newFixedThreadPool(8)) {
            List<Future<List<Map<Long, Integer>>>> together = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                together.add(walkers.submit(() -> origins().stream().map(ReachTest::found).toList()));
            }
            for (Future<List<Map<Long, Integer>>> answers : together) {
                assertThat(answers.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void aRouteIsDrawnFromPlaceToPlaceAsLongAsItSays() {
        List<Attachment> places = origins();
        int steps = 0;
        int routes = 0;
        for (int i = 1; i < places.size(); i++) {
            Optional<Route> found = WALKS.route(places.get(i - 1), places.get(i), WalkProfile.ADULT, 100_000);
            if (found.isEmpty()) {
                continue;
            }
            Route route = found.get();
            routes++;
            assertThat(route.line().getFirst()).isEqualTo(places.get(i - 1).point());
            assertThat(route.line().getLast()).isEqualTo(places.get(i).point());
            double metres = 0;
            for (int p = 1; p < route.line().size(); p++) {
                GeoPoint a = route.line().get(p - 1);
                GeoPoint b = route.line().get(p);
                metres += EarthDistance.metres(a.lat(), a.lon(), b.lat(), b.lon());
            }
            assertThat(metres * 1000).isCloseTo(route.millimetres(), offset(100.0));
            assertThat(route.legs().stream().mapToInt(Route.Leg::millimetres).sum()).isEqualTo(route.millimetres());
            steps += climbs(route) ? 1 : 0;
            WALKS.route(places.get(i - 1), places.get(i), WalkProfile.ADULT.stepFree(), 100_000)
                    .ifPresent(level -> {
                        assertThat(climbs(level)).isFalse();
                        assertThat(level.tenths()).isGreaterThanOrEqualTo(route.tenths());
                    });
        }
        assertThat(routes).isGreaterThan(20);
        assertThat(steps).isPositive();
    }

    @Test
    void anOutlineGoesAroundWhatIsReachedInFewPoints() {
        for (Attachment origin : origins()) {
            Reach reach = WALKS.from(origin, WalkProfile.ADULT, 15 * MINUTE, FACILITIES);

            Outline outline = Outline.of(reach);

            assertThat(outline.rings().stream().mapToInt(List::size).sum()).isBetween(3, Outline.MAX_POINTS);
            int outside = 0;
            for (int i = 0; i < reach.nodes(); i++) {
                outside += inside(outline, reach.point(i)) ? 0 : 1;
            }
            assertThat(outside).isLessThanOrEqualTo(reach.nodes() / 20);
        }
    }

    @Test
    void fromADeadPointOnlyThePointItselfIsOutlined() {
        Attachment origin = origins().getFirst();

        Outline outline = Outline.of(WALKS.from(origin, WalkProfile.ADULT, 0, FacilitySnapshot.none(NETWORK)));

        assertThat(outline.rings()).hasSize(1);
        assertThat(inside(outline, origin.point())).isTrue();
    }

    private static Map<Long, Integer> found(Attachment origin) {
        return BruteForceTest.found(WALKS.from(origin, WalkProfile.ELDER, 15 * MINUTE, FACILITIES));
    }

    private static boolean climbs(Route route) {
        return route.legs().stream().anyMatch(leg -> (leg.traits() & (EdgeTraits.STEPS | EdgeTraits.KERB)) != 0);
    }

    /// Whether a ray to the east meets the rings an odd number of times.
    private static boolean inside(Outline outline, GeoPoint point) {
        boolean inside = false;
        for (List<GeoPoint> ring : outline.rings()) {
            for (int i = 0; i < ring.size(); i++) {
                GeoPoint a = ring.get(i);
                GeoPoint b = ring.get((i + 1) % ring.size());
                if (a.lat() > point.lat() != b.lat() > point.lat() && point.lon() < a.lon()
                        + (b.lon() - a.lon()) * (point.lat() - a.lat()) / (b.lat() - a.lat())) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    private static List<Attachment> origins() {
        return RandomNetworks.attachments(new Random(22), NETWORK, WalkProfile.WHEELCHAIR, 30);
    }

    private static FacilitySnapshot facilities() {
        FacilityEdit edit = new FacilityEdit(FacilitySnapshot.none(NETWORK));
        List<Attachment> places = RandomNetworks.attachments(RANDOM, NETWORK, WalkProfile.ADULT, 800);
        for (int i = 0; i < places.size(); i++) {
            edit.add(i, places.get(i));
        }
        return edit.after();
    }

    private static Map<Integer, Integer> nodes(Attachment origin, WalkProfile profile) {
        return BruteForceTest.nodes(WALKS.from(origin, profile, 15 * MINUTE, FACILITIES));
    }

    private static <K> Map<K, Integer> within(Map<K, Integer> times, int limit) {
        times.values().removeIf(tenths -> tenths > limit);
        return times;
    }
}
