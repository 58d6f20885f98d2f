package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// The street plan: roads run along every quarter of a lattice unit, in both directions. Those between neighbourhoods
/// keep one name through the whole district, those within change theirs from one sub-district to the next.
final class Streets {

    /// Blocks along the side of a neighbourhood.
    static final int BLOCKS = 4;
    private static final int STRETCH = Areas.CELLS;

    private final DemoRoad[][] northward;
    private final DemoRoad[][] eastward;
    private final List<DemoRoad> all = new ArrayList<>();

    Streets(long seed, Lattice lattice, Names names) {
        var minor = new ArrayList<>(names.compounds());
        Collections.shuffle(minor, new Random(seed));
        var arteries = names.arteries().iterator();
        var minors = minor.iterator();
        northward = new DemoRoad[Lattice.WIDTH * BLOCKS + 1][Lattice.HEIGHT / STRETCH];
        for (int i = 0; i < northward.length; i++) {
            boolean artery = i % BLOCKS == 0;
            for (int s = 0; s < northward[i].length; s++) {
                northward[i][s] = artery && s > 0
                        ? northward[i][0]
                        : road(lattice, artery ? arteries.next() : minors.next(), true, i, s, artery);
            }
        }
        eastward = new DemoRoad[Lattice.HEIGHT * BLOCKS + 1][Lattice.WIDTH / STRETCH];
        for (int j = 0; j < eastward.length; j++) {
            boolean artery = j % BLOCKS == 0;
            for (int s = 0; s < eastward[j].length; s++) {
                eastward[j][s] = artery && s > 0
                        ? eastward[j][0]
                        : road(lattice, artery ? arteries.next() : minors.next(), false, j, s, artery);
            }
        }
    }

    private DemoRoad road(Lattice lattice, Names.Name name, boolean north, int line, int stretch, boolean artery) {
        int end = north ? Lattice.HEIGHT : Lattice.WIDTH;
        int from = artery ? 0 : stretch * STRETCH;
        int to = artery ? end : from + STRETCH;
        var points = new ArrayList<DemoPoint>();
        double across = line / (double) BLOCKS;
        for (int along = from; along <= to; along++) {
            points.add(north ? lattice.at(across, along) : lattice.at(along, across));
        }
        boolean street = !artery && line % 7 == 0;
        var road = new DemoRoad(name.zh() + (street ? "街" : "路"), name.en() + (street ? " Street" : " Road"),
                List.copyOf(points));
        all.add(road);
        return road;
    }

    /// The road running north at `line` quarters of a unit from the west, where it passes `y`.
    DemoRoad northward(int line, double y) {
        return northward[line][Math.min((int) y / STRETCH, northward[line].length - 1)];
    }

    /// The road running east at `line` quarters of a unit from the south, where it passes `x`.
    DemoRoad eastward(int line, double x) {
        return eastward[line][Math.min((int) x / STRETCH, eastward[line].length - 1)];
    }

    List<DemoRoad> list() {
        return List.copyOf(all);
    }
}
