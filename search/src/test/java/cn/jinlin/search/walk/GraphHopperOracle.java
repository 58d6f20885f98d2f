package cn.jinlin.search.walk;

import java.util.Arrays;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EncodedValue;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.TurnCostProvider;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.routing.weighting.custom.CustomWeighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.Graph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;

/// The same network in GraphHopper, walked at one speed and by its own shortest-path tree. Nodes and edges have the
/// numbers they have here.
final class GraphHopperOracle {

    private final BaseGraph graph;
    private final BooleanEncodedValue access = new SimpleBooleanEncodedValue("foot", true);
    private final WalkProfile profile;

    GraphHopperOracle(WalkNetwork network, WalkProfile profile) {
        this.profile = profile;
        EncodedValue.InitializerConfig config = new EncodedValue.InitializerConfig();
        access.init(config);
        graph = new BaseGraph.Builder(config.getRequiredBytes()).create();
        for (int node = 0; node < network.nodes(); node++) {
            graph.getNodeAccess().setNode(node, network.lat(node), network.lon(node));
        }
        for (int edge = 0; edge < network.edges(); edge++) {
            double[] line = network.line(edge);
            PointList points = new PointList(line.length / 2, false);
            for (int i = 0; i < line.length; i += 2) {
                points.add(line[i], line[i + 1]);
            }
            boolean usable = profile.canUse(network.traits(edge));
            graph.edge(network.from(edge), network.to(edge))
                    .setDistance(DistanceCalcEarth.DIST_EARTH.calcDistance(points))
                    .setWayGeometry(points.copy(1, points.size() - 1))
                    .set(access, usable && (network.traits(edge) & EdgeTraits.FORWARD) != 0,
                            usable && (network.traits(edge) & EdgeTraits.BACKWARD) != 0);
        }
        graph.freeze();
    }

    int millimetres(int edge) {
        return (int) Math.round(graph.getEdgeIteratorState(edge, Integer.MIN_VALUE).getDistance() * 1000);
    }

    /// Milliseconds from one node to every other, infinite where there is no way; edges cost whole milliseconds.
    double[] wholeMillis(int node) {
        return tree(graph, new WholeMillis(weighting(), profile.metresPerHour()), node);
    }

    /// Milliseconds as GraphHopper itself counts them, with fractions.
    double[] millis(int node) {
        double[] seconds = tree(graph, weighting(), node);
        return Arrays.stream(seconds).map(second -> second * 1000).toArray();
    }

    /// Milliseconds between two places by virtual nodes on their edges.
    double millis(Attachment from, Attachment to) {
        Snap start = snap(from);
        Snap goal = snap(to);
        QueryGraph query = QueryGraph.create(graph, start, goal);
        Weighting weighting = query.wrapWeighting(weighting());
        return 1000 * tree(query, weighting, start.getClosestNode())[goal.getClosestNode()];
    }

    private Snap snap(Attachment at) {
        EdgeIteratorState edge = graph.getEdgeIteratorState(at.edge(), Integer.MIN_VALUE);
        Snap snap = new Snap(at.point().lat(), at.point().lon());
        snap.setClosestEdge(edge);
        snap.setSnappedPosition(Snap.Position.EDGE);
        snap.setWayIndex(segment(edge, at.offsetMillimetres() / 1000.0));
        snap.setClosestNode(edge.getBaseNode());
        snap.setQueryDistance(0);
        snap.calcSnappedPoint(DistanceCalcEarth.DIST_EARTH);
        return snap;
    }

    private static int segment(EdgeIteratorState edge, double metres) {
        PointList points = edge.fetchWayGeometry(FetchMode.ALL);
        double walked = 0;
        for (int i = 1; i < points.size() - 1; i++) {
            walked += DistanceCalcEarth.DIST_EARTH.calcDist(points.getLat(i - 1), points.getLon(i - 1),
                    points.getLat(i), points.getLon(i));
            if (walked >= metres) {
                return i - 1;
            }
        }
        return points.size() - 2;
    }

    private static double[] tree(Graph graph, Weighting weighting, int node) {
        double[] weights = new double[graph.getNodes()];
        Arrays.fill(weights, Double.POSITIVE_INFINITY);
        ShortestPathTree tree = new ShortestPathTree(graph, weighting, false, TraversalMode.NODE_BASED);
        tree.setWeightLimit(Double.MAX_VALUE);
        tree.search(node, label -> weights[label.node] = Math.min(weights[label.node], label.weight));
        return weights;
    }

    private CustomWeighting.Parameters speedOnly() {
        double speed = profile.metresPerHour() / 1000.0;
        return new CustomWeighting.Parameters(
                (edge, reverse) -> (reverse ? edge.getReverse(access) : edge.get(access)) ? speed : 0, () -> speed,
                (edge, reverse) -> 1, () -> 1, (base, flags, in, via, out) -> 0, 0, 0);
    }

    private CustomWeighting weighting() {
        return new CustomWeighting(TurnCostProvider.NO_TURN_COST_PROVIDER, speedOnly());
    }

    /// GraphHopper's weighting with each edge rounded to the millisecond, halves up, in whole numbers.
    private record WholeMillis(CustomWeighting weighting, int metresPerHour) implements Weighting {

        @Override
        public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
            if (Double.isInfinite(weighting.calcEdgeWeight(edge, reverse))) {
                return Double.POSITIVE_INFINITY;
            }
            long millimetres = Math.round(edge.getDistance() * 1000);
            return Math.floorDiv(7200 * millimetres + metresPerHour, 2L * metresPerHour);
        }

        @Override
        public double calcMinWeightPerDistance() {
            return weighting.calcMinWeightPerDistance();
        }

        @Override
        public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
            return (long) calcEdgeWeight(edge, reverse);
        }

        @Override
        public double calcTurnWeight(int in, int via, int out) {
            return 0;
        }

        @Override
        public long calcTurnMillis(int in, int via, int out) {
            return 0;
        }

        @Override
        public boolean hasTurnCosts() {
            return false;
        }

        @Override
        public String getName() {
            return "whole_millis";
        }
    }
}
