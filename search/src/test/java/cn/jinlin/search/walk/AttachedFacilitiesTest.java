package cn.jinlin.search.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.AttachedFacilities.Place;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttachedFacilitiesTest {

    private static final int FAR = 100_000;
    private static final int SIDE = 20;
    private static final WalkNetwork NETWORK = RandomNetworks.grid(new Random(31), SIDE, SIDE);

    @Test
    void afterManyEditsTheFacilitiesAreAsIfPutInAtOnce() {
        Random random = new Random(32);
        AttachedFacilities edited = new AttachedFacilities(NETWORK, WalkProfile.ELDER, 200);
        Map<Long, Place> places = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            long id = random.nextInt(300);
            if (random.nextInt(3) == 0) {
                assertThat(edited.remove(id)).isEqualTo(places.remove(id) != null);
            } else {
                Place place = new Place(id, RandomNetworks.point(random, SIDE, SIDE));
                assertThat(edited.put(place)).isPresent();
                places.put(id, place);
            }
        }
        AttachedFacilities atOnce = new AttachedFacilities(NETWORK, WalkProfile.ELDER, 200);
        atOnce.putAll(places.values());
        Attachment origin = RandomNetworks.at(NETWORK, 100, 5_000);

        assertThat(edited.snapshot().size()).isEqualTo(places.size());
        assertThat(found(edited.snapshot(), origin)).isEqualTo(found(atOnce.snapshot(), origin)).isNotEmpty();
    }

    @Test
    void aFacilityFarFromEveryPathIsInNoResult() {
        AttachedFacilities facilities = new AttachedFacilities(NETWORK, WalkProfile.ELDER);
        GeoPoint onPath = new GeoPoint(NETWORK.lat(5), NETWORK.lon(5));

        assertThat(facilities.put(new Place(1, onPath))).isPresent();
        assertThat(facilities.put(new Place(1, new GeoPoint(32, 121)))).isEmpty();

        assertThat(facilities.snapshot().size()).isZero();
        assertThat(facilities.find(1)).isEmpty();
    }

    @Test
    void aQuerySeesAllOfAChangeOrNothingOfIt() throws Exception {
        AttachedFacilities facilities = new AttachedFacilities(NETWORK, WalkProfile.ADULT, 500);
        Random random = new Random(33);
        Attachment origin = RandomNetworks.at(NETWORK, 100, 5_000);
        List<Place> places = new ArrayList<>();
        List<Attachment> reachable = RandomNetworks.attachments(random, NETWORK, WalkProfile.ADULT, 20);
        FacilityEdit edit = new FacilityEdit(FacilitySnapshot.none(NETWORK));
        for (int i = 0; i < reachable.size(); i++) {
            places.add(new Place(i, reachable.get(i).point()));
            edit.add(i, reachable.get(i));
        }
        assertThat(found(edit.after(), origin)).isNotEmpty();
        facilities.putAll(places);
        int all = found(facilities.snapshot(), origin).size();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> moving = writer.submit(() -> {
                for (int i = 0; i < 300; i++) {
                    facilities.putAll(places);
                }
            });
            int queries = 0;
            while (!moving.isDone() || queries < 50) {
                assertThat(found(facilities.snapshot(), origin)).hasSize(all);
                queries++;
            }
            moving.get();
        }
    }

    private static Map<Long, Integer> found(FacilitySnapshot facilities, Attachment origin) {
        return BruteForceTest.found(new Walks(NETWORK).from(origin, WalkProfile.ELDER, FAR, facilities));
    }
}
