package cn.jinlin.search.walk;

import java.util.Arrays;

/// The way to each node a search has come to, milliseconds in the upper half of a long and millimetres in the lower: the
/// smaller long is the better way. Kept in pages of neighbouring nodes, so that it grows with what is reached and not
/// with the network.
final class NodeTimes {

    static final long UNREACHED = Long.MAX_VALUE;

    private static final int PAGE_BITS = 6;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int ARCS_PER_LINE = 8;
    private static final int SPREAD = 0x9E37_79B9;

    /// What [#fetch] has read, kept so that reading it is not optimised away.
    long fetched;
    long[] ways = new long[32 * PAGE];
    private final WalkNetwork network;
    private int[] pageOfSlots = new int[32];
    private int pages;
    /// Open addressing: page number + 1, or 0, and beside it where its slots are.
    private int[] keys = new int[64];
    private int[] values = new int[64];
    private int shift = 32 - 6;
    /// The page asked for last, as the next one asked for is often the same.
    private int lastPage = -1;
    private int lastSlots;

    NodeTimes(WalkNetwork network) {
        this.network = network;
    }

    /// Where a node's figures are; made when it is not there yet.
    int slot(int node) {
        int page = node >>> PAGE_BITS;
        if (page != lastPage) {
            lastSlots = slots(page);
            lastPage = page;
        }
        return lastSlots + (node & (PAGE - 1));
    }

    private int slots(int page) {
        int at = (page * SPREAD) >>> shift;
        int mask = keys.length - 1;
        while (keys[at] != page + 1) {
            if (keys[at] == 0) {
                return open(page, at);
            }
            at = (at + 1) & mask;
        }
        return values[at];
    }

    static long way(int millis, int millimetres) {
        return ((long) millis << 32) | millimetres;
    }

    static int millis(long way) {
        return (int) (way >>> 32);
    }

    static int millimetres(long way) {
        return (int) way;
    }

    int node(int slot) {
        return (pageOfSlots[slot >>> PAGE_BITS] << PAGE_BITS) + (slot & (PAGE - 1));
    }

    /// One more than the last slot; those of nodes not reached are [#UNREACHED].
    int slots() {
        return pages << PAGE_BITS;
    }

    void clear() {
        pages = 0;
        lastPage = -1;
        Arrays.fill(keys, 0);
    }

    private int open(int page, int at) {
        fetch(page);
        if (pages == pageOfSlots.length) {
            pageOfSlots = Arrays.copyOf(pageOfSlots, pages * 2);
            ways = Arrays.copyOf(ways, pages * 2 * PAGE);
        }
        int slots = pages << PAGE_BITS;
        pageOfSlots[pages++] = page;
        Arrays.fill(ways, slots, slots + PAGE, UNREACHED);
        keys[at] = page + 1;
        values[at] = slots;
        if (pages * 2 > keys.length) {
            rehash();
        }
        return slots;
    }

    /// Reads the arcs of a page's nodes ahead, a cache line at a time. The search will want most of them soon, and one by
    /// one it would wait for the memory each time; this made it a fifth faster.
    private void fetch(int page) {
        int begin = network.first[page << PAGE_BITS];
        int end = network.first[Math.min((page + 1) << PAGE_BITS, network.nodes())];
        long seen = 0;
        for (int arc = begin; arc < end; arc += ARCS_PER_LINE) {
            seen ^= network.arcs[arc];
        }
        fetched = seen;
    }

    private void rehash() {
        keys = new int[keys.length * 2];
        values = new int[keys.length];
        shift--;
        for (int i = 0; i < pages; i++) {
            int at = (pageOfSlots[i] * SPREAD) >>> shift;
            while (keys[at] != 0) {
                at = (at + 1) & (keys.length - 1);
            }
            keys[at] = pageOfSlots[i] + 1;
            values[at] = i << PAGE_BITS;
        }
    }
}
