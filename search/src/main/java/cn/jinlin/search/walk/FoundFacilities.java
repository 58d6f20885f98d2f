package cn.jinlin.search.walk;

import java.util.Arrays;

/// The facilities a search has come to, with the best way to each so far; open addressing by id.
final class FoundFacilities {

    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private long[] ids = new long[64];
    private int[] millis = new int[64];
    private int[] millimetres = new int[64];
    private int size;
    /// Where a facility stands, + 1.
    private int[] table = new int[128];
    private int shift = 64 - 7;

    void offer(long id, int milli, int millimetre) {
        int at = (int) ((id * SPREAD) >>> shift);
        while (table[at] != 0) {
            int found = table[at] - 1;
            if (ids[found] == id) {
                improve(found, milli, millimetre);
                return;
            }
            at = (at + 1) & (table.length - 1);
        }
        append(at, id, milli, millimetre);
    }

    void clear() {
        size = 0;
        Arrays.fill(table, 0);
    }

    int capacity() {
        return table.length;
    }

    /// The fastest first, of equally fast ones the smallest id.
    ReachedFacilities sorted() {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = ((long) millis[i] << 32) | i;
        }
        Arrays.sort(order);
        long[] sortedIds = new long[size];
        int[] tenths = new int[size];
        int[] lengths = new int[size];
        for (int i = 0; i < size; i++) {
            int found = (int) order[i];
            int tenth = Costs.toTenths(millis[found]);
            int at = i;
            // Milliseconds are not shown, so they decide nothing that is.
            for (; at > 0 && tenths[at - 1] == tenth && sortedIds[at - 1] > ids[found]; at--) {
                sortedIds[at] = sortedIds[at - 1];
                tenths[at] = tenths[at - 1];
                lengths[at] = lengths[at - 1];
            }
            sortedIds[at] = ids[found];
            tenths[at] = tenth;
            lengths[at] = millimetres[found];
        }
        return new ReachedFacilities(sortedIds, tenths, lengths);
    }

    private void improve(int found, int milli, int millimetre) {
        if (milli < millis[found] || (milli == millis[found] && millimetre < millimetres[found])) {
            millis[found] = milli;
            millimetres[found] = millimetre;
        }
    }

    private void append(int at, long id, int milli, int millimetre) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            millis = Arrays.copyOf(millis, size * 2);
            millimetres = Arrays.copyOf(millimetres, size * 2);
        }
        ids[size] = id;
        millis[size] = milli;
        millimetres[size] = millimetre;
        table[at] = ++size;
        if (size * 2 > table.length) {
            rehash();
        }
    }

    private void rehash() {
        table = new int[table.length * 2];
        shift--;
        for (int i = 0; i < size; i++) {
            int at = (int) ((ids[i] * SPREAD) >>> shift);
            while (table[at] != 0) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = i + 1;
        }
    }
}
