package cn.jinlin.search.place;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.EdgeTraits;
import cn.jinlin.search.walk.WalkNetworkBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RoadsTest {

    private final WalkNetworkBuilder builder = new WalkNetworkBuilder();

    @Test
    void aRoadIsAtTheMiddleOfItsLongestStretchAndFarOnesOfOneNameAreTwo() {
        way("梅园路", 31.100, 31.101);
        way("梅园路", 31.101, 31.105);
        way("梅园路", 31.105, 31.106);
        way("梅园路", 31.200, 31.204);
        way(null, 31.300, 31.310);

        var roads = Roads.of(builder.build());

        assertThat(roads).extracting(Roads.Road::name).containsExactly("梅园路", "梅园路");
        assertThat(roads).extracting(road -> road.middle().lat())
                .satisfiesExactlyInAnyOrder(lat -> assertThat(lat).isCloseTo(31.103, within(1e-6)),
                        lat -> assertThat(lat).isCloseTo(31.202, within(1e-6)));
    }

    @Test
    void theMiddleLiesOnABentLine() {
        int from = builder.node(31.1, 121.4);
        int to = builder.node(31.101, 121.403);
        builder.edge(from, to, new double[]{31.101, 121.4}, EdgeTraits.FORWARD | EdgeTraits.BACKWARD, "弯路");
        GeoPoint middle = Roads.of(builder.build()).getFirst().middle();
        assertThat(middle.lat()).isCloseTo(31.101, within(1e-9));
        assertThat(middle.lon()).isBetween(121.4, 121.403);
    }

    private void way(@Nullable String name, double from, double to) {
        builder.edge(builder.node(from, 121.4), builder.node(to, 121.4), new double[0],
                EdgeTraits.FORWARD | EdgeTraits.BACKWARD, name);
    }
}
