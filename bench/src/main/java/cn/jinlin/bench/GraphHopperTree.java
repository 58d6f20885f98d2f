package cn.jinlin.bench;

import java.util.function.IntConsumer;

import cn.jinlin.search.walk.EdgeTraits;
import cn.jinlin.search.walk.WalkNetwork;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EncodedValue;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.TurnCostProvider;
import com.graphhopper.routing.weighting.custom.CustomWeighting;
import com.graphhopper.storage.BaseGraph;

/// The baseline: GraphHopper on the same nodes and edges, a custom model of nothing but one speed, and its shortest-path
/// tree from a node. It neither snaps a point nor looks for facilities, which the product's query does.
final class GraphHopperTree {

    private static final double KILOMETRES_PER_HOUR = 4.5;

    private final BaseGraph graph;
    private final CustomWeighting weighting;

    GraphHopperTree(WalkNetwork network) {
        BooleanEncodedValue access = new SimpleBooleanEncodedValue("foot", true);
        var bits = new EncodedValue.InitializerConfig();
        access.init(bits);
        graph = new BaseGraph.Builder(bits.getRequiredBytes()).create();
        for (int node = 0; node < network.nodes(); node++) {
            graph.getNodeAccess().setNode(node, network.lat(node), network.lon(node));
        }
        for (int edge = 0; edge < network.edges(); edge++) {
            graph.edge(network.from(edge), network.to(edge))
                    .setDistance(network.lengthMillimetres(edge) / 1000.0)
                    .set(access, (network.traits(edge) & EdgeTraits.FORWARD) != 0,
                            (network.traits(edge) & EdgeTraits.BACKWARD) != 0);
        }
        graph.freeze();
        weighting = new CustomWeighting(TurnCostProvider.NO_TURN_COST_PROVIDER, new CustomWeighting.Parameters(
                (edge, reverse) -> (reverse ? edge.getReverse(access) : edge.get(access)) ? KILOMETRES_PER_HOUR : 0,
                () -> KILOMETRES_PER_HOUR, (edge, reverse) -> 1, () -> 1, (base, flags, in, via, out) -> 0, 0, 0));
    }

    /// @param visitor told each node reached
    void from(int node, int seconds, IntConsumer visitor) {
        var tree = new ShortestPathTree(graph, weighting, false, TraversalMode.NODE_BASED);
        tree.setTimeLimit(seconds * 1000.0);
        tree.search(node, label -> visitor.accept(label.node));
    }
}
