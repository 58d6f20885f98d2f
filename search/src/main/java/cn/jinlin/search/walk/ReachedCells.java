package cn.jinlin.search.walk;

import java.util.ArrayList;
import java.util.List;

import cn.jinlin.search.GeoPoint;

/// The square cells over which a reach lies, with an empty margin around them.
final class ReachedCells {

    private static final double FINEST_METRES = 30;
    private static final int MOST_CELLS_ACROSS = 90;
    /// Cells around the outermost node: one for the width of what is drawn, one to go around.
    private static final int MARGIN = 2;
    private static final double METRES_PER_TENTH_AND_SPEED = 1 / 36_000.0;

    private final Reach reach;
    private final double south;
    private final double west;
    private final double cellLat;
    private final double cellLon;
    private final int rows;
    private final int columns;
    private final boolean[] marked;

    private ReachedCells(Reach reach, double[] box) {
        this.reach = reach;
        double narrowing = Math.max(0.01, Math.cos(Math.toRadians((box[0] + box[2]) / 2)));
        double height = (box[2] - box[0]) * EarthDistance.DEGREE_METRES;
        double width = (box[3] - box[1]) * EarthDistance.DEGREE_METRES * narrowing;
        double metres = Math.max(FINEST_METRES, Math.max(height, width) / MOST_CELLS_ACROSS);
        cellLat = metres / EarthDistance.DEGREE_METRES;
        cellLon = cellLat / narrowing;
        south = box[0] - MARGIN * cellLat;
        west = box[1] - MARGIN * cellLon;
        rows = (int) (height / metres) + 1 + 2 * MARGIN;
        columns = (int) (width / metres) + 1 + 2 * MARGIN;
        marked = new boolean[rows * columns];
    }

    static ReachedCells of(Reach reach) {
        GeoPoint origin = reach.origin().point();
        double[] box = {origin.lat(), origin.lon(), origin.lat(), origin.lon()};
        WalkNetwork network = reach.network();
        for (int i = 0; i < reach.nodes(); i++) {
            double lat = network.lat(reach.node(i));
            double lon = network.lon(reach.node(i));
            box[0] = Math.min(box[0], lat);
            box[1] = Math.min(box[1], lon);
            box[2] = Math.max(box[2], lat);
            box[3] = Math.max(box[3], lon);
        }
        ReachedCells cells = new ReachedCells(reach, box);
        cells.mark(origin.lat(), origin.lon());
        for (int i = 0; i < reach.nodes(); i++) {
            cells.markAround(i);
        }
        return cells;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /// The marked cells and whatever they enclose.
    boolean[] filled() {
        boolean[] outside = new boolean[marked.length];
        int[] stack = new int[marked.length];
        int depth = 0;
        stack[depth++] = 0;
        outside[0] = true;
        while (depth > 0) {
            int cell = stack[--depth];
            int row = cell / columns;
            int column = cell % columns;
            for (int side = 0; side < 4; side++) {
                int r = row + (side == 0 ? 1 : side == 1 ? -1 : 0);
                int c = column + (side == 2 ? 1 : side == 3 ? -1 : 0);
                if (r >= 0 && r < rows && c >= 0 && c < columns && !outside[r * columns + c]
                        && !marked[r * columns + c]) {
                    outside[r * columns + c] = true;
                    stack[depth++] = r * columns + c;
                }
            }
        }
        boolean[] filled = new boolean[marked.length];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = !outside[i];
        }
        return filled;
    }

    /// @param ring column, row pairs of cell corners
    List<GeoPoint> points(int[] ring) {
        List<GeoPoint> points = new ArrayList<>(ring.length / 2);
        for (int i = 0; i < ring.length; i += 2) {
            points.add(new GeoPoint(south + ring[i + 1] * cellLat, west + ring[i] * cellLon));
        }
        return points;
    }

    /// A reached node, and as far as time is left along the edges there, straight.
    private void markAround(int index) {
        WalkNetwork network = reach.network();
        int node = reach.node(index);
        double lat = network.lat(node);
        double lon = network.lon(node);
        mark(lat, lon);
        double left = 1000.0 * (reach.limitTenths() - reach.tenths(index)) * reach.profile().metresPerHour()
                * METRES_PER_TENTH_AND_SPEED;
        for (int at = network.first[node]; at < network.first[node + 1]; at++) {
            long arc = network.arcs[at];
            int target = Arc.target(arc);
            double share = Math.min(1, left / Arc.millimetres(arc));
            double dLat = (network.lat(target) - lat) * share;
            double dLon = (network.lon(target) - lon) * share;
            int steps = (int) Math.max(Math.abs(dLat) / cellLat, Math.abs(dLon) / cellLon);
            for (int step = 1; step <= steps && reach.profile().canUse(Arc.traits(arc)); step++) {
                mark(lat + dLat * step / (steps + 1), lon + dLon * step / (steps + 1));
            }
        }
    }

    /// Marks a cell and its neighbours, so that parallel paths grow together.
    private void mark(double lat, double lon) {
        int row = (int) ((lat - south) / cellLat);
        int column = (int) ((lon - west) / cellLon);
        for (int r = Math.max(1, row - 1); r <= Math.min(rows - 2, row + 1); r++) {
            for (int c = Math.max(1, column - 1); c <= Math.min(columns - 2, column + 1); c++) {
                marked[r * columns + c] = true;
            }
        }
    }
}
