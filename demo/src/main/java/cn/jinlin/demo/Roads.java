package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Draws the roads of one district along the lines of its grid, cut where the river runs and no bridge is.
final class Roads {

    private static final int SAMPLES = 16;
    /// Roads outside this band never come near the river.
    private static final double RIVER_FROM = 6.25;
    private static final double RIVER_TO = 7.85;
    /// Where something stands in the way within a block; paths from the block join before.
    private static final double OBSTACLE = 0.88;
    private static final double GAP = 0.008;
    /// Of a hundred stretches of a street, up to where each kind of obstacle goes.
    private static final int WALL = 2;
    private static final int LOCKED = 3;
    private static final int BOLLARD = 6;
    private static final int LIFT_GATE = 7;
    /// Of a hundred meetings of two streets, how many are building sites.
    private static final int WORKS = 3;

    private final Sketch sketch;
    private final Grid grid;
    private final River river;
    private final Banks banks;
    private final Bridges bridges;
    private final Crossings crossings;
    private final Streets streets;
    private final long seed;

    Roads(Sketch sketch, Grid grid, River river, Banks banks, Streets streets, long seed) {
        this.sketch = sketch;
        this.grid = grid;
        this.river = river;
        this.banks = banks;
        this.streets = streets;
        this.seed = seed;
        bridges = new Bridges(sketch, grid, banks, streets, seed);
        crossings = new Crossings(sketch, grid, seed);
    }

    void draw() {
        for (Grid.Axis axis : Grid.Axis.values()) {
            for (int line = 0; line < grid.lines(axis).size(); line++) {
                new Run(axis, line).draw();
            }
        }
        new Carriageways(sketch, grid, river, crossings, bridges, streets).draw();
    }

    /// One line from its one end to the other.
    private final class Run {

        private final Grid.Axis axis;
        private final int number;
        private final Line line;
        private final List<Integer> chain = new ArrayList<>();
        private List<String> tags = List.of();
        private @Nullable Shore shore;

        /// The end of the road at the water.
        private record Shore(int node, double along) {}

        Run(Grid.Axis axis, int number) {
            this.axis = axis;
            this.number = number;
            line = grid.line(axis, number);
        }

        void draw() {
            var across = grid.lines(axis.other());
            begin(0);
            for (int k = 0; k + 1 < across.size(); k++) {
                if (across.get(k).road() == across.get(k + 1).road()) {
                    end();
                    crossings.draw(axis, number, k);
                    begin(k + 1);
                } else {
                    segment(k, across.get(k).at(), across.get(k + 1).at());
                    if (across.get(k + 1).isArtery()) {
                        end();
                        begin(k + 1);
                    }
                }
            }
            end();
        }

        private void begin(int meeting) {
            int node = grid.meeting(axis, number, meeting);
            if (node != Grid.NONE) {
                chain.add(node);
            }
        }

        private void end() {
            sketch.way(chain, tags);
            chain.clear();
        }

        private void segment(int k, double from, double to) {
            var wanted = tags((from + to) / 2);
            if (!wanted.equals(tags)) {
                var last = chain.isEmpty() ? null : chain.getLast();
                end();
                if (last != null) {
                    chain.add(last);
                }
                tags = wanted;
            }
            var dry = dry(from, to);
            for (double[] part : dry) {
                if (part[0] > from) {
                    land(part[0], part[1]);
                }
                boolean whole = part[0] == from && part[1] == to;
                if (whole && !line.isArtery() && !line.isCollector()) {
                    street(k, from, to);
                } else {
                    chain.addAll(grid.joints(axis, number, k, part[0], part[1]));
                }
                if (part[1] < to) {
                    leave(part[0], part[1]);
                } else {
                    begin(k + 1);
                }
            }
        }

        private void street(int k, double from, double to) {
            int chance = Draw.of(seed, axis == Grid.Axis.NORTH ? "obstacle north" : "obstacle east", number * 1000L + k)
                    .below(100);
            if (works(k) || works(k + 1)) {
                tornUp(k, from, to);
                return;
            }
            double at = from + (to - from) * OBSTACLE;
            chain.addAll(grid.joints(axis, number, k, from, at));
            if (chance < WALL) {
                chain.add(grid.node(axis, line.at(), at - GAP));
                end();
                chain.add(grid.node(axis, line.at(), at + GAP));
            } else if (chance < LOCKED) {
                chain.add(grid.node(axis, line.at(), at, "barrier", "gate", "locked", "yes"));
            } else if (chance < BOLLARD) {
                chain.add(grid.node(axis, line.at(), at, "barrier", "bollard"));
            } else if (chance < LIFT_GATE) {
                chain.add(grid.node(axis, line.at(), at, "barrier", "lift_gate"));
            }
        }

