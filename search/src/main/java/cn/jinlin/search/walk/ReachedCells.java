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
    private static final double E7 = 1e7;
    private static final double HOURS_PER_TENTH = 1 / 36_000.0;

    /// In ten-millionths of a degree, as the cells' sizes.
    private final double south;
    private final double west;
    private final double cellLat;
    private final double cellLon;
    private final double rowsPerLat;
    private final double columnsPerLon;
    private final int rows;
    private final int columns;
    private final boolean[] marked;

    private ReachedCells(double[] box) {
        double narrowing = Math.max(0.01, Math.cos(Math.toRadians((box[0] + box[2]) / 2 / E7)));
        double height = (box[2] - box[0]) / E7 * EarthDistance.DEGREE_METRES;
        double width = (box[3] - box[1]) / E7 * EarthDistance.DEGREE_METRES * narrowing;
        double metres = Math.max(FINEST_METRES, Math.max(height, width) / MOST_CELLS_ACROSS);
        cellLat = metres / EarthDistance.DEGREE_METRES * E7;
        cellLon = cellLat / narrowing;
        rowsPerLat = 1 / cellLat;
        columnsPerLon = 1 / cellLon;
        south = box[0] - MARGIN * cellLat;
        west = box[1] - MARGIN * cellLon;
        rows = (int) (height / metres) + 1 + 2 * MARGIN;
        columns = (int) (width / metres) + 1 + 2 * MARGIN;
        marked = new boolean[rows * columns];
    }

    static ReachedCells of(Reach reach) {
        GeoPoint origin = reach.origin().point();
        double lat0 = origin.lat() * E7;
        double lon0 = origin.lon() * E7;
        double[] box = {lat0, lon0, lat0, lon0};
        forEachPiece(reach, (lat, lon, dLat, dLon) -> {
            box[0] = Math.min(box[0], Math.min(lat, lat + dLat));
            box[1] = Math.min(box[1], Math.min(lon, lon + dLon));
            box[2] = Math.max(box[2], Math.max(lat, lat + dLat));
            box[3] = Math.max(box[3], Math.max(lon, lon + dLon));
        });
        ReachedCells cells = new ReachedCells(box);
        cells.mark(lat0, lon0);
        forEachPiece(reach, cells::markPiece);
        return cells;
    }

    /// A straight piece of the way from a reached node on.
    private interface Piece {

        void accept(double lat, double lon, double dLat, double dLon);
    }

    /// Every reached node and, as far as time is left, the edges there as if they were straight.
    private static void forEachPiece(Reach reach, Piece piece) {
        WalkNetwork network = reach.network();
        double speed = 1000.0 * reach.profile().metresPerHour() * HOURS_PER_TENTH;
        for (int i = 0; i < reach.nodes(); i++) {
            int node = reach.node(i);
            double lat = network.lats[node];
            double lon = network.lons[node];
            double left = speed * (reach.limitTenths() - reach.tenths(i));
            piece.accept(lat, lon, 0, 0);
            for (int at = network.first[node]; at < network.first[node + 1]; at++) {
                long arc = network.arcs[at];
                if (reach.profile().canUse(Arc.traits(arc))) {
                    int target = Arc.target(arc);
                    double share = Math.min(1, left / Arc.millimetres(arc));
                    piece.accept(lat, lon, (network.lats[target] - lat) * share, (network.lons[target] - lon) * share);
                }
            }
        }
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /// The marked cells and whatever they enclose.
    boolean[] filled() {
        boolean[] wide = widened();
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
                        && !wide[r * columns + c]) {
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
            points.add(new GeoPoint((south + ring[i + 1] * cellLat) / E7, (west + ring[i] * cellLon) / E7));
        }
        return points;
    }

    private void markPiece(double lat, double lon, double dLat, double dLon) {
        int steps = (int) Math.max(Math.abs(dLat) * rowsPerLat, Math.abs(dLon) * columnsPerLon) + 1;
        double stepLat = dLat / steps;
        double stepLon = dLon / steps;
        for (int step = 1; step <= steps; step++) {
            mark(lat + step * stepLat, lon + step * stepLon);
        }
    }

    private void mark(double lat, double lon) {
        int row = (int) ((lat - south) * rowsPerLat);
        int column = (int) ((lon - west) * columnsPerLon);
        marked[row * columns + column] = true;
    }

    /// The marked cells with their neighbours, so that parallel paths grow together; the outermost cells stay empty.
    private boolean[] widened() {
        boolean[] wide = new boolean[marked.length];
        for (int row = 1; row < rows - 1; row++) {
            for (int column = 1; column < columns - 1; column++) {
                if (marked[row * columns + column]) {
                    for (int r = Math.max(1, row - 1); r <= Math.min(rows - 2, row + 1); r++) {
                        int at = r * columns + column;
                        wide[at] = true;
                        wide[at - 1] |= column > 1;
                        wide[at + 1] |= column < columns - 2;
                    }
                }
            }
        }
        return wide;
    }
}
