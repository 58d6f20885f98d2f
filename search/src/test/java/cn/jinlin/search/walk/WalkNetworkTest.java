package cn.jinlin.search.walk;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class WalkNetworkTest {

    private static final int BOTH = EdgeTraits.FORWARD | EdgeTraits.BACKWARD;

    @Test
    void anEdgeKeepsItsLineItsNameAndItsDirectionWhicheverWayItIsStored() {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        int north = builder.node(31.2, 121.4);
        int south = builder.node(31.1, 121.4);
        builder.edge(north, south, new double[]{31.18, 121.41, 31.15, 121.42}, EdgeTraits.FORWARD | EdgeTraits.STEPS,
                "江川路");

        WalkNetwork network = builder.build();

        double[] line = {31.2, 121.4, 31.18, 121.41, 31.15, 121.42, 31.1, 121.4};
        // Eleven kilometres do not fit one arc.
        assertThat(network.edges()).isEqualTo(2);
        assertThat(network.kilometres()).isCloseTo(EarthDistance.metres(line) / 1000, within(0.0001));
        assertThat(network.name(0)).isEqualTo(Optional.of("江川路"));
        assertThat(builder.placeOf(south)).isLessThan(builder.placeOf(north));
        assertThat(network.traits(0) & EdgeTraits.STEPS).isNotZero();
        for (int edge = 0; edge < 2; edge++) {
            boolean southwards = network.lat(network.from(edge)) > network.lat(network.to(edge));
            assertThat(network.traits(edge) & BOTH)
                    .isEqualTo(southwards ? EdgeTraits.FORWARD : EdgeTraits.BACKWARD);
        }
    }

    @Test
    void aShapeIsReadFromTheFirstEndOn() {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        int north = builder.node(31.102, 121.4);
        int south = builder.node(31.1, 121.4);
        builder.edge(north, south, new double[]{31.1015, 121.4001}, BOTH, null);

        WalkNetwork network = builder.build();

        assertThat(network.line(0)).satisfiesAnyOf(
                line -> assertThat(line).containsExactly(31.102, 121.4, 31.1015, 121.4001, 31.1, 121.4),
                line -> assertThat(line).containsExactly(31.1, 121.4, 31.1015, 121.4001, 31.102, 121.4));
        assertThat(network.line(0)[0]).isEqualTo(network.lat(network.from(0)));
        assertThat(network.name(0)).isEmpty();
    }

    @Test
    void aRoundCanBeWalkedRound() {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        int gate = builder.node(31.1, 121.4);
        builder.edge(gate, gate, new double[]{31.101, 121.4, 31.101, 121.401, 31.1, 121.401}, BOTH, null);
        builder.edge(gate, gate, new double[0], BOTH, null);

        WalkNetwork network = builder.build();

        assertThat(network.nodes()).isEqualTo(2);
        assertThat(network.edges()).isEqualTo(2);
        assertThat(network.kilometres()).isCloseTo(0.4128, within(0.001));
    }

    @Test
    void eachOfTwoParallelEdgesIsFoundFromBothEnds() {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        int a = builder.node(31.1, 121.4);
        int b = builder.node(31.1, 121.402);
        builder.edge(a, b);
        builder.edge(b, a, new double[]{31.101, 121.401}, BOTH, "绕路");
        builder.edge(a, b, new double[]{31.102, 121.401}, BOTH, "远路");
        WalkNetwork network = builder.build();

        for (int node = 0; node < 2; node++) {
            for (int arc = network.first[node]; arc < network.first[node + 1]; arc++) {
                int edge = network.edgeOf(node, arc);
                assertThat(network.lengthMillimetres(edge)).isEqualTo(Arc.millimetres(network.arcs[arc]));
            }
        }
        assertThat(network.edgeOf(1, network.first[1])).isEqualTo(0);
        assertThat(network.name(network.edgeOf(1, network.first[1] + 2))).contains("远路");
    }

    @Test
    void nothingStandsOffTheEarth() {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.node(91, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.node(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.edge(0, 1));
    }

    @Test
    void anEmptyNetworkIsANetwork() {
        WalkNetwork network = new WalkNetworkBuilder().build();

        assertThat(network.nodes()).isZero();
        assertThat(network.bounds()).isEmpty();
    }

    @Test
    void smallIslandsAreLeftOutAndCounted() {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        for (int i = 0; i < 5; i++) {
            builder.node(31.1, 121.4 + i * 0.001);
        }
        builder.node(31.2, 121.4);
        builder.node(31.2, 121.401);
        builder.edge(0, 1);
        builder.edge(2, 1);
        builder.edge(3, 4);
        builder.edge(5, 6, new double[0], EdgeTraits.FORWARD, "孤岛");

        Islands.Pruned pruned = Islands.prune(builder.build(), 3);

        assertThat(pruned.network().nodes()).isEqualTo(3);
        assertThat(pruned.network().edges()).isEqualTo(2);
        assertThat(pruned.report().islands()).isEqualTo(2);
        assertThat(pruned.report().nodes()).isEqualTo(4);
        assertThat(pruned.report().kilometres()).isCloseTo(0.19, within(0.001));
    }
}
