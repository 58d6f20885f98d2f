package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Which roads cross the river, and what their bridges look like.
final class Bridges {

    private static final int ON_MAIN_ROADS = 5;
    private static final int ON_ARTERIES = 2;
    private static final int ON_FOOT = 2;
    private static final int ELEVATOR = 60;
    private static final double STAIR = 0.012;
    private static final double BESIDE = 0.03;

    private final Sketch sketch;
    private final Grid grid;
    private final Banks banks;
    private final Streets streets;
    private final long seed;
    private final Set<Integer> roads = new HashSet<>();

    Bridges(Sketch sketch, Grid grid, Banks banks, Streets streets, long seed) {
        this.sketch = sketch;
        this.grid = grid;
        this.banks = banks;
        this.streets = streets;
        this.seed = seed;
        var main = new ArrayList<Integer>();
        var arteries = new ArrayList<Integer>();
        var lanes = new ArrayList<Integer>();
        for (Line line : grid.lines(Grid.Axis.NORTH)) {
            boolean inner = line.road() > 0 && line.road() < Lattice.WIDTH * Streets.BLOCKS;
            if (inner && line.side() <= 0) {
                (line.isMain() ? main : line.isArtery() ? arteries : lanes).add(line.road());
            }
        }
        choose(main, ON_MAIN_ROADS);
        choose(arteries, ON_ARTERIES);
        lanes.removeIf(road -> road % 2 == 0);
        choose(lanes, ON_FOOT);
    }

    private void choose(List<Integer> from, int count) {
        Collections.shuffle(from, new Random(seed));
        roads.addAll(from.subList(0, count));
    }

    boolean over(Grid.Axis axis, int road) {
        return axis == Grid.Axis.NORTH && roads.contains(road);
    }

    /// Joins the two ends of a road across the water.
    void draw(Line line, int southEnd, double south, int northEnd, double north) {
        if (line.isArtery()) {
            var road = streets.northward(line.road(), south);
            sketch.way(List.of(southEnd, northEnd), "highway", line.isMain() ? "footway" : "secondary", "name",
                    road.name(), "name:en", road.nameEn(), "bridge", "yes", "layer", "1");
            double beside = line.at() + (line.side() < 0 ? -BESIDE : BESIDE);
            sketch.way(List.of(southEnd, banks.stop(-1, beside)), "highway", "steps", "incline", "down");
            sketch.way(List.of(northEnd, banks.stop(1, beside)), "highway", "steps", "incline", "down");
        } else {
            int up = grid.node(Grid.Axis.NORTH, line.at(), south + STAIR);
            int down = grid.node(Grid.Axis.NORTH, line.at(), north - STAIR);
            sketch.way(List.of(up, down), "highway", "footway", "bridge", "yes", "layer", "1");
            climb(line, southEnd, up, south, 0);
            climb(line, northEnd, down, north, 1);
        }
    }

    private void climb(Line line, int ground, int deck, double along, int end) {
        sketch.way(List.of(ground, deck), "highway", "steps", "incline", "up");
        if (Draw.of(seed, "bridge lift", line.road() * 2L + end).happens(ELEVATOR)) {
            int lift = grid.node(Grid.Axis.NORTH, line.at() + STAIR / 2, along, "highway", "elevator", "wheelchair",
                    "yes");
            sketch.way(List.of(ground, lift), "highway", "footway");
            sketch.way(List.of(lift, deck), "highway", "footway", "level", "1");
        }
    }
}
