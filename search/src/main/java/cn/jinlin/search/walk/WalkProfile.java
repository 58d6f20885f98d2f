package cn.jinlin.search.walk;

/// Who walks, as data: a district may choose other figures.
///
/// The time on an edge is its length over the speed, rounded to the millisecond, and whatever must be waited for on it.
/// Times are whole milliseconds inside and tenths of seconds outside: sums are exact, and rounding once at the end
/// leaves them true to the tenth.
///
/// @param name what the profile is called, such as `ADULT`
/// @param metresPerHour speed, 1 to 100,000
/// @param steps whether steps can be climbed
/// @param kerbs whether a raised kerb can be climbed
/// @param rough whether a rough surface can be crossed
/// @param roughPercent how long a rough surface takes, in percent of a smooth one: 100 to 1,000
/// @param throughPrivate whether the ways inside private compounds may be used
/// @param crossingTenths waiting at a road crossing without lights, tenths of seconds, 0 to 6,000
/// @param signalsTenths waiting at a road crossing with lights, tenths of seconds, 0 to 6,000
/// @param elevatorTenths waiting for an elevator, tenths of seconds, 0 to 6,000
public record WalkProfile(String name, int metresPerHour, boolean steps, boolean kerbs, boolean rough, int roughPercent,
        boolean throughPrivate, int crossingTenths, int signalsTenths, int elevatorTenths) {

    public static final WalkProfile ADULT = new WalkProfile("ADULT", 4_500);
    public static final WalkProfile ELDER = new WalkProfile("ELDER", 3_200);
    /// Neither steps nor raised kerbs; a rough surface is crossed, as maps too often call a good path rough.
    public static final WalkProfile WHEELCHAIR = new WalkProfile("WHEELCHAIR", 3_200, false, false, true, 100, true, 0,
            0, 0);
    /// Counts length instead of time, as standards do that ask for metres walked: at a metre a second its tenths of
    /// seconds are decimetres.
    public static final WalkProfile METRES = new WalkProfile("METRES", 3_600);

    private static final int FASTEST = 100_000;
    private static final int MOST_ROUGH = 1_000;
    private static final int LONGEST_WAIT = 6_000;

    public WalkProfile {
        require(metresPerHour >= 1 && metresPerHour <= FASTEST, "speed", metresPerHour);
        require(roughPercent >= 100 && roughPercent <= MOST_ROUGH, "rough percent", roughPercent);
        require(crossingTenths >= 0 && crossingTenths <= LONGEST_WAIT, "crossing", crossingTenths);
        require(signalsTenths >= 0 && signalsTenths <= LONGEST_WAIT, "signals", signalsTenths);
        require(elevatorTenths >= 0 && elevatorTenths <= LONGEST_WAIT, "elevator", elevatorTenths);
    }

    /// Someone whom nothing keeps out and who waits nowhere.
    public WalkProfile(String name, int metresPerHour) {
        this(name, metresPerHour, true, true, true, 100, true, 0, 0, 0);
    }

    /// Whether both may use the same edges, so that what is attached for one is attached for the other.
    public boolean attachesLike(WalkProfile other) {
        return forbidden() == other.forbidden();
    }

    /// The same person keeping off steps and raised kerbs.
    public WalkProfile stepFree() {
        return new WalkProfile(name, metresPerHour, false, false, rough, roughPercent, throughPrivate, crossingTenths,
                signalsTenths, elevatorTenths);
    }

    /// The traits that keep this person out.
    int forbidden() {
        return (steps ? 0 : EdgeTraits.STEPS) | (kerbs ? 0 : EdgeTraits.KERB) | (rough ? 0 : EdgeTraits.ROUGH)
                | (throughPrivate ? 0 : EdgeTraits.PRIVATE);
    }

    boolean canUse(int traits) {
        return EdgeTraits.walkable(traits) && (traits & forbidden()) == 0;
    }

    private static void require(boolean right, String what, int value) {
        if (!right) {
            throw new IllegalArgumentException(what + " cannot be " + value);
        }
    }
}
