package cn.jinlin.search.walk.osm;

import java.util.Arrays;

import cn.jinlin.search.walk.EdgeTraits;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.WalkNetworkBuilder;

/// Cuts ways into edges: at every node that two ways share or one passes twice, at ends, at closed barriers and where
/// the extract has no node. What lies between becomes the edge's shape.
final class Assembly {

    /// Beside the flags of [NodeRules]: a way ran through it.
    private static final int SEEN = 1 << 8;
    private static final int JUNCTION = 1 << 9;
    /// On a way from kerb to kerb, which then carries what is met here.
    private static final int ON_CROSSING = 1 << 10;
    /// An elevator that an edge came to before.
    private static final int RIDDEN = 1 << 11;
    /// A barrier that was put into the network.
    private static final int CLOSED = 1 << 12;
    private static final int ALL_TRAITS = FootRules.FOOT_WAY - 1;

    private final WayTable ways;
    private final NodeTable nodes;
    private final WalkNetworkBuilder builder = new WalkNetworkBuilder();
    private final int[] places;
    private int[] part = new int[1 << 6];
    private int missing;
    private int closed;

    Assembly(WayTable ways, NodeTable nodes) {
        this.ways = ways;
        this.nodes = nodes;
        places = new int[nodes.size()];
        Arrays.fill(places, -1);
    }

    /// One stretch of a way without a gap.
    private interface Stretch {

        void take(int way, int length);
    }

    WalkNetwork network() {
        eachStretch(this::mark);
        missing = 0;
        eachStretch(this::edges);
        return builder.build();
    }

    int missing() {
        return missing;
    }

    int closed() {
        return closed;
    }

    private void eachStretch(Stretch stretch) {
        for (int way = 0; way < ways.size(); way++) {
            if (!ways.isRepeated(way)) {
                eachStretch(way, stretch);
            }
        }
    }

    private void eachStretch(int way, Stretch stretch) {
        int length = 0;
        for (int i = ways.begin(way); i < ways.end(way); i++) {
            int node = ways.node(i);
            if (nodes.isMissing(node)) {
                missing++;
                finish(way, length, stretch);
                length = 0;
            } else if (length == 0 || part[length - 1] != node) {
                if (length == part.length) {
                    part = Arrays.copyOf(part, 2 * length);
                }
                part[length++] = node;
            }
        }
        finish(way, length, stretch);
    }

    private static void finish(int way, int length, Stretch stretch) {
        if (length > 1) {
            stretch.take(way, length);
        }
    }

    private void mark(int way, int length) {
        boolean crossing = (ways.traits(way) & FootRules.CROSSING_WAY) != 0;
        for (int i = 0; i < length; i++) {
            boolean shared = i == 0 || i == length - 1 || nodes.is(part[i], SEEN);
            nodes.mark(part[i], (shared ? JUNCTION : 0) | SEEN | (crossing ? ON_CROSSING : 0));
        }
    }

    private void edges(int way, int length) {
        int start = 0;
        int from = place(part[0]);
        for (int i = 1; i < length; i++) {
            boolean shut = nodes.is(part[i], NodeRules.BLOCKED);
            if (shut || nodes.is(part[i], JUNCTION)) {
                int to = place(part[i]);
                builder.edge(from, to, shape(start, i), traits(way, length, start, i), ways.name(way));
                start = i;
                // Beyond a closed gate begins another dead end.
                from = shut && i < length - 1 ? place(part[i]) : to;
            }
        }
    }

    /// A closed barrier is another node to the edge that comes to it first, which then ends there. One that is mapped
    /// where several ways meet does not say which of them it closes: it closes that one, as in GraphHopper, and the
    /// crossroads stays open.
    private int place(int node) {
        if (nodes.is(node, NodeRules.BLOCKED) && !nodes.is(node, CLOSED)) {
            nodes.mark(node, CLOSED);
            closed++;
            return builder.node(nodes.lat(node), nodes.lon(node));
        }
        if (places[node] < 0) {
            places[node] = builder.node(nodes.lat(node), nodes.lon(node));
        }
        return places[node];
    }

    private double[] shape(int start, int end) {
        double[] shape = new double[2 * (end - start - 1)];
        for (int i = start + 1, at = 0; i < end; i++) {
            shape[at++] = nodes.lat(part[i]);
            shape[at++] = nodes.lon(part[i]);
        }
        return shape;
    }

    private int traits(int way, int length, int start, int end) {
        int all = ways.traits(way);
        boolean footWay = (all & FootRules.FOOT_WAY) != 0;
        boolean crossing = (all & FootRules.CROSSING_WAY) != 0;
        int traits = all & ALL_TRAITS & ~EdgeTraits.SIGNALS;
        if (crossing && start == 0) {
            traits |= EdgeTraits.CROSSING | (signals(all, length) ? EdgeTraits.SIGNALS : 0);
        }
        for (int i = start; i <= end; i++) {
            int node = part[i];
            if (footWay && !crossing) {
                traits |= crossingAt(node);
            }
            if (nodes.is(node, NodeRules.NARROW)
                    || (footWay && nodes.is(node, NodeRules.KERB) && (crossing || !nodes.is(node, ON_CROSSING)))) {
                traits |= EdgeTraits.KERB;
            }
            if (nodes.is(node, NodeRules.ELEVATOR)) {
                traits |= rideAt(node);
            }
        }
        return traits;
    }

    /// A way from kerb to kerb is cut in the middle by the road that it crosses: to count it once, its first edge has
    /// it.
    private boolean signals(int all, int length) {
        boolean signals = (all & EdgeTraits.SIGNALS) != 0;
        for (int i = 0; i < length; i++) {
            signals |= nodes.is(part[i], NodeRules.SIGNALS);
        }
        return signals;
    }

    /// A crossing that is a node only counts for the first foot way that comes to it.
    private int crossingAt(int node) {
        if (!nodes.is(node, NodeRules.CROSSING) || nodes.is(node, ON_CROSSING)) {
            return 0;
        }
        nodes.unmark(node, NodeRules.CROSSING);
        return EdgeTraits.CROSSING | (nodes.is(node, NodeRules.SIGNALS) ? EdgeTraits.SIGNALS : 0);
    }

    /// Who rides passes two edges at the elevator's node, one to get in and one to get out. All but the first have the
    /// ride, so that it is counted once between two floors.
    private int rideAt(int node) {
        if (nodes.is(node, RIDDEN) || !nodes.is(node, JUNCTION)) {
            return EdgeTraits.ELEVATOR;
        }
        nodes.mark(node, RIDDEN);
        return 0;
    }
}
