package cn.jinlin.search.walk;

/// What an edge of the walking network is like: a set of bits.
///
/// `FORWARD` and `BACKWARD` say in which direction it may be walked, seen from its first end; an edge with neither
/// belongs to no walk. The others say what a person meets on it; whether that keeps anybody out is for [WalkProfile].
public final class EdgeTraits {

    /// May be walked from the first end to the second.
    public static final int FORWARD = 1;
    /// May be walked from the second end to the first.
    public static final int BACKWARD = 1 << 1;
    public static final int STEPS = 1 << 2;
    public static final int ELEVATOR = 1 << 3;
    /// Crosses a road.
    public static final int CROSSING = 1 << 4;
    /// Crosses a road at traffic lights.
    public static final int SIGNALS = 1 << 5;
    /// A surface hard for wheels: sand, gravel, cobbles.
    public static final int ROUGH = 1 << 6;
    /// A raised kerb, which wheels cannot climb.
    public static final int KERB = 1 << 7;
    /// Inside a private compound.
    public static final int PRIVATE = 1 << 8;

    static final int COUNT = 9;
    static final int ALL = (1 << COUNT) - 1;
    private static final int DIRECTIONS = FORWARD | BACKWARD;

    private EdgeTraits() {}

    /// The same edge seen from its other end.
    static int turned(int traits) {
        int forward = traits & FORWARD;
        int backward = traits & BACKWARD;
        return (traits & ~DIRECTIONS) | (forward << 1) | (backward >> 1);
    }

    static boolean walkable(int traits) {
        return (traits & DIRECTIONS) != 0;
    }
}
