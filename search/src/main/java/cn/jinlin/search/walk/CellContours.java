package cn.jinlin.search.walk;

import java.util.ArrayList;
import java.util.List;

/// Traces the borders of filled cells, the filled side on the left. The outermost cells are not filled.
final class CellContours {

    /// East, north, west, south.
    private static final int[] STEP_X = {1, 0, -1, 0};
    private static final int[] STEP_Y = {0, 1, 0, -1};

    private final boolean[] filled;
    private final int rows;
    private final int columns;
    private final boolean[] traced;

    CellContours(boolean[] filled, int rows, int columns) {
        this.filled = filled;
        this.rows = rows;
        this.columns = columns;
        traced = new boolean[filled.length];
    }

    /// Every ring as column, row pairs of cell corners, corners where it turns only.
    List<int[]> rings() {
        List<int[]> rings = new ArrayList<>();
        for (int row = 1; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (filled(column, row) && !filled(column, row - 1) && !traced[row * columns + column]) {
                    rings.add(trace(column, row));
                }
            }
        }
        return rings;
    }

    /// Begins eastwards along the lower side of a cell.
    private int[] trace(int startX, int startY) {
        IntList ring = new IntList();
        int x = startX;
        int y = startY;
        int heading = 0;
        do {
            if (heading == 0) {
                traced[y * columns + x] = true;
            }
            x += STEP_X[heading];
            y += STEP_Y[heading];
            int turned = turn(x, y, heading);
            if (turned != heading) {
                ring.add(x);
                ring.add(y);
            }
            heading = turned;
        } while (x != startX || y != startY || heading != 0);
        return ring.toArray();
    }

    /// Left where the cells ahead are empty, right where the one ahead on the right is filled too; cells that touch at a
    /// corner only are kept apart.
    private int turn(int x, int y, int heading) {
        if (!ahead(x, y, heading, true)) {
            return (heading + 1) & 3;
        }
        return ahead(x, y, heading, false) ? (heading + 3) & 3 : heading;
    }

    private boolean ahead(int x, int y, int heading, boolean left) {
        // The four cells around a corner, by the corner's own column and row.
        int dx = heading == 0 || (heading == 1 && !left) || (heading == 3 && left) ? 0 : -1;
        int dy = heading == 1 || (heading == 0 && left) || (heading == 2 && !left) ? 0 : -1;
        return filled(x + dx, y + dy);
    }

    private boolean filled(int column, int row) {
        return filled[row * columns + column];
    }
}
