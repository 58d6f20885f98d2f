package cn.jinlin.search.walk;

/// A search that spreads over the network from its seeds, fastest first and of equally fast ways the shortest. Not for
/// several threads; [ScratchPool] keeps it for the next query.
final class Search {

    final NodeTimes times;
    private final WalkNetwork network;
    private final BucketQueue queue = new BucketQueue();
    private long way;

    Search(WalkNetwork network) {
        this.network = network;
        times = new NodeTimes(network);
    }

    /// A way to begin at a node; one longer than the limit is not taken.
    void seed(int node, int millis, int millimetres, int limitMillis) {
        if (millis >= 0 && millis <= limitMillis) {
            improve(node, NodeTimes.way(millis, millimetres));
        }
    }

    void seed(Attachment origin, Costs costs, int limitMillis) {
        seed(origin.from(), origin.toFirstEnd(costs), origin.offsetMillimetres(), limitMillis);
        seed(origin.to(), origin.toSecondEnd(costs), origin.restMillimetres(), limitMillis);
    }

    /// The next node, -1 when there is none within the limit. A node comes again when a better way to it is found
    /// within the same eighth of a second.
    int next() {
        while (true) {
            int taken = queue.take();
            if (taken == BucketQueue.NONE) {
                return -1;
            }
            if (NodeTimes.millis(times.ways[taken]) == queue.takenKey()) {
                way = times.ways[taken];
                return times.node(taken);
            }
        }
    }

    /// Of the node that came last.
    int millis() {
        return NodeTimes.millis(way);
    }

    /// Of the node that came last.
    int millimetres() {
        return NodeTimes.millimetres(way);
    }

    /// Times below this are final.
    int finalBelow() {
        return queue.floor();
    }

    /// Goes on from the node that came last.
    void spread(int node, Costs costs, int limitMillis) {
        long here = way;
        int left = limitMillis - NodeTimes.millis(here);
        long[] arcs = network.arcs;
        int end = network.first[node + 1];
        for (int at = network.first[node]; at < end; at++) {
            long arc = arcs[at];
            int cost = costs.whole(arc);
            if (cost <= left) {
                improve(Arc.target(arc), here + NodeTimes.way(cost, Arc.millimetres(arc)));
            }
        }
    }

    void clear() {
        times.clear();
        queue.clear();
    }

    int capacity() {
        return times.ways.length + queue.capacity();
    }

    private void improve(int node, long way) {
        int at = times.slot(node);
        if (way < times.ways[at]) {
            times.ways[at] = way;
            queue.add(at, NodeTimes.millis(way));
        }
    }
}
