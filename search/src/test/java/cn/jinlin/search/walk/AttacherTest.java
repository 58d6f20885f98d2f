package cn.jinlin.search.walk;

import java.util.Optional;
import java.util.Random;

import cn.jinlin.search.GeoPoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AttacherTest {

    private static final int SIDE = 20;

    @Test
    void aPlaceIsAttachedToTheNearestOfAllEdges() {
        Random random = new Random(5);
        WalkNetwork network = RandomNetworks.grid(random, SIDE, SIDE);
        for (int i = 0; i < 200; i++) {
            GeoPoint place = RandomNetworks.point(random, SIDE, SIDE);

            Attachment found = network.attach(place, WalkProfile.WHEELCHAIR, 5_000).orElseThrow();

            assertThat(found.accessMetres()).isCloseTo(nearest(network, place), within(0.02));
            assertThat(found.accessMetres()).isCloseTo(EarthDistance.metres(place.lat(), place.lon(),
                    found.point().lat(), found.point().lon()), within(1e-9));
            assertThat(WalkProfile.WHEELCHAIR.canUse(found.traits())).isTrue();
            assertThat(RandomNetworks.at(network, found.edge(), found.offsetMillimetres()).point().lat())
                    .isCloseTo(found.point().lat(), within(2e-8));
        }
    }

    @Test
    void aLongStraightEdgeIsFoundFromItsMiddle() {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        builder.edge(builder.node(31.1, 121.4), builder.node(31.13, 121.43));
        for (int i = 0; i < 400; i++) {
            builder.node(31.1 + i * 1e-5, 121.5);
        }
        WalkNetwork network = builder.build();

        Attachment found = network.attach(new GeoPoint(31.1151, 121.415), WalkProfile.ADULT, 100).orElseThrow();

        assertThat(found.edge()).isZero();
        assertThat(found.offsetMillimetres() / (double) found.lengthMillimetres()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void aPlaceFartherThanAllowedIsNotAttached() {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        builder.edge(builder.node(31.1, 121.4), builder.node(31.1, 121.401));
        WalkNetwork network = builder.build();
        GeoPoint place = new GeoPoint(31.1 + 100.5 / EarthDistance.DEGREE_METRES, 121.4005);

        assertThat(network.attach(place, WalkProfile.ADULT, 100)).isEmpty();
        assertThat(network.attach(place, WalkProfile.ADULT, 101)).isPresent();
        assertThat(network.attach(new GeoPoint(50, 8), WalkProfile.ADULT, 10_000)).isEmpty();
        assertThat(network.attach(new GeoPoint(Double.NaN, 8), WalkProfile.ADULT, 100)).isEmpty();
    }

    @Test
    void stepsAttachWhoCanClimbThemOnly() {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        int both = EdgeTraits.FORWARD | EdgeTraits.BACKWARD;
        int low = builder.node(31.1, 121.4);
        int high = builder.node(31.1, 121.401);
        builder.edge(low, high, new double[0], both | EdgeTraits.STEPS, null);
        builder.edge(low, high, new double[]{31.1003, 121.4005}, both, null);
        WalkNetwork network = builder.build();
        GeoPoint place = new GeoPoint(31.09999, 121.4005);

        assertThat(network.attach(place, WalkProfile.ADULT, 100).map(Attachment::edge)).contains(0);
        assertThat(network.attach(place, WalkProfile.WHEELCHAIR, 100).map(Attachment::edge)).contains(1);
    }

    @Test
    void atAJunctionTheEdgeWithTheSmallestIndexIsTaken() {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        int middle = builder.node(31.1, 121.4);
        builder.edge(middle, builder.node(31.101, 121.4));
        builder.edge(middle, builder.node(31.1, 121.401));
        builder.edge(middle, builder.node(31.1, 121.399));
        WalkNetwork network = builder.build();

        Optional<Attachment> found = network.attach(new GeoPoint(31.1, 121.4), WalkProfile.ADULT, 100);

        assertThat(found.map(Attachment::edge)).contains(0);
        assertThat(found.map(Attachment::accessMetres)).contains(0.0);
    }

    /// Measured along every segment of every edge in small steps of a plane.
    private static double nearest(WalkNetwork network, GeoPoint place) {
        double best = Double.MAX_VALUE;
        for (int edge = 0; edge < network.edges(); edge++) {
            if (!WalkProfile.WHEELCHAIR.canUse(network.traits(edge))) {
                continue;
            }
            double[] line = network.line(edge);
            for (int i = 2; i < line.length; i += 2) {
                best = Math.min(best, toSegment(place, line, i));
            }
        }
        return best;
    }

    private static double toSegment(GeoPoint place, double[] line, int i) {
        double low = 0;
        double high = 1;
        // The distance to a straight line has one minimum: it is closed in from both sides.
        for (int step = 0; step < 60; step++) {
            double a = low + (high - low) / 3;
            double b = high - (high - low) / 3;
            if (at(place, line, i, a) < at(place, line, i, b)) {
                high = b;
            } else {
                low = a;
            }
        }
        return at(place, line, i, low);
    }

    private static double at(GeoPoint place, double[] line, int i, double share) {
        return EarthDistance.metres(place.lat(), place.lon(), line[i - 2] + share * (line[i] - line[i - 2]),
                line[i - 1] + share * (line[i + 1] - line[i - 1]));
    }
}
