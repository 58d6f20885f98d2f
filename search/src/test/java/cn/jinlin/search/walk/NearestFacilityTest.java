package cn.jinlin.search.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class NearestFacilityTest {

    private static final int CAP = 36_000;
    private static final int EDITS = 1_000;

    static List<WalkProfile> profiles() {
        return List.of(WalkProfile.ADULT, WalkProfile.ELDER, WalkProfile.WHEELCHAIR, WalkProfile.METRES);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void afterAThousandRandomEditsEveryCategoryIsAsIfComputedAnew(WalkProfile profile) {
        Random random = new Random(profile.metresPerHour());
        WalkNetwork network = RandomNetworks.grid(random, 30, 30);
        List<Attachment> homes = RandomNetworks.attachments(random, network, profile, 200);
        List<Category> categories = new ArrayList<>();
        // From a category with few places to one with many, the last with a cap that leaves gaps.
        for (int places : new int[]{1, 5, 20, 80, 20}) {
            int cap = categories.size() == 4 ? 1_500 : CAP;
            Category category = new Category(new NearestFacility(network, profile, cap), new HashMap<>(), places, cap);
            for (int i = 0; i < places; i++) {
                category.edit(random, network, profile);
            }
            categories.add(category);
        }
        for (int i = 0; i < EDITS; i++) {
            for (Category category : categories) {
                category.edit(random, network, profile);
            }
            if (i % 50 == 49) {
                categories.forEach(category -> category.requireSameAsAnew(network, profile, homes));
            }
        }
        categories.forEach(category -> category.requireSameAsAnew(network, profile, homes));
    }

    @Test
    void theNearestFacilityOfAHomeIsTheOneItsOwnWalkReachesFirst() {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            WalkNetwork network = RandomNetworks.grid(random, 5, 5);
            List<Attachment> places = RandomNetworks.attachments(random, network, WalkProfile.ELDER, 4);
            Map<Long, Attachment> byId = new HashMap<>();
            AttachedFacilities none = new AttachedFacilities(network, WalkProfile.ELDER);
            FacilityEdit edit = new FacilityEdit(none.snapshot());
            for (int i = 0; i < places.size(); i++) {
                byId.put((long) i, places.get(i));
                edit.add(i, places.get(i));
            }
            NearestFacility nearest = new NearestFacility(network, WalkProfile.ELDER, CAP);
            nearest.recompute(byId);
            FacilitySnapshot facilities = edit.after();
            for (Attachment home : RandomNetworks.attachments(random, network, WalkProfile.ELDER, 30)) {
                ReachedFacilities reached = new Walks(network).from(home, WalkProfile.ELDER, CAP, facilities)
                        .facilities();

                Optional<NearestMap.Nearest> found = nearest.map().nearest(home);

                assertThat(found.isPresent()).isEqualTo(reached.size() > 0);
                found.ifPresent(place -> {
                    assertThat(place.tenths()).isEqualTo(reached.tenths(0));
                    assertThat(BruteForceTest.found(new Walks(network).from(home, WalkProfile.ELDER, CAP, facilities))
                            .get(place.facility())).isEqualTo(place.tenths());
                    assertThat(nearest.map().tenths(home)).hasValue(place.tenths());
                });
            }
        }
    }

    @Test
    void aPlanLeavesTheTruthUntouchedAndTheTruthThePlan() {
        Random random = new Random(11);
        WalkNetwork network = RandomNetworks.grid(random, 20, 20);
        List<Attachment> places = RandomNetworks.attachments(random, network, WalkProfile.ADULT, 12);
        NearestFacility truth = new NearestFacility(network, WalkProfile.ADULT, CAP);
        truth.recompute(Map.of(1L, places.get(0), 2L, places.get(1), 3L, places.get(2)));
        List<Optional<NearestMap.Nearest>> before = nodes(truth.map());
        NearestMap old = truth.map();

        NearestFacility plan = truth.whatIf();
        plan.closed(1);
        plan.opened(4, places.get(3));
        List<Optional<NearestMap.Nearest>> planned = nodes(plan.map());

        assertThat(nodes(truth.map())).isEqualTo(before).isNotEqualTo(planned);
        truth.opened(5, places.get(4));
        truth.closed(2);
        assertThat(nodes(plan.map())).isEqualTo(planned);
        assertThat(nodes(old)).isEqualTo(before);
    }

    @Test
    void whereNothingIsOpenNothingIsNearest() {
        WalkNetwork network = RandomNetworks.grid(new Random(3), 6, 6);
        NearestFacility nearest = new NearestFacility(network, WalkProfile.ADULT, CAP);
        Attachment place = RandomNetworks.at(network, 3, 10);

        assertThat(nearest.closed(9)).isFalse();
        nearest.opened(9, place);
        assertThat(nearest.map().nearest(place)).contains(new NearestMap.Nearest(9, 0));
        assertThat(nearest.closed(9)).isTrue();
        assertThat(nearest.map().nearest(place)).isEmpty();
        assertThat(nodes(nearest.map())).containsOnly(Optional.empty());
    }

    static List<Optional<NearestMap.Nearest>> nodes(NearestMap map) {
        List<Optional<NearestMap.Nearest>> nodes = new ArrayList<>();
        for (int node = 0; node < map.network().nodes(); node++) {
            nodes.add(map.nearest(node));
        }
        return nodes;
    }

    private record Category(NearestFacility nearest, Map<Long, Attachment> places, int usual, int cap) {

        /// Opens, closes or moves a place, so that about the usual number stays.
        void edit(Random random, WalkNetwork network, WalkProfile profile) {
            long id = random.nextInt(2 * usual);
            if (places.containsKey(id) && random.nextInt(3) > 0) {
                places.remove(id);
                nearest.closed(id);
            } else {
                Attachment at = RandomNetworks.attachments(random, network, profile, 1).getFirst();
                places.put(id, at);
                nearest.opened(id, at);
            }
        }

        void requireSameAsAnew(WalkNetwork network, WalkProfile profile, List<Attachment> homes) {
            NearestFacility anew = new NearestFacility(network, profile, cap);
            anew.recompute(places);
            assertThat(nodes(nearest.map())).isEqualTo(nodes(anew.map()));
            assertThat(nearest.map().size()).isEqualTo(places.size());
            for (Attachment home : homes) {
                assertThat(nearest.map().nearest(home)).isEqualTo(anew.map().nearest(home));
            }
        }
    }
}
