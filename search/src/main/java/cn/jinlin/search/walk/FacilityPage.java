package cn.jinlin.search.walk;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// The facilities on the edges of 256 neighbouring nodes, listed at the node from which a search comes to them.
/// Immutable; ascending by node.
final class FacilityPage {

    static final int NODE_BITS = 8;

    private static final int NODES = 1 << NODE_BITS;
    private static final FacilityPage EMPTY = new FacilityPage(new long[NODES / 64], new int[0], new long[0],
            new int[0], new int[0], new int[0]);

    final long[] ids;
    final int[] edges;
    /// From the node along the edge to the facility.
    final int[] millimetres;
    /// The edge's, as seen from the node.
    final int[] traits;
    private final long[] hasAny;
    private final int[] nodes;

    private FacilityPage(long[] hasAny, int[] nodes, long[] ids, int[] edges, int[] millimetres, int[] traits) {
        this.hasAny = hasAny;
        this.nodes = nodes;
        this.ids = ids;
        this.edges = edges;
        this.millimetres = millimetres;
        this.traits = traits;
    }

    static FacilityPage orEmpty(@Nullable FacilityPage page) {
        return page == null ? EMPTY : page;
    }

    boolean has(int node) {
        int local = node & (NODES - 1);
        return (hasAny[local >> 6] & (1L << local)) != 0;
    }

    /// The first of a node's facilities, or where it would stand.
    int first(int node) {
        int low = 0;
        int high = nodes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nodes[middle] < node) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean isAt(int index, int node) {
        return index < nodes.length && nodes[index] == node;
    }

    boolean isEmpty() {
        return nodes.length == 0;
    }

    FacilityPage with(int node, long id, int edge, int millimetre, int trait) {
        int at = first(node);
        long[] any = hasAny.clone();
        int local = node & (NODES - 1);
        any[local >> 6] |= 1L << local;
        return new FacilityPage(any, inserted(nodes, at, node), inserted(ids, at, id), inserted(edges, at, edge),
                inserted(millimetres, at, millimetre), inserted(traits, at, trait));
    }

    FacilityPage without(int node, long id) {
        int at = first(node);
        while (isAt(at, node) && ids[at] != id) {
            at++;
        }
        if (!isAt(at, node)) {
            return this;
        }
        long[] any = hasAny.clone();
        if (!isAt(at + 1, node) && (at == 0 || nodes[at - 1] != node)) {
            int local = node & (NODES - 1);
            any[local >> 6] &= ~(1L << local);
        }
        return new FacilityPage(any, removed(nodes, at), removed(ids, at), removed(edges, at),
                removed(millimetres, at), removed(traits, at));
    }

    private static int[] inserted(int[] values, int at, int value) {
        int[] more = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, at, more, at + 1, values.length - at);
        more[at] = value;
        return more;
    }

    private static long[] inserted(long[] values, int at, long value) {
        long[] more = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, at, more, at + 1, values.length - at);
        more[at] = value;
        return more;
    }

    private static int[] removed(int[] values, int at) {
        int[] fewer = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, at + 1, fewer, at, fewer.length - at);
        return fewer;
    }

    private static long[] removed(long[] values, int at) {
        long[] fewer = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, at + 1, fewer, at, fewer.length - at);
        return fewer;
    }
}
