package cn.jinlin.search.place;

/// Names in the order of their characters, so that all that begin alike stand together. Immutable.
final class SortedNames {

    private final char[] text;
    /// Places in the upper half, positions in the text in the lower.
    private final long[] entries;

    /// @param entries become the array's own and are sorted
    SortedNames(char[] text, long[] entries) {
        this.text = text;
        this.entries = entries;
        sort(0, entries.length, 0);
    }

    /// Where those begin that begin with the key.
    int first(String key) {
        return search(key, false);
    }

    /// Where they end, exclusive.
    int end(String key) {
        return search(key, true);
    }

    int place(int at) {
        return (int) (entries[at] >>> 32);
    }

    /// True where nothing stands behind the key.
    boolean endsAfter(int at, String key) {
        return charAt(entries[at], key.length()) == NameKeys.END;
    }

    private int search(String key, boolean behind) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = compare(entries[middle], key);
            if (order < 0 || (behind && order == 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(long entry, String key) {
        for (int i = 0; i < key.length(); i++) {
            int order = Character.compare(charAt(entry, i), key.charAt(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private char charAt(long entry, int depth) {
        return text[(int) entry + depth];
    }

    /// Three-way quicksort by one character after the other: characters that are known to be alike are not looked at
    /// again.
    private void sort(int from, int to, int depth) {
        int low = from;
        int high = to;
        int level = depth;
        while (high - low > 1) {
            char pivot = charAt(entries[(low + high) >>> 1], level);
            int less = low;
            int more = high;
            int at = low;
            while (at < more) {
                char here = charAt(entries[at], level);
                if (here < pivot) {
                    swap(less++, at++);
                } else if (here > pivot) {
                    swap(--more, at);
                } else {
                    at++;
                }
            }
            sort(low, less, level);
            sort(more, high, level);
            if (pivot == NameKeys.END) {
                return;
            }
            low = less;
            high = more;
            level++;
        }
    }

    private void swap(int one, int other) {
        long entry = entries[one];
        entries[one] = entries[other];
        entries[other] = entry;
    }
}
