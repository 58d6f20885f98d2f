package cn.jinlin.search.walk;

/// What edges cost a profile in milliseconds, walking away from a node or, turned, towards it.
final class Costs {

    static final int IMPASSABLE = -1;

    private static final int MILLIS_PER_TENTH = 100;
    private static final int COMBINATIONS = EdgeTraits.ALL + 1;

    private final double[] millisPerMillimetre = new double[COMBINATIONS];
    private final int[] waiting = new int[COMBINATIONS];
    private final int[] wholeWaiting = new int[COMBINATIONS];
    private final double rounding;

    /// @param turned whether the walk goes towards the searched point instead of away from it
    Costs(WalkProfile profile, boolean turned) {
        int direction = turned ? EdgeTraits.BACKWARD : EdgeTraits.FORWARD;
        for (int traits = 0; traits < COMBINATIONS; traits++) {
            boolean passable = profile.canUse(traits) && (traits & direction) != 0;
            waiting[traits] = passable ? waiting(profile, traits) : IMPASSABLE;
            int percent = (traits & EdgeTraits.ROUGH) == 0 ? 100 : profile.roughPercent();
            millisPerMillimetre[traits] = passable ? 36.0 * percent / profile.metresPerHour() : 0;
            wholeWaiting[traits] = passable ? waiting[traits] : Integer.MAX_VALUE;
        }
        // Half a millisecond rounds; the rest is less than half the least step between two results, and keeps exact
        // halves from falling under the half.
        rounding = 0.5 + 0.25 / (100.0 * profile.metresPerHour());
    }

    /// Milliseconds on a piece of an edge as seen from where it is entered, or [#IMPASSABLE]. A piece without length
    /// costs nothing whatever the edge: one stands there already.
    int of(int traits, int millimetres) {
        if (millimetres == 0) {
            return 0;
        }
        int wait = waiting[traits];
        return wait < 0 ? IMPASSABLE : wait + (int) (millimetres * millisPerMillimetre[traits] + rounding);
    }

    /// Milliseconds on a whole edge; on an impassable one longer than any limit.
    int whole(long arc) {
        int traits = Arc.traits(arc);
        return wholeWaiting[traits] + (int) (Arc.millimetres(arc) * millisPerMillimetre[traits] + rounding);
    }

    /// Milliseconds rounded, halves up.
    static int toTenths(int millis) {
        return (millis + MILLIS_PER_TENTH / 2) / MILLIS_PER_TENTH;
    }

    /// The most milliseconds that still round to so many tenths.
    static int lastMillis(int tenths) {
        return Math.addExact(Math.multiplyExact(tenths, MILLIS_PER_TENTH), MILLIS_PER_TENTH / 2 - 1);
    }

    private static int waiting(WalkProfile profile, int traits) {
        int tenths = 0;
        if ((traits & EdgeTraits.SIGNALS) != 0) {
            tenths += profile.signalsTenths();
        } else if ((traits & EdgeTraits.CROSSING) != 0) {
            tenths += profile.crossingTenths();
        }
        if ((traits & EdgeTraits.ELEVATOR) != 0) {
            tenths += profile.elevatorTenths();
        }
        return tenths * MILLIS_PER_TENTH;
    }
}
