package cn.jinlin.demo;

import java.util.List;

/// What each block is used for, and the paths within it.
final class Blocks {

    /// Uses, and how often of a hundred they fall.
    private enum Use {
        COMPOUND(52), SHORT_CUT(14), LANES(12), GREEN(6), CLOSED(16);

        private final int share;

        Use(int share) {
            this.share = share;
        }

        static Use of(Draw draw) {
            int chance = draw.below(100);
            for (Use use : values()) {
                chance -= use.share;
                if (chance < 0) {
                    return use;
                }
            }
            return CLOSED;
        }
    }

    private static final List<String> LOOSE = List.of("gravel", "sand", "ground");

    private final Ground ground;
    private final Grid grid;
    private final Sketch sketch;
    private final River river;
    private final long seed;

    Blocks(Ground ground, Grid grid, Sketch sketch, River river, long seed) {
        this.ground = ground;
        this.grid = grid;
        this.sketch = sketch;
        this.river = river;
        this.seed = seed;
    }

    void draw() {
        for (int x = 0; x < Lattice.WIDTH * Streets.BLOCKS; x++) {
            for (int y = 0; y < Lattice.HEIGHT * Streets.BLOCKS; y++) {
                var block = new Block(grid, sketch, x, y);
                if (!block.touches(river)) {
                    draw(block);
                }
            }
        }
    }

    private void draw(Block block) {
        var draw = Draw.of(seed, "block", block.x() * 1000L + block.y());
        switch (Use.of(draw)) {
            case COMPOUND -> {
                var area = ground.areas().at(block.x() / Streets.BLOCKS, block.y() / Streets.BLOCKS);
                new Compound(block, draw).draw(area.name().replace("居委会", ""),
                        area.nameEn().replace(" Residents' Committee", ""));
            }
            case SHORT_CUT -> shortCut(block, draw);
            case LANES -> lanes(block, draw);
            case GREEN -> green(block, draw);
            case CLOSED -> {
                // A school, a works, a market hall: nobody passes.
            }
        }
    }

    private void shortCut(Block block, Draw draw) {
        boolean east = draw.happens(50);
        var from = east ? Block.Side.WEST : Block.Side.SOUTH;
        var to = east ? Block.Side.EAST : Block.Side.NORTH;
        double start = draw.between(0.2, 0.8);
        double end = draw.between(0.2, 0.8);
        int bend = block.inward(from, (start + end) / 2, draw.between(0.4, 0.6));
        var path = List.of(block.joint(from, start), block.inward(from, start, 0.15), bend,
                block.inward(to, end, 0.15), block.joint(to, end));
        int chance = draw.below(100);
        if (chance < 4) {
            sketch.way(path, "highway", "footway", "oneway:foot", "yes");
        } else if (chance < 20) {
            sketch.way(path, "highway", "path", "surface", draw.pick(LOOSE));
        } else if (chance < 28) {
            sketch.way(path.subList(0, 2), "highway", "footway");
            sketch.way(path.subList(1, 3), "highway", "steps");
            sketch.way(path.subList(2, 5), "highway", "footway");
        } else {
            sketch.way(path, "highway", chance < 60 ? "footway" : "pedestrian");
        }
    }

    /// An old quarter: lanes that branch off and end at somebody's door.
    private void lanes(Block block, Draw draw) {
        var side = draw.pick(Block.Side.ALL);
        double start = draw.between(0.35, 0.65);
        int fork = block.inward(side, start, 0.35);
        sketch.way(List.of(block.joint(side, start), fork, block.inward(side, start, draw.between(0.6, 0.85))),
                "highway", "living_street");
        sketch.way(List.of(fork, block.inward(side, start - draw.between(0.1, 0.2), 0.35)), "highway", "footway");
        sketch.way(List.of(fork, block.inward(side, start + draw.between(0.1, 0.2), 0.4)), "highway", "footway");
    }

    /// A square or a small park, walked along its edge.
    private void green(Block block, Draw draw) {
        double in = draw.between(0.25, 0.35);
        int southWest = block.node(in, in);
        int southEast = block.node(1 - in, in);
        int northEast = block.node(1 - in, 1 - in);
        int northWest = block.node(in, 1 - in);
        var edge = List.of(southWest, southEast, northEast, northWest, southWest);
        if (draw.happens(60)) {
            sketch.way(edge, "highway", "pedestrian", "area", "yes");
        } else {
            sketch.way(edge, "highway", "footway", "surface", draw.pick(LOOSE));
        }
        sketch.way(List.of(block.joint(Block.Side.SOUTH, in), southWest), "highway", "footway");
        sketch.way(List.of(block.joint(Block.Side.NORTH, 1 - in), northEast), "highway", "footway");
    }

    /// How many residential buildings stand in a block.
    static int buildings(long seed, int x, int y) {
        var draw = Draw.of(seed, "block", x * 1000L + y);
        var use = Use.of(draw);
        int more = Draw.of(seed, "buildings", x * 1000L + y).below(3);
        return switch (use) {
            case COMPOUND -> 3 + more;
            case LANES -> 1 + more;
            case SHORT_CUT -> more;
            case GREEN, CLOSED -> more / 2;
        };
    }
}
