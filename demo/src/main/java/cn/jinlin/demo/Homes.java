package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The residential buildings of one tile, neighbourhood by neighbourhood.
final class Homes {

    private static final int FEWEST = 24;
    private static final int MOST = 140;

    private Homes() {}

    static Stream<DemoHome> of(Tile tile) {
        return IntStream.range(0, Lattice.WIDTH * Lattice.HEIGHT)
                .boxed()
                .flatMap(cell -> in(tile, cell % Lattice.WIDTH, cell / Lattice.WIDTH).stream());
    }

    private static List<DemoHome> in(Tile tile, int cellX, int cellY) {
        var area = tile.ground().areas().at(cellX, cellY);
        var sketch = tile.emptySketch(1);
        var code = tile.prefix() + area.code();
        var homes = new ArrayList<DemoHome>();
        for (int i = 0; i < Streets.BLOCKS * Streets.BLOCKS; i++) {
            int x = cellX * Streets.BLOCKS + i % Streets.BLOCKS;
            int y = cellY * Streets.BLOCKS + i / Streets.BLOCKS;
            int count = Blocks.buildings(tile.seed(), x, y);
            var draw = Draw.of(tile.seed(), "homes", x * 1000L + y);
            for (int k = 0; k < count; k++) {
                double u = draw.between(0.26, 0.74);
                double v = draw.between(0.05, 0.12);
                double atX = (x + u) / Streets.BLOCKS;
                double atY = (y + (draw.happens(50) ? 0.2 + v : 0.8 - v)) / Streets.BLOCKS;
                int residents = FEWEST + draw.below(MOST - FEWEST);
                if (tile.river().outside(atX, atY) > 0) {
                    homes.add(new DemoHome("%s-H%03d".formatted(code, homes.size() + 1), code,
                            sketch.point(atX, atY), residents));
                }
            }
        }
        return homes;
    }
}
