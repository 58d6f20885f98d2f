package cn.jinlin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where people walk in the demo district, and where they live: streets, pavements and crossings, a river with few
/// bridges, walled compounds with their gates, short cuts, steps and elevators. The same for the same seed.
///
/// It is written as an OpenStreetMap extract, so that it goes the way of any real one.
public final class DemoNetwork {

    /// Junctions, dead ends and closed gates of one district, about.
    private static final int NODES_PER_TILE = 23_500;
    private static final double MARGIN = 0.05;

    private final List<Tile> tiles;
    private final int columns;

    private DemoNetwork(List<Tile> tiles, int columns) {
        this.tiles = tiles;
        this.columns = columns;
    }

    static DemoNetwork of(long seed, Ground ground) {
        return new DemoNetwork(List.of(Tile.of(seed, ground)), 1);
    }

    /// Districts of one density side by side, for measuring. The network of 2,000,000 nodes needs no more memory to
    /// write than one district.
    ///
    /// @param nodes how many junctions it has, to within half a district
    /// @throws IllegalArgumentException for fewer than one
    public static DemoNetwork scaled(long seed, int nodes) {
        if (nodes < 1) {
            throw new IllegalArgumentException("A network has at least one node, not " + nodes);
        }
        int count = Math.max(1, (int) Math.round(nodes / (double) NODES_PER_TILE));
        int columns = (int) Math.ceil(Math.sqrt(count));
        var ground = Ground.straight(seed);
        return new DemoNetwork(IntStream.range(0, count)
                .mapToObj(i -> Tile.of(seed, ground, i % columns, i / columns))
                .toList(), columns);
    }

    /// Writes it as OpenStreetMap PBF.
    ///
    /// @throws UncheckedIOException where the file cannot be written
    public void write(Path file) {
        var southWest = tiles.getFirst().emptySketch(1).point(-MARGIN, -MARGIN);
        var northEast = tiles.getLast().emptySketch(1).point(Lattice.WIDTH + MARGIN, Lattice.HEIGHT + MARGIN);
        try (var out = new MapFile(file, southWest, northEast)) {
            var seams = new Seam[columns];
            int next = 1;
            for (int i = 0; i < tiles.size(); i++) {
                var drawing = tiles.get(i).draw(next);
                int column = i % columns;
                if (column > 0) {
                    Seam.joinWest(seams[column - 1], drawing);
                }
                if (i >= columns) {
                    Seam.joinSouth(seams[column], drawing);
                }
                seams[column] = Seam.of(drawing);
                out.write(drawing.sketch());
                next = drawing.sketch().end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo network could not be written to " + file, e);
        }
    }

    /// The residential buildings, neighbourhood by neighbourhood, made as they are taken.
    public Stream<DemoHome> homes() {
        return tiles.stream().flatMap(Homes::of);
    }

    /// The outline of one tile to which the next is joined: node numbers by line.
    private record Seam(List<Integer> east, List<Integer> north, int southBank, int northBank) {

        private static final List<String> LINK = List.of("highway", "footway", "footway", "crossing", "crossing",
                "traffic_signals");

        static Seam of(Tile.Drawing drawing) {
            var grid = drawing.grid();
            int last = grid.lines(Grid.Axis.NORTH).size() - 1;
            int top = grid.lines(Grid.Axis.EAST).size() - 1;
            var east = IntStream.rangeClosed(0, top).mapToObj(r -> grid.meeting(Grid.Axis.NORTH, last, r)).toList();
            var north = IntStream.rangeClosed(0, last).mapToObj(c -> grid.meeting(Grid.Axis.EAST, top, c)).toList();
            return new Seam(east, north, drawing.banks().eastEnd(-1), drawing.banks().eastEnd(1));
        }

        static void joinWest(Seam west, Tile.Drawing drawing) {
            for (int r = 0; r < west.east.size(); r++) {
                link(west.east.get(r), drawing.grid().meeting(Grid.Axis.NORTH, 0, r), drawing);
            }
            link(west.southBank, drawing.banks().westEnd(-1), drawing);
            link(west.northBank, drawing.banks().westEnd(1), drawing);
        }

        static void joinSouth(Seam south, Tile.Drawing drawing) {
            for (int c = 0; c < south.north.size(); c++) {
                link(south.north.get(c), drawing.grid().meeting(Grid.Axis.EAST, 0, c), drawing);
            }
        }

        private static void link(int from, int to, Tile.Drawing drawing) {
            if (from != Grid.NONE && to != Grid.NONE) {
                drawing.sketch().way(List.of(from, to), LINK);
            }
        }
    }
}
