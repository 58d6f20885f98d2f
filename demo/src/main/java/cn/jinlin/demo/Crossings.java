package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The places where one gets across a main road: zebras and signals on the level, footbridges above, passages below.
final class Crossings {

    private enum Form {
        SIGNALS, ZEBRA, FOOTBRIDGE, PASSAGE, NONE
    }

    private record Main(Grid.Axis axis, int road) {}

    /// From the line to where its stairs end, in lattice units along x: some 16 m.
    private static final double ASIDE = 0.022;
    private static final double KERB = 0.002;
    private static final int RAISED_KERBS = 12;
    private static final int LIFTS = 40;
    private static final int ESCALATORS = 30;

    private final Sketch sketch;
    private final Grid grid;
    private final long seed;
    private final Map<Main, NavigableMap<Double, Integer>> middles = new HashMap<>();

    Crossings(Sketch sketch, Grid grid, long seed) {
        this.sketch = sketch;
        this.grid = grid;
        this.seed = seed;
    }

    /// Draws what joins the two pavements `number` and `number + 1` where a line comes to them.
    void draw(Grid.Axis axis, int line, int number) {
        int near = grid.meeting(axis, line, number);
        int far = grid.meeting(axis, line, number + 1);
        if (near == Grid.NONE || far == Grid.NONE) {
            return;
        }
        var draw = Draw.of(seed, axis == Grid.Axis.NORTH ? "crossing north" : "crossing east", line * 1000L + number);
        switch (form(grid.line(axis, line), draw)) {
            case SIGNALS -> level(axis, line, number, "traffic_signals", draw);
            case ZEBRA -> level(axis, line, number, "uncontrolled", draw);
            case FOOTBRIDGE -> above(axis, line, number, draw);
            case PASSAGE -> below(axis, line, number, draw);
            case NONE -> {
                // A fence runs along the middle of the main road.
            }
        }
    }

    private static Form form(Line line, Draw draw) {
        if (line.isArtery()) {
            return Form.SIGNALS;
        }
        int chance = draw.below(100);
        if (line.isCollector()) {
            return chance < 60 ? Form.ZEBRA : chance < 75 ? Form.SIGNALS : chance < 84 ? Form.FOOTBRIDGE : Form.NONE;
        }
        return chance < 40 ? Form.ZEBRA : chance < 44 ? Form.FOOTBRIDGE : chance < 47 ? Form.PASSAGE : Form.NONE;
    }

    private void level(Grid.Axis axis, int line, int number, String kind, Draw draw) {
        var across = axis.other();
        double near = grid.line(across, number).at();
        double far = grid.line(across, number + 1).at();
        double at = grid.line(axis, line).at();
        int middle = grid.node(axis, at, (near + far) / 2, "highway", "crossing", "crossing", kind);
        middles.computeIfAbsent(new Main(across, grid.line(across, number).road()), road -> new TreeMap<>())
                .put(at, middle);
        var nodes = new ArrayList<Integer>();
        nodes.add(grid.meeting(axis, line, number));
        if (draw.happens(RAISED_KERBS)) {
            nodes.add(grid.node(axis, at, near + KERB, "barrier", "kerb", "kerb", "raised"));
        }
        nodes.add(middle);
        nodes.add(grid.node(axis, at, far - KERB, "barrier", "kerb", "kerb", "lowered"));
        nodes.add(grid.meeting(axis, line, number + 1));
        sketch.way(nodes, "highway", "footway", "footway", "crossing", "crossing", kind);
    }

    private void above(Grid.Axis axis, int line, int number, Draw draw) {
        int[] deck = deck(axis, line, number, aside(axis));
        sketch.way(List.of(deck[0], deck[1]), "highway", "footway", "bridge", "yes", "layer", "1");
        boolean lifts = draw.happens(LIFTS);
        for (int end = 0; end < 2; end++) {
            int ground = grid.meeting(axis, line, number + end);
            sketch.way(List.of(ground, deck[end]), "highway", "steps", "incline", "up");
            if (lifts) {
                double beyond = grid.line(axis.other(), number + end).at() + (end == 0 ? -KERB : KERB);
                int lift = grid.node(axis, grid.line(axis, line).at() + aside(axis), beyond, "highway", "elevator",
                        "wheelchair", "yes");
                sketch.way(List.of(ground, lift), "highway", "footway");
                sketch.way(List.of(lift, deck[end]), "highway", "footway", "level", "1");
            }
        }
    }

    private void below(Grid.Axis axis, int line, int number, Draw draw) {
        int[] floor = deck(axis, line, number, -aside(axis));
        sketch.way(List.of(floor[0], floor[1]), "highway", "footway", "tunnel", "yes", "layer", "-1");
        boolean escalators = draw.happens(ESCALATORS);
        for (int end = 0; end < 2; end++) {
            int ground = grid.meeting(axis, line, number + end);
            sketch.way(List.of(ground, floor[end]), "highway", "steps", "incline", "down", "handrail", "yes");
            if (escalators) {
                double beside = grid.line(axis.other(), number + end).at() + (end == 0 ? -KERB : KERB);
                int bend = grid.node(axis, grid.line(axis, line).at() - aside(axis) / 2, beside);
                sketch.way(List.of(floor[end], bend, ground), "highway", "steps", "incline", "up", "conveying",
                        "forward");
            }
        }
    }

    private int[] deck(Grid.Axis axis, int line, int number, double aside) {
        double at = grid.line(axis, line).at() + aside;
        return new int[]{grid.node(axis, at, grid.line(axis.other(), number).at()),
            grid.node(axis, at, grid.line(axis.other(), number + 1).at())};
    }

    private static double aside(Grid.Axis axis) {
        return axis == Grid.Axis.NORTH ? ASIDE : ASIDE * Line.PAVEMENT_NORTH / Line.PAVEMENT;
    }

    /// The crossings of a main road, by their place along it.
    NavigableMap<Double, Integer> along(Grid.Axis axis, int road) {
        return middles.getOrDefault(new Main(axis, road), new TreeMap<>());
    }
}
