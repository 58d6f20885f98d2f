package cn.jinlin.search.walk;

/// A search that spreads over the network from its seeds, fastest first and of equally fast ways the shortest. Not for
/// several threads; [ScratchPool] keeps it for the next query.
final class Search {

    final NodeTimes times;
    private final WalkNetwork network;
    private final BucketQueue queue = new BucketQueue();
    private int slot;

    Search(WalkNetwork network) {
        this.network = network;
        times = new NodeTimes(network);
    }

    /// A way to begin at a node; one longer than the limit is not taken.
    void seed(int node, int millis, int millimetres, int limitMillis) {
        if (millis >= 0 && millis <= limitMillis) {
            improve(node, millis, millimetres);
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
            if (times.millis[taken] == queue.takenKey()) {
                slot = taken;
                return times.node(taken);
            }
        }
    }

    /// Of the node that came last.
    int millis() {
        return times.millis[slot];
    }

    /// Of the node that came last.
    int millimetres() {
        return times.millimetres[slot];
    }

    /// Times below this are final.
    int finalBelow() {
        return queue.floor();
    }

    /// Goes on from the node that came last.
    void spread(int node, Costs costs, int limitMillis) {
        int millis = times.millis[slot];
        int millimetres = times.millimetres[slot];
        int left = limitMillis - millis;
        long[] arcs = network.arcs;
        int end = network.first[node + 1];
        for (int at = network.first[node]; at < end; at++) {
            long arc = arcs[at];
            int cost = costs.whole(arc);
            if (cost <= left) {
                improve(Arc.target(arc), millis + cost, millimetres + Arc.millimetres(arc));
            }
        }
    }

    void clear() {
        times.clear();
        queue.clear();
    }

    int capacity() {
        return times.millis.length + queue.capacity();
    }

    private void improve(int node, int millis, int millimetres) {
        int at = times.slot(node);
        int known = times.millis[at];
        if (millis < known || (millis == known && millimetres < times.millimetres[at])) {
            times.millis[at] = millis;
            times.millimetres[at] = millimetres;
            queue.add(at, millis);
        }
    }
}
