package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.List;

/// A line along which one walks: the middle of a road, or one pavement of a main road.
///
/// @param road quarters of a lattice unit from the west or the south, as in {@link Streets}
/// @param at where it lies, in lattice units
/// @param side -1 or 1 for the pavement on the lower or the higher side, 0 for a road without pavements of its own
record Line(int road, double at, int side) {

    /// Every other artery is too busy to be walked on: it has pavements, and is crossed where there is a crossing.
    private static final int MAIN = 2 * Streets.BLOCKS;
    /// From the middle of a main road to its pavement, some 9 m: facilities stand behind it.
    static final double PAVEMENT = 0.012;
    static final double PAVEMENT_NORTH = 0.009;

    static boolean main(int road) {
        return road % MAIN == 0;
    }

    static List<Line> across(int units, double pavement) {
        var lines = new ArrayList<Line>();
        for (int road = 0; road <= units * Streets.BLOCKS; road++) {
            double at = road / (double) Streets.BLOCKS;
            if (main(road)) {
                lines.add(new Line(road, at - pavement, -1));
                lines.add(new Line(road, at + pavement, 1));
            } else {
                lines.add(new Line(road, at, 0));
            }
        }
        return List.copyOf(lines);
    }

    boolean isMain() {
        return side != 0;
    }

    boolean isArtery() {
        return road % Streets.BLOCKS == 0;
    }

    boolean isCollector() {
        return !isArtery() && road % 2 == 0;
    }
}
