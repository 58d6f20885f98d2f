package cn.jinlin.search.walk;

/// One edge seen from one of its ends, in a long: the node it leads to, its length, its traits as seen from this end.
///
/// Length and traits lie in the arc itself, so that a search touches one piece of memory for each arc.
final class Arc {

    private static final int LENGTH_BITS = 32 - EdgeTraits.COUNT;

    /// The first length that does not fit, about 8.4 km.
    static final int MAX_MILLIMETRES = 1 << LENGTH_BITS;

    private Arc() {}

    static long of(int target, int millimetres, int traits) {
        return ((long) target << 32) | ((long) millimetres << EdgeTraits.COUNT) | traits;
    }

    static int target(long arc) {
        return (int) (arc >>> 32);
    }

    static int millimetres(long arc) {
        return (int) arc >>> EdgeTraits.COUNT;
    }

    static int traits(long arc) {
        return (int) arc & EdgeTraits.ALL;
    }
}