        private boolean works(int meeting) {
            var across = grid.line(axis.other(), meeting);
            boolean lanes = line.road() % 2 == 1 && across.road() % 2 == 1;
            int x = axis == Grid.Axis.NORTH ? line.road() : across.road();
            int y = axis == Grid.Axis.NORTH ? across.road() : line.road();
            return lanes && Draw.of(seed, "works", x * 1000L + y).happens(WORKS);
        }

        /// A metro station is being built beneath: nobody walks there, and whoever has no other gate is cut off.
        private void tornUp(int k, double from, double to) {
            var closed = new ArrayList<Integer>();
            closed.add(chain.getLast());
            end();
            closed.addAll(grid.joints(axis, number, k, from, to));
            closed.add(grid.meeting(axis, number, k + 1));
            sketch.way(closed, "highway", "construction", "construction", "residential");
        }

        /// The road comes to the river.
        private void leave(double from, double water) {
            double end = water - Banks.down(axis);
            if (end <= from || chain.isEmpty()) {
                end();
                return;
            }
            int node = grid.node(axis, line.at(), end);
            chain.add(node);
            end();
            shore = new Shore(node, end);
            if (!bridges.over(axis, line.road())) {
                descend(node, water);
            }
        }

        /// The road begins again at the river's other side.
        private void land(double water, double to) {
            double start = water + Banks.down(axis);
            if (start >= to) {
                return;
            }
            int node = grid.node(axis, line.at(), start);
            if (!bridges.over(axis, line.road())) {
                descend(node, water);
            } else if (shore != null) {
                bridges.draw(line, shore.node, shore.along, node, start);
            }
            chain.add(node);
        }

        private void descend(int node, double water) {
            double x = axis == Grid.Axis.NORTH ? line.at() : water;
            double y = axis == Grid.Axis.NORTH ? water : line.at();
            banks.descend(node, y < river.middle(x) ? -1 : 1, x);
        }

        private double outside(double along) {
            return axis == Grid.Axis.NORTH ? river.outside(line.at(), along) : river.outside(along, line.at());
        }

        /// The parts of a stretch that lie outside of the paths along the river.
        private List<double[]> dry(double from, double to) {
            if (axis == Grid.Axis.NORTH
                    ? to < RIVER_FROM || from > RIVER_TO
                    : line.at() < RIVER_FROM || line.at() > RIVER_TO) {
                return List.of(new double[]{from, to});
            }
            var parts = new ArrayList<double[]>();
            double start = outside(from) > 0 ? from : Double.NaN;
            double before = from;
            for (int i = 1; i <= SAMPLES; i++) {
                double at = from + (to - from) * i / SAMPLES;
                boolean wasDry = outside(before) > 0;
                if (wasDry && outside(at) <= 0) {
                    parts.add(new double[]{start, edge(before, at)});
                } else if (!wasDry && outside(at) > 0) {
                    start = edge(at, before);
                }
                before = at;
            }
            if (outside(to) > 0) {
                parts.add(new double[]{start, to});
            }
            return parts;
        }

        private double edge(double dry, double wet) {
            for (int i = 0; i < 40; i++) {
                double middle = (dry + wet) / 2;
                if (outside(middle) > 0) {
                    dry = middle;
                } else {
                    wet = middle;
                }
            }
            return dry;
        }

        private List<String> tags(double along) {
            var road = axis == Grid.Axis.NORTH
                    ? streets.northward(line.road(), along)
                    : streets.eastward(line.road(), along);
            if (line.isMain()) {
                return List.of("highway", "footway", "footway", "sidewalk", "name", road.name(), "name:en",
                        road.nameEn());
            }
            return List.of("highway",
                    line.isArtery() ? "secondary" : line.isCollector() ? "tertiary" : "residential", "name",
                    road.name(), "name:en", road.nameEn(), "sidewalk", "both");
        }
    }
}
