package cn.jinlin.search.walk;

/// Where to look for edges near a point.
final class Cells {

    /// The cells.
    final CellGrid grid;
    /// The first node of each cell, nodes being in the order of their cells.
    final int[] first;
    /// The edges that only pass a cell.
    final CrossedCells crossed;

    Cells(CellGrid grid, int[] first, CrossedCells crossed) {
        this.grid = grid;
        this.first = first;
        this.crossed = crossed;
    }

    long bytes() {
        return 4L * (first.length + crossed.first.length + crossed.edges.length);
    }
}
