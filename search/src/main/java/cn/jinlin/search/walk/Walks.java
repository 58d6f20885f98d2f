package cn.jinlin.search.walk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/// Answers questions about walks on one network. Safe for any number of threads.
///
/// The exact rule: the time to a place is the least over both ends of its edge of the time to that end and on along the
/// edge, or the time along the edge when the walk begins on the same one. The way between a place and its edge is in no
/// time; [Attachment#accessMetres] gives it apart.
public final class Walks {

    private final WalkNetwork network;
    private final ScratchPool pool;
    private final Map<WalkProfile, Costs> away = new ConcurrentHashMap<>();
    private final Map<WalkProfile, Costs> towards = new ConcurrentHashMap<>();

    public Walks(WalkNetwork network) {
        this.network = network;
        pool = new ScratchPool(network);
    }

    public WalkNetwork network() {
        return network;
    }

    /// What can be reached from a point.
    ///
    /// @param limitTenths the longest walk, tenths of seconds; a walk of exactly so long counts
    /// @throws ArithmeticException when the limit is over 24 days
    public Reach from(Attachment origin, WalkProfile profile, int limitTenths, FacilitySnapshot facilities) {
        return reach(origin, profile, false, limitTenths, facilities);
    }

    /// From where a point can be reached: times are those of walks towards it.
    ///
    /// @param limitTenths as for [#from]
    public Reach to(Attachment target, WalkProfile profile, int limitTenths, FacilitySnapshot facilities) {
        return reach(target, profile, true, limitTenths, facilities);
    }

    /// The fastest walk between two points, of equally fast ones the shortest.
    ///
    /// @param limitTenths as for [#from]
    /// @return empty when there is none within the limit
    public Optional<Route> route(Attachment from, Attachment to, WalkProfile profile, int limitTenths) {
        Scratch scratch = pool.take();
        try {
            return new RouteSearch(network, scratch.search, profile, from, to).find(Costs.lastMillis(limitTenths));
        } finally {
            pool.giveBack(scratch);
        }
    }

    private Reach reach(Attachment origin, WalkProfile profile, boolean turned, int limitTenths,
            FacilitySnapshot facilities) {
        Costs costs = turned
                ? towards.computeIfAbsent(profile, key -> new Costs(key, true))
                : away.computeIfAbsent(profile, key -> new Costs(key, false));
        int limit = Costs.lastMillis(limitTenths);
        Scratch scratch = pool.take();
        try {
            Search search = scratch.search;
            FoundFacilities found = scratch.found;
            offerOnSameEdge(origin, costs, limit, facilities, found);
            search.seed(origin, costs, limit);
            for (int node = search.next(); node >= 0; node = search.next()) {
                search.spread(node, costs, limit);
                FacilityPage page = facilities.at(node);
                if (page != null) {
                    offer(page, node, search, costs, limit, found);
                }
            }
            return result(origin, profile, limitTenths, search.times, found.sorted());
        } finally {
            pool.giveBack(scratch);
        }
    }

    private static void offer(FacilityPage page, int node, Search search, Costs costs, int limit,
            FoundFacilities found) {
        int millis = search.millis();
        int millimetres = search.millimetres();
        for (int i = page.first(node); page.isAt(i, node); i++) {
            int cost = costs.of(page.traits[i], page.millimetres[i]);
            if (cost >= 0 && cost <= limit - millis) {
                found.offer(page.ids[i], millis + cost, millimetres + page.millimetres[i]);
            }
        }
    }

    private static void offerOnSameEdge(Attachment origin, Costs costs, int limit, FacilitySnapshot facilities,
            FoundFacilities found) {
        @Nullable
        FacilityPage page = facilities.at(origin.from());
        if (page == null) {
            return;
        }
        for (int i = page.first(origin.from()); page.isAt(i, origin.from()); i++) {
            if (page.edges[i] == origin.edge()) {
                int cost = origin.along(costs, page.millimetres[i]);
                if (cost >= 0 && cost <= limit) {
                    found.offer(page.ids[i], cost, Math.abs(page.millimetres[i] - origin.offsetMillimetres()));
                }
            }
        }
    }

    private Reach result(Attachment origin, WalkProfile profile, int limitTenths, NodeTimes times,
            ReachedFacilities found) {
        int count = 0;
        int slots = times.slots();
        for (int slot = 0; slot < slots; slot++) {
            if (times.ways[slot] != NodeTimes.UNREACHED) {
                count++;
            }
        }
        int[] nodes = new int[count];
        int[] tenths = new int[count];
        int at = 0;
        for (int slot = 0; slot < slots; slot++) {
            if (times.ways[slot] != NodeTimes.UNREACHED) {
                nodes[at] = times.node(slot);
                tenths[at++] = Costs.toTenths(NodeTimes.millis(times.ways[slot]));
            }
        }
        return new Reach(network, origin, profile, limitTenths, found, nodes, tenths);
    }
}
