package cn.jinlin.search.walk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Finds one fastest walk; the way back from its end is read off the times, so that no search has to remember it.
final class RouteSearch {

    private final WalkNetwork network;
    private final Search search;
    private final Costs costs;
    private final Attachment from;
    private final Attachment to;

    RouteSearch(WalkNetwork network, Search search, WalkProfile profile, Attachment from, Attachment to) {
        this.network = network;
        this.search = search;
        this.costs = new Costs(profile, false);
        this.from = from;
        this.to = to;
    }

    Optional<Route> find(int limit) {
        Best best = new Best(limit);
        if (from.edge() == to.edge()) {
            best.offer(from.along(costs, to.offsetMillimetres()),
                    Math.abs(to.offsetMillimetres() - from.offsetMillimetres()), Best.SAME_EDGE);
        }
        search.seed(from, costs, limit);
        // What is still to come cannot be better once it is later than the best.
        for (int node = search.next(); node >= 0 && search.finalBelow() <= best.millis; node = search.next()) {
            search.spread(node, costs, limit);
            if (node == to.from()) {
                best.offer(search, costs.of(to.traits(), to.offsetMillimetres()), to.offsetMillimetres(), node);
            }
            if (node == to.to()) {
                best.offer(search, costs.of(EdgeTraits.turned(to.traits()), to.restMillimetres()),
                        to.restMillimetres(), node);
            }
        }
        return best.found() ? Optional.of(route(best)) : Optional.empty();
    }

    private Route route(Best best) {
        RouteLine line = new RouteLine(network);
        if (best.end == Best.SAME_EDGE) {
            line.start(from);
            line.along(from.edge(), from.from(), from.offsetMillimetres(), to.offsetMillimetres());
        } else {
            Deque<Integer> arcs = new ArrayDeque<>();
            int first = back(best.end, arcs);
            line.start(from);
            line.along(from.edge(), from.from(), from.offsetMillimetres(),
                    first == from.from() ? 0 : from.lengthMillimetres());
            int node = first;
            for (int arc : arcs) {
                line.whole(network.edgeOf(node, arc), node);
                node = Arc.target(network.arcs[arc]);
            }
            line.along(to.edge(), to.from(), best.end == to.from() ? 0 : to.lengthMillimetres(),
                    to.offsetMillimetres());
        }
        line.end(to);
        return line.route(Costs.toTenths(best.millis), best.millimetres);
    }

    /// Walks back from a node to where the walk came onto the network; each step shortens the way, so it ends.
    ///
    /// @param arcs filled with the arcs walked, in the order of the walk
    /// @return the node where the walk begins
    private int back(int end, Deque<Integer> arcs) {
        int node = end;
        while (!startsAt(node)) {
            node = before(node, arcs);
        }
        return node;
    }

    private boolean startsAt(int node) {
        int slot = search.times.slot(node);
        long way = search.times.ways[slot];
        return (node == from.from() && way == NodeTimes.way(from.toFirstEnd(costs), from.offsetMillimetres()))
                || (node == from.to() && way == NodeTimes.way(from.toSecondEnd(costs), from.restMillimetres()));
    }

    private int before(int node, Deque<Integer> arcs) {
        int slot = search.times.slot(node);
        long way = search.times.ways[slot];
        for (int at = network.first[node]; at < network.first[node + 1]; at++) {
            long arc = network.arcs[at];
            int length = Arc.millimetres(arc);
            int cost = costs.of(EdgeTraits.turned(Arc.traits(arc)), length);
            int source = Arc.target(arc);
            int before = search.times.slot(source);
            if (cost >= 0 && search.times.ways[before] == way - NodeTimes.way(cost, length)) {
                arcs.addFirst(twin(node, at, source));
                return source;
            }
        }
        throw new IllegalStateException("no way back from node " + node);
    }

    private int twin(int node, int arc, int source) {
        int edge = network.edgeOf(node, arc);
        if (source < node) {
            return network.edgeArcs[edge];
        }
        for (int at = network.first[source]; at < network.first[source + 1]; at++) {
            if (Arc.target(network.arcs[at]) == node && network.edgeOf(source, at) == edge) {
                return at;
            }
        }
        throw new IllegalStateException("edge " + edge + " is listed at one end only");
    }

    private static final class Best {

        static final int SAME_EDGE = -1;
        private static final int NEVER = Integer.MAX_VALUE;

        private final int limit;
        private int millis = NEVER;
        private int millimetres = NEVER;
        private int end;

        Best(int limit) {
            this.limit = limit;
        }

        boolean found() {
            return millis != NEVER;
        }

        void offer(Search search, int rest, int restMillimetres, int node) {
            if (rest >= 0 && rest <= limit - search.millis()) {
                offer(search.millis() + rest, search.millimetres() + restMillimetres, node);
            }
        }

        void offer(int milli, int millimetre, int node) {
            boolean better = milli < millis || (milli == millis && millimetre < millimetres);
            if (milli >= 0 && milli <= limit && better) {
                millis = milli;
                millimetres = millimetre;
                end = node;
            }
        }
    }
}
