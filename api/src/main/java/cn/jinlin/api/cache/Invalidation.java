package cn.jinlin.api.cache;

import org.jspecify.annotations.Nullable;

/// Said to all nodes: forget one entry, or with no key all entries, of a cache.
record Invalidation(String cache, @Nullable String key) {

    private static final char SEPARATOR = '\n';

    String write() {
        return key == null ? cache : cache + SEPARATOR + key;
    }

    static Invalidation read(String message) {
        int cut = message.indexOf(SEPARATOR);
        return cut < 0
                ? new Invalidation(message, null)
                : new Invalidation(message.substring(0, cut), message.substring(cut + 1));
    }
}
