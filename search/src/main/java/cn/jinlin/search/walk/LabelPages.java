package cn.jinlin.search.walk;

import java.util.Arrays;

/// For each node of the network its nearest facility and the way to it: milliseconds in the upper half of a long, the
/// facility's slot in the lower.
///
/// In pages that an edit copies when it first writes to them: what was read before an edit stays as it was.
final class LabelPages {

    static final int NEVER = Integer.MAX_VALUE;
    static final long NONE = (long) NEVER << 32;

    private static final int PAGE_BITS = 9;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final long[] NO_PAGE = new long[PAGE];

    static {
        Arrays.fill(NO_PAGE, NONE);
    }

    private final long[][] pages;
    private final boolean[] own;

    private LabelPages(long[][] pages) {
        this.pages = pages;
        own = new boolean[pages.length];
    }

    static LabelPages none(int nodes) {
        long[][] pages = new long[(nodes >> PAGE_BITS) + 1][];
        Arrays.fill(pages, NO_PAGE);
        return new LabelPages(pages);
    }

    /// The same labels, ready for the next edit.
    LabelPages edited() {
        return new LabelPages(pages.clone());
    }

    long get(int node) {
        return pages[node >> PAGE_BITS][node & (PAGE - 1)];
    }

    void set(int node, long label) {
        int page = node >> PAGE_BITS;
        if (!own[page]) {
            pages[page] = pages[page].clone();
            own[page] = true;
        }
        pages[page][node & (PAGE - 1)] = label;
    }

    static long label(int millis, int slot) {
        return ((long) millis << 32) | slot;
    }

    static int millis(long label) {
        return (int) (label >>> 32);
    }

    static int slot(long label) {
        return (int) label;
    }
}
