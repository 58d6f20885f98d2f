package cn.jinlin.demo;

/// The river that parts the district's south from its north, in lattice units. Its course repeats after the width of a
/// district, so that districts set side by side share one river.
final class River {

    /// Some 60 m, so the water is some 120 m wide.
    static final double HALF_WIDTH = 0.055;
    /// From the water's edge to the path along it, some 20 m.
    static final double BANK = 0.02;
    private static final double MIDDLE = 7.05;
    private static final double WIDE_BEND = 0.42;
    private static final double SHORT_BEND = 0.16;

    private final double phase;
    private final double shortPhase;

    River(long seed) {
        var draw = Draw.of(seed, "river", 0);
        phase = draw.between(0, 2 * Math.PI);
        shortPhase = draw.between(0, 2 * Math.PI);
    }

    /// The y of its middle.
    double middle(double x) {
        return MIDDLE + WIDE_BEND * Math.sin(wave(2, x) + phase) + SHORT_BEND * Math.sin(wave(5, x) + shortPhase);
    }

    /// The y of the path along its south (-1) or north (1) bank.
    double bank(double x, int side) {
        return middle(x) + side * (HALF_WIDTH + BANK) * stretch(x);
    }

    /// How far a point lies from the paths along the river, negative where it is between them.
    double outside(double x, double y) {
        return Math.abs(y - middle(x)) / stretch(x) - HALF_WIDTH - BANK;
    }

    /// What a river that runs aslant measures along y for each unit across.
    private double stretch(double x) {
        double slope = WIDE_BEND * wave(2, 1) * Math.cos(wave(2, x) + phase)
                + SHORT_BEND * wave(5, 1) * Math.cos(wave(5, x) + shortPhase);
        return Math.sqrt(1 + slope * slope);
    }

    private static double wave(int times, double x) {
        return 2 * Math.PI * times * x / Lattice.WIDTH;
    }
}
