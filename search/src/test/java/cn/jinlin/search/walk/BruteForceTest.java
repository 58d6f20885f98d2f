package cn.jinlin.search.walk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// On small networks every answer is compared with the plainest way of finding it.
class BruteForceTest {

    private static final int FAR = 100_000;
    private static final int NETWORKS = 60;

    static List<WalkProfile> profiles() {
        return List.of(WalkProfile.ADULT, WalkProfile.ELDER, WalkProfile.WHEELCHAIR, WalkProfile.METRES,
                new WalkProfile("PATIENT", 4_000, true, false, true, 150, false, 50, 250, 300));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyNodeAndFacilityIsReachedInTheTimeAndLengthOfThePlainestSearch(WalkProfile profile) {
        Random random = new Random(profile.metresPerHour());
        int sameEdge = 0;
        for (int round = 0; round < NETWORKS; round++) {
            WalkNetwork network = RandomNetworks.grid(random, 3 + random.nextInt(3), 3 + random.nextInt(3));
            BruteForce brute = new BruteForce(network, profile);
            Walks walks = new Walks(network);
            Attachment origin = RandomNetworks.attachments(random, network, profile, 1).getFirst();
            List<Attachment> targets = RandomNetworks.attachments(random, network, profile, 12);
            FacilityEdit edit = new FacilityEdit(FacilitySnapshot.none(network));
            for (int i = 0; i < targets.size(); i++) {
                edit.add(i, targets.get(i));
            }
            FacilitySnapshot facilities = edit.after();

            Reach reach = walks.from(origin, profile, FAR, facilities);
            Map<Integer, Integer> nodes = nodes(reach);
            Map<Long, Integer> found = found(reach);

            long[] times = brute.millis(origin, targets.getFirst());
            for (int node = 0; node < network.nodes(); node++) {
                assertThat(nodes.get(node)).isEqualTo(tenths(times[node]));
            }
            for (int i = 0; i < targets.size(); i++) {
                Attachment target = targets.get(i);
                sameEdge += target.edge() == origin.edge() ? 1 : 0;
                long[] there = brute.millis(origin, target);
                Integer expected = tenths(there[there.length - 1]);
                assertThat(found.get((long) i)).isEqualTo(expected);
                assertThat(walks.route(origin, target, profile, FAR).map(Route::tenths).orElse(null))
                        .isEqualTo(expected);
                if (expected != null) {
                    assertThat(millimetres(reach, i)).isEqualTo(brute.millimetres(origin, target));
                }
                long[] back = brute.millis(target, origin);
                assertThat(found(walks.to(origin, profile, FAR, facilities)).get((long) i))
                        .isEqualTo(tenths(back[back.length - 1]));
            }
        }
        assertThat(sameEdge).isGreaterThan(NETWORKS / 8);
    }

    static Map<Integer, Integer> nodes(Reach reach) {
        Map<Integer, Integer> nodes = new HashMap<>();
        for (int i = 0; i < reach.nodes(); i++) {
            nodes.put(reach.node(i), reach.tenths(i));
        }
        return nodes;
    }

    static Map<Long, Integer> found(Reach reach) {
        Map<Long, Integer> found = new HashMap<>();
        for (int i = 0; i < reach.facilities().size(); i++) {
            found.put(reach.facilities().id(i), reach.facilities().tenths(i));
        }
        return found;
    }

    private static long millimetres(Reach reach, long id) {
        for (int i = 0; i < reach.facilities().size(); i++) {
            if (reach.facilities().id(i) == id) {
                return reach.facilities().millimetres(i);
            }
        }
        return -1;
    }

    private static @Nullable Integer tenths(long millis) {
        return millis == BruteForce.NEVER ? null : Math.toIntExact((millis + 50) / 100);
    }
}
