package cn.jinlin.demo;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBBox;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.file.FileBlock;

/// Writes sketches one after the other as OpenStreetMap PBF, nodes before ways as real extracts have them: the ways wait
/// in a file beside until the last node is written.
final class MapFile implements Closeable {

    /// As many as the tools of OpenStreetMap put into a block.
    private static final int BLOCK = 8_000;
    private static final long NANO = 1_000_000_000L;
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private final Path spool;
    private final OutputStream file;
    private final BlockOutputStream nodes;
    private final BlockOutputStream ways;
    private long lastWay;

    MapFile(Path path, DemoPoint southWest, DemoPoint northEast) throws IOException {
        spool = Files.createTempFile("ways", ".part");
        file = new BufferedOutputStream(Files.newOutputStream(path));
        nodes = new BlockOutputStream(file);
        ways = new BlockOutputStream(new BufferedOutputStream(Files.newOutputStream(spool)));
        var box = HeaderBBox.newBuilder()
                .setLeft(nano(southWest.lon()))
                .setBottom(nano(southWest.lat()))
                .setRight(nano(northEast.lon()))
                .setTop(nano(northEast.lat()));
        var header = HeaderBlock.newBuilder()
                .setBbox(box)
                .addRequiredFeatures("OsmSchema-V0.6")
                .addRequiredFeatures("DenseNodes")
                .addOptionalFeatures("Sort.Type_then_ID")
                .setWritingprogram("jinlin-demo")
                .setOsmosisReplicationTimestamp(MADE.getEpochSecond());
        nodes.write(FileBlock.newInstance("OSMHeader", header.build().toByteString(), null));
    }

    private static long nano(double degrees) {
        return Math.round(degrees * NANO);
    }

    void write(Sketch sketch) throws IOException {
        for (int from = sketch.first(); from < sketch.end(); from += BLOCK) {
            nodes.write(data(denseNodes(sketch, from, Math.min(from + BLOCK, sketch.end()))));
        }
        var all = sketch.ways();
        for (int from = 0; from < all.size(); from += BLOCK) {
            ways.write(data(ways(all.subList(from, Math.min(from + BLOCK, all.size())))));
        }
    }

    private static PrimitiveBlock.Builder denseNodes(Sketch sketch, int from, int to) {
        var words = new Words();
        var dense = DenseNodes.newBuilder();
        int lastLat = 0;
        int lastLon = 0;
        for (int node = from; node < to; node++) {
            dense.addId(node == from ? node : 1);
            dense.addLat(sketch.lat(node) - (long) lastLat);
            dense.addLon(sketch.lon(node) - (long) lastLon);
            lastLat = sketch.lat(node);
            lastLon = sketch.lon(node);
            sketch.tags(node).forEach(word -> dense.addKeysVals(words.number(word)));
            dense.addKeysVals(0);
        }
        return PrimitiveBlock.newBuilder()
                .setStringtable(words.table)
                .addPrimitivegroup(PrimitiveGroup.newBuilder().setDense(dense));
    }

    private PrimitiveBlock.Builder ways(List<Sketch.Way> part) {
        var words = new Words();
        var group = PrimitiveGroup.newBuilder();
        for (Sketch.Way each : part) {
            var way = Way.newBuilder().setId(++lastWay);
            for (int i = 0; i < each.tags().size(); i += 2) {
                way.addKeys(words.number(each.tags().get(i)));
                way.addVals(words.number(each.tags().get(i + 1)));
            }
            int last = 0;
            for (int node : each.nodes()) {
                way.addRefs(node - (long) last);
                last = node;
            }
            group.addWays(way);
        }
        return PrimitiveBlock.newBuilder().setStringtable(words.table).addPrimitivegroup(group);
    }

    private static FileBlock data(PrimitiveBlock.Builder block) {
        return FileBlock.newInstance("OSMData", block.build().toByteString(), null);
    }

    @Override
    public void close() throws IOException {
        try {
            ways.close();
            Files.copy(spool, file);
        } finally {
            nodes.close();
            Files.delete(spool);
        }
    }

    /// The strings of one block; number 0 is kept free, as it ends a node's tags.
    private static final class Words {

        private final StringTable.Builder table = StringTable.newBuilder().addS(ByteString.EMPTY);
        private final Map<String, Integer> numbers = new HashMap<>();

        int number(String word) {
            return numbers.computeIfAbsent(word, w -> {
                table.addS(ByteString.copyFromUtf8(w));
                return table.getSCount() - 1;
            });
        }
    }
}
