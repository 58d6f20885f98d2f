package cn.jinlin.demo;

/// One district's worth of a network: the district itself, or one of many set side by side.
///
/// @param prefix before the codes of its areas, so that no two tiles share one
/// @param shiftLat by how much it lies further north than the district itself, in degrees
/// @param shiftLon by how much further east
record Tile(Ground ground, River river, long seed, String prefix, double shiftLat, double shiftLon) {

    /// Between two tiles, in lattice units: as wide as a main road between its pavements.
    private static final double GAP = 0.03;

    /// The district itself.
    static Tile of(long seed, Ground ground) {
        return new Tile(ground, new River(seed), seed, "", 0, 0);
    }

    /// One of many: the ground is that of a district whose outline is straight.
    static Tile of(long seed, Ground straight, int column, int row) {
        return new Tile(straight, new River(seed), seed + column * 1_000L + row, "T%02d%02d-".formatted(column, row),
                row * (Lattice.HEIGHT + GAP) * Lattice.DEGREES_PER_UNIT_LAT,
                column * (Lattice.WIDTH + GAP) * Lattice.DEGREES_PER_UNIT_LON);
    }

    Sketch emptySketch(int firstNode) {
        return new Sketch(ground.lattice(), shiftLat, shiftLon, firstNode);
    }

    /// Everything of the tile, its nodes numbered from `firstNode`.
    Drawing draw(int firstNode) {
        var sketch = emptySketch(firstNode);
        var grid = new Grid(sketch, river);
        var banks = new Banks(sketch, river, seed);
        new Blocks(ground, grid, sketch, river, seed).draw();
        new Roads(sketch, grid, river, banks, ground.streets(), seed).draw();
        banks.draw();
        return new Drawing(sketch, grid, banks);
    }

    /// A drawn tile, with what is needed to join its neighbours to it.
    record Drawing(Sketch sketch, Grid grid, Banks banks) {}
}
