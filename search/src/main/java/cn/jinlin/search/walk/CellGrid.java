package cn.jinlin.search.walk;

import java.util.function.IntConsumer;

/// Square cells over the network's bounding box, numbered row by row from the south-west. Coordinates are in
/// ten-millionths of a degree.
///
/// @param minLat southern edge
/// @param minLon western edge
/// @param cellLat height of a cell
/// @param cellLon width of a cell
record CellGrid(int minLat, int minLon, int cellLat, int cellLon, int rows, int columns) {

    private static final double CELL_METRES = 150;
    private static final int FEW_CELLS = 64;
    private static final double COARSER = 1.25;

    /// Cells of 150 m, or larger ones where the nodes are so scattered that the cells would outnumber half of them.
    static CellGrid over(int minLat, int minLon, int maxLat, int maxLon, int nodes) {
        double middle = Math.toRadians(EarthDistance.toDegrees((int) (((long) minLat + maxLat) / 2)));
        double narrowing = Math.max(0.01, Math.cos(middle));
        long most = Math.max(FEW_CELLS, nodes / 2);
        for (double metres = CELL_METRES;; metres *= COARSER) {
            int cellLat = EarthDistance.toE7(Math.min(180, metres / EarthDistance.DEGREE_METRES));
            int cellLon = EarthDistance.toE7(Math.min(180, metres / EarthDistance.DEGREE_METRES / narrowing));
            long rows = ((long) maxLat - minLat) / cellLat + 1;
            long columns = ((long) maxLon - minLon) / cellLon + 1;
            if (rows * columns <= most) {
                return new CellGrid(minLat, minLon, cellLat, cellLon, (int) rows, (int) columns);
            }
        }
    }

    int cells() {
        return rows * columns;
    }

    int cell(int lat, int lon) {
        return row(lat) * columns + column(lon);
    }

    /// The row of a latitude, or the nearest row when it lies outside.
    int row(long lat) {
        return Math.clamp(Math.floorDiv(lat - minLat, cellLat), 0, rows - 1);
    }

    int column(long lon) {
        return Math.clamp(Math.floorDiv(lon - minLon, cellLon), 0, columns - 1);
    }

    boolean meets(long south, long west, long north, long east) {
        return north >= minLat && east >= minLon && south < minLat + (long) rows * cellLat
                && west < minLon + (long) columns * cellLon;
    }

    /// Every cell that the straight line between two points passes, at its borders rather one too many.
    void along(int latA, int lonA, int latB, int lonB, IntConsumer cell) {
        int first = row(Math.min(latA, latB));
        int last = row(Math.max(latA, latB));
        for (int row = first; row <= last; row++) {
            long south = minLat + (long) row * cellLat;
            double enter = share(south, latA, latB);
            double leave = share(south + cellLat, latA, latB);
            double lonEnter = lonA + enter * ((double) lonB - lonA);
            double lonLeave = lonA + leave * ((double) lonB - lonA);
            int east = column((long) Math.ceil(Math.max(lonEnter, lonLeave)));
            for (int column = column((long) Math.floor(Math.min(lonEnter, lonLeave))); column <= east; column++) {
                cell.accept(row * columns + column);
            }
        }
    }

    /// How far along the line its latitude is reached, 0 to 1; a line within one latitude is taken whole.
    private static double share(long lat, int latA, int latB) {
        if (latA == latB) {
            return lat <= latA ? 0 : 1;
        }
        return Math.clamp((lat - (double) latA) / ((double) latB - latA), 0, 1);
    }
}
