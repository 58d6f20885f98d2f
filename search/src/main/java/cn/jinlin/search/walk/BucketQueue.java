package cn.jinlin.search.walk;

import java.util.Arrays;

/// Things waiting for their turn by a key in milliseconds, taken bucket by bucket: buckets come in order, the things in
/// one do not, so who takes them must be ready to see one again with a better key.
final class BucketQueue {

    static final int NONE = -1;

    private static final int WIDTH_BITS = 7;
    private static final int WORD_BITS = 6;

    /// For each bucket the last entry put in, + 1.
    private int[] heads = new int[1 << 10];
    /// A bit for each bucket that is not empty.
    private long[] occupied = new long[1 << (10 - WORD_BITS)];
    /// Key in the upper half, thing in the lower.
    private long[] entered = new long[256];
    private int[] next = new int[256];
    private int entries;
    private int bucket;
    private int takenKey;

    void add(int thing, int key) {
        int into = key >>> WIDTH_BITS;
        if (into >= heads.length) {
            int size = Math.max(heads.length * 2, Integer.highestOneBit(into) << 1);
            heads = Arrays.copyOf(heads, size);
            occupied = Arrays.copyOf(occupied, size >> WORD_BITS);
        }
        if (entries == next.length) {
            int size = entries * 2;
            entered = Arrays.copyOf(entered, size);
            next = Arrays.copyOf(next, size);
        }
        entered[entries] = ((long) key << 32) | thing;
        next[entries] = heads[into];
        heads[into] = ++entries;
        occupied[into >> WORD_BITS] |= 1L << into;
        bucket = Math.min(bucket, into);
    }

    /// Takes one thing out of the first bucket that is not empty.
    int take() {
        int head = heads[bucket];
        if (head == 0) {
            if (!advance()) {
                return NONE;
            }
            head = heads[bucket];
        }
        int entry = head - 1;
        heads[bucket] = next[entry];
        if (next[entry] == 0) {
            occupied[bucket >> WORD_BITS] &= ~(1L << bucket);
        }
        takenKey = (int) (entered[entry] >>> 32);
        return (int) entered[entry];
    }

    /// The key with which the last thing taken was put in.
    int takenKey() {
        return takenKey;
    }

    /// No key still waiting, nor any put in later that is not before the last one taken, is less than this.
    int floor() {
        return bucket << WIDTH_BITS;
    }

    /// Ready for the next search; whatever is left is dropped.
    void clear() {
        for (int word = 0; word < occupied.length; word++) {
            for (long bits = occupied[word]; bits != 0; bits &= bits - 1) {
                heads[(word << WORD_BITS) + Long.numberOfTrailingZeros(bits)] = 0;
            }
            occupied[word] = 0;
        }
        entries = 0;
        bucket = 0;
    }

    int capacity() {
        return heads.length + next.length;
    }

    private boolean advance() {
        int word = bucket >> WORD_BITS;
        long bits = occupied[word] & (-1L << bucket);
        while (bits == 0) {
            if (++word == occupied.length) {
                entries = 0;
                bucket = 0;
                return false;
            }
            bits = occupied[word];
        }
        bucket = (word << WORD_BITS) + Long.numberOfTrailingZeros(bits);
        return true;
    }
}
