package cn.jinlin.demo;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where the lines of one district meet, and where paths join them between two meetings.
final class Grid {

    /// The way a line runs.
    enum Axis {
        NORTH, EAST;

        Axis other() {
            return this == NORTH ? EAST : NORTH;
        }
    }

    /// No node there: the place is the river's.
    static final int NONE = -1;

    private record Segment(Axis axis, int line, int number) {}

    private final List<Line> columns = Line.across(Lattice.WIDTH, Line.PAVEMENT);
    private final List<Line> rows = Line.across(Lattice.HEIGHT, Line.PAVEMENT_NORTH);
    private final int[][] meetings = new int[columns.size()][rows.size()];
    private final Map<Segment, SortedMap<Double, Integer>> joints = new HashMap<>();
    private final Sketch sketch;

    Grid(Sketch sketch, River river) {
        this.sketch = sketch;
        for (int c = 0; c < meetings.length; c++) {
            Arrays.fill(meetings[c], NONE);
            for (int r = 0; r < meetings[c].length; r++) {
                double x = columns.get(c).at();
                double y = rows.get(r).at();
                if (river.outside(x, y) > 0) {
                    meetings[c][r] = sketch.node(x, y);
                }
            }
        }
    }

    /// The lines that run along an axis, from the west or the south.
    List<Line> lines(Axis axis) {
        return axis == Axis.NORTH ? columns : rows;
    }

    Line line(Axis axis, int number) {
        return lines(axis).get(number);
    }

    /// Where a line meets one that runs across it, or {@link #NONE}.
    int meeting(Axis axis, int line, int cross) {
        return axis == Axis.NORTH ? meetings[line][cross] : meetings[cross][line];
    }

    int node(Axis axis, double across, double along, String... tags) {
        double x = axis == Axis.NORTH ? across : along;
        double y = axis == Axis.NORTH ? along : across;
        return tags.length == 0 ? sketch.node(x, y) : sketch.node(x, y, tags);
    }

    /// A node on a line, between its meetings `segment` and `segment + 1`; the same for the same place.
    int joint(Axis axis, int line, int segment, double along) {
        return joints.computeIfAbsent(new Segment(axis, line, segment), segments -> new TreeMap<>())
                .computeIfAbsent(along, at -> node(axis, line(axis, line).at(), at));
    }

    Collection<Integer> joints(Axis axis, int line, int segment, double from, double to) {
        var all = joints.get(new Segment(axis, line, segment));
        return all == null ? List.of() : all.subMap(from, to).values();
    }

    /// The number of the first or the last line of a road: they differ where it has two pavements.
    static int numberOf(int road, boolean last) {
        // Every main road before this one has two lines.
        int mains = (road + 2 * Streets.BLOCKS - 1) / (2 * Streets.BLOCKS);
        return road + mains + (last && Line.main(road) ? 1 : 0);
    }
}
