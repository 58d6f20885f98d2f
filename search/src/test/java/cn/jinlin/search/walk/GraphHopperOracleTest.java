package cn.jinlin.search.walk;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// On larger networks an independent router agrees.
class GraphHopperOracleTest {

    private static final int FAR = 200_000;
    private static final int SIDE = 40;
    private static final int ORIGINS = 30;
    private static final int FACILITIES = 300;
    /// GraphHopper measures the pieces of a cut edge on coordinates it keeps to two centimetres: over a few shape points
    /// at each end of the walk that is some 13 cm at an elder's pace. Whole edges have their length as given.
    private static final double VIRTUAL_MILLIS = 150;

    static List<WalkProfile> profiles() {
        return List.of(WalkProfile.ADULT, WalkProfile.ELDER, WalkProfile.WHEELCHAIR);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyNodeAndEveryFacilityTimeIsGraphHoppers(WalkProfile profile) {
        Random random = new Random(profile.hashCode());
        int nodeTimes = 0;
        int facilityTimes = 0;
        int nodeMismatches = 0;
        int facilityMismatches = 0;
        int tenthsOffFractions = 0;
        for (int round = 0; round < 2; round++) {
            WalkNetwork network = RandomNetworks.grid(random, SIDE, SIDE);
            GraphHopperOracle oracle = new GraphHopperOracle(network, profile);
            List<Attachment> places = RandomNetworks.attachments(random, network, profile, FACILITIES);
            FacilitySnapshot facilities = snapshot(network, places);
            Walks walks = new Walks(network);
            for (int i = 0; i < ORIGINS; i++) {
                int edge = RandomNetworks.attachments(random, network, profile, 1).getFirst().edge();
                Attachment origin = RandomNetworks.at(network, edge, 0);
                Reach reach = walks.from(origin, profile, FAR, facilities);
                double[] times = oracle.wholeMillis(origin.from());
                double[] fractions = oracle.millis(origin.from());
                Map<Integer, Integer> nodes = BruteForceTest.nodes(reach);
                for (int node = 0; node < network.nodes(); node++) {
                    int ours = nodes.getOrDefault(node, -1);
                    nodeMismatches += ours == tenths(times[node]) ? 0 : 1;
                    tenthsOffFractions += Math.abs(ours - tenths(fractions[node])) > 1 ? 1 : 0;
                    nodeTimes++;
                }
                Map<Long, Integer> found = BruteForceTest.found(reach);
                for (int id = 0; id < places.size(); id++) {
                    int ours = found.getOrDefault((long) id, -1);
                    facilityMismatches += ours == tenths(byEnds(places.get(id), times, profile)) ? 0 : 1;
                    facilityTimes++;
                }
            }
        }
        System.out.printf("%s: %,d node times, %d mismatches, %d more than a tenth off unrounded ones; "
                + "%,d facility times, %d mismatches%n", profile.name(), nodeTimes, nodeMismatches,
                tenthsOffFractions, facilityTimes, facilityMismatches);
        assertThat(nodeTimes).isGreaterThan(90_000);
        assertThat(facilityTimes).isGreaterThan(10_000);
        assertThat(nodeMismatches).isZero();
        assertThat(facilityMismatches).isZero();
        assertThat(tenthsOffFractions).isZero();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void virtualNodesOnTheEdgesOfBothPlacesGiveTheSameTime(WalkProfile profile) {
        Random random = new Random(profile.hashCode());
        int compared = 0;
        for (int round = 0; round < 100; round++) {
            WalkNetwork network = RandomNetworks.grid(random, 8, 8);
            GraphHopperOracle oracle = new GraphHopperOracle(network, profile);
            List<Attachment> places = RandomNetworks.attachments(random, network, profile, 40);
            Attachment origin = places.getFirst();
            Map<Long, Integer> found = BruteForceTest.found(new Walks(network).from(origin, profile, FAR,
                    snapshot(network, places)));
            for (int id = 1; id < places.size(); id++) {
                if (atAnEnd(origin) || atAnEnd(places.get(id))) {
                    continue;
                }
                double millis = oracle.millis(origin, places.get(id));
                Integer tenths = found.get((long) id);
                assertThat(tenths == null).isEqualTo(Double.isInfinite(millis));
                if (tenths != null) {
                    assertThat(Math.abs(tenths * 100 - millis)).isLessThan(50 + VIRTUAL_MILLIS);
                    compared++;
                }
            }
        }
        System.out.printf("%s: %,d facility times by virtual nodes%n", profile.name(), compared);
        assertThat(compared).isGreaterThan(1_500);
    }

    @Test
    void lengthsAreGraphHoppersToTheMillimetre() {
        WalkNetwork network = RandomNetworks.grid(new Random(4), SIDE, SIDE);
        GraphHopperOracle oracle = new GraphHopperOracle(network, WalkProfile.ADULT);

        for (int edge = 0; edge < network.edges(); edge++) {
            assertThat(network.lengthMillimetres(edge)).isEqualTo(oracle.millimetres(edge));
        }
    }

    private static FacilitySnapshot snapshot(WalkNetwork network, List<Attachment> places) {
        FacilityEdit edit = new FacilityEdit(FacilitySnapshot.none(network));
        for (int i = 0; i < places.size(); i++) {
            edit.add(i, places.get(i));
        }
        return edit.after();
    }

    private static boolean atAnEnd(Attachment at) {
        return at.offsetMillimetres() < 100 || at.lengthMillimetres() - at.offsetMillimetres() < 100;
    }

    private static double byEnds(Attachment place, double[] times, WalkProfile profile) {
        int rest = place.lengthMillimetres() - place.offsetMillimetres();
        boolean forward = (place.traits() & EdgeTraits.FORWARD) != 0 || place.offsetMillimetres() == 0;
        boolean backward = (place.traits() & EdgeTraits.BACKWARD) != 0 || rest == 0;
        double first = forward
                ? times[place.from()] + millis(place.offsetMillimetres(), profile)
                : Double.POSITIVE_INFINITY;
        double second = backward ? times[place.to()] + millis(rest, profile) : Double.POSITIVE_INFINITY;
        return Math.min(first, second);
    }

    private static long millis(long millimetres, WalkProfile profile) {
        return Math.floorDiv(7200 * millimetres + profile.metresPerHour(), 2L * profile.metresPerHour());
    }

    private static int tenths(double millis) {
        return Double.isInfinite(millis) ? -1 : (int) Math.floor(millis / 100 + 0.5);
    }
}
