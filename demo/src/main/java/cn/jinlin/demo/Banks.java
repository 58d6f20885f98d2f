package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The paths along both banks of the river, and how roads that end there come down to them.
final class Banks {

    private static final double STEP = 0.125;
    /// From the end of a road down to the path, along x and along y: some 16 m.
    private static final double DOWN_EAST = 0.022;
    private static final double DOWN_NORTH = 0.014;
    private static final int STEPS = 55;
    private static final int RAMP = 30;
    private static final int GRAVEL = 20;

    private final Sketch sketch;
    private final River river;
    private final long seed;
    private final NavigableMap<Double, Integer> south = new TreeMap<>();
    private final NavigableMap<Double, Integer> north = new TreeMap<>();

    Banks(Sketch sketch, River river, long seed) {
        this.sketch = sketch;
        this.river = river;
        this.seed = seed;
        for (double x = 0; x <= Lattice.WIDTH; x += STEP) {
            stop(-1, x);
            stop(1, x);
        }
    }

    static double down(Grid.Axis axis) {
        return axis == Grid.Axis.NORTH ? DOWN_NORTH : DOWN_EAST;
    }

    /// A node of the path along one bank.
    int stop(int side, double x) {
        return path(side).computeIfAbsent(x, at -> sketch.node(at, river.bank(at, side)));
    }

    int westEnd(int side) {
        return path(side).firstEntry().getValue();
    }

    int eastEnd(int side) {
        return path(side).lastEntry().getValue();
    }

    private NavigableMap<Double, Integer> path(int side) {
        return side < 0 ? south : north;
    }

    /// Joins the end of a road with the path beneath it; some roads end at the wall.
    void descend(int roadEnd, int side, double x) {
        int chance = Draw.of(seed, "descent", Math.round(x * 1e6) * 2 + (side < 0 ? 0 : 1)).below(100);
        if (chance < STEPS) {
            sketch.way(List.of(roadEnd, stop(side, x)), "highway", "steps", "incline", "down");
        } else if (chance < STEPS + RAMP) {
            sketch.way(List.of(roadEnd, stop(side, x)), "highway", "footway", "surface", "asphalt");
        }
    }

    /// To be called last, when all roads have their stops.
    void draw() {
        for (int side : new int[]{-1, 1}) {
            for (int x = 0; x < Lattice.WIDTH; x++) {
                var nodes = new ArrayList<>(path(side).subMap((double) x, true, x + 1.0, true).values());
                boolean rough = Draw.of(seed, "bank", x * 2L + (side < 0 ? 0 : 1)).happens(GRAVEL);
                sketch.way(nodes, "highway", "footway", "name", "滨河步道", "name:en", "Riverside Walk", "surface",
                        rough ? "gravel" : "paving_stones");
            }
        }
    }
}
