package cn.jinlin.search.walk.osm;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;

/// A small extract, written node by node and way by way. Tags are words of the form `key=value`.
final class TestExtract {

    /// About 11 m, the unit in which nodes are placed.
    static final double STEP = 0.0001;
    static final double LAT = 31.2;
    static final double LON = 121.4;

    private final StringTable.Builder strings = StringTable.newBuilder().addS(ByteString.EMPTY);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final HeaderBlock.Builder header = HeaderBlock.newBuilder()
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes");
    private boolean dense = true;
    private boolean packed = true;
    private boolean backwards;

    /// @param north steps from the corner to the north, and `east` to the east
    TestExtract node(long id, double north, double east, String... tags) {
        var node = Node.newBuilder()
                .setId(id)
                .setLat(Math.round((LAT + north * STEP) * 1e7))
                .setLon(Math.round((LON + east * STEP) * 1e7));
        for (String tag : tags) {
            node.addKeys(number(tag.substring(0, tag.indexOf('='))));
            node.addVals(number(tag.substring(tag.indexOf('=') + 1)));
        }
        nodes.add(node.build());
        return this;
    }

    /// Nodes 1 to `count`, ten steps from one to the next, eastward.
    TestExtract row(int count) {
        for (int i = 1; i <= count; i++) {
            node(i, 0, 10 * i);
        }
        return this;
    }

    TestExtract way(long id, List<Integer> references, String... tags) {
        var way = Way.newBuilder().setId(id);
        long last = 0;
        for (long reference : references) {
            way.addRefs(reference - last);
            last = reference;
        }
        for (String tag : tags) {
            way.addKeys(number(tag.substring(0, tag.indexOf('='))));
            way.addVals(number(tag.substring(tag.indexOf('=') + 1)));
        }
        ways.add(way.build());
        return this;
    }

    TestExtract relation(List<Integer> memberWays, String... tags) {
        var relation = Relation.newBuilder().setId(1);
        long last = 0;
        for (long way : memberWays) {
            relation.addMemids(way - last).addRolesSid(number("outer")).addTypes(Relation.MemberType.WAY);
            last = way;
        }
        for (String tag : tags) {
            relation.addKeys(number(tag.substring(0, tag.indexOf('='))));
            relation.addVals(number(tag.substring(tag.indexOf('=') + 1)));
        }
        relations.add(relation.build());
        return this;
    }

    TestExtract plainNodes() {
        dense = false;
        return this;
    }

    TestExtract unpacked() {
        packed = false;
        return this;
    }

    /// Relations first, nodes last, and each kind from the highest id to the lowest.
    TestExtract backwards() {
        backwards = true;
        return this;
    }

    TestExtract needing(String feature) {
        header.addRequiredFeatures(feature);
        return this;
    }

    TestExtract takenAt(long epochSecond) {
        header.setOsmosisReplicationTimestamp(epochSecond);
        return this;
    }

    private int number(String word) {
        return numbers.computeIfAbsent(word, w -> {
            strings.addS(ByteString.copyFromUtf8(w));
            return strings.getSCount() - 1;
        });
    }

    Path write(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        block(out, "OSMHeader", content(header.build().toByteString()));
        var groups = new ArrayList<PrimitiveGroup>();
        var sorted = backwards ? nodes.reversed() : nodes;
        if (!nodes.isEmpty()) {
            groups.add(dense
                    ? PrimitiveGroup.newBuilder().setDense(denseNodes(sorted)).build()
                    : PrimitiveGroup.newBuilder().addAllNodes(sorted).build());
        }
        if (!ways.isEmpty()) {
            groups.add(PrimitiveGroup.newBuilder().addAllWays(backwards ? ways.reversed() : ways).build());
        }
        if (!relations.isEmpty()) {
            groups.add(PrimitiveGroup.newBuilder().addAllRelations(relations).build());
        }
        if (backwards) {
            Collections.reverse(groups);
        }
        for (PrimitiveGroup group : groups) {
            block(out, "OSMData", content(PrimitiveBlock.newBuilder()
                    .setStringtable(strings)
                    .addPrimitivegroup(group)
                    .build()
                    .toByteString()));
        }
        return out.toByteArray();
    }

    static void block(ByteArrayOutputStream out, String type, Blob blob) throws IOException {
        var head = BlobHeader.newBuilder().setType(type).setDatasize(blob.getSerializedSize()).build();
        var data = new DataOutputStream(out);
        data.writeInt(head.getSerializedSize());
        head.writeTo(data);
        blob.writeTo(data);
    }

    Blob content(ByteString raw) {
        return packed ? zlib(raw, raw.size()) : Blob.newBuilder().setRaw(raw).build();
    }

    static Blob zlib(ByteString raw, int claimed) {
        try (var deflater = new Deflater()) {
            deflater.setInput(raw.toByteArray());
            deflater.finish();
            byte[] space = new byte[raw.size() + 64];
            int size = deflater.deflate(space);
            return Blob.newBuilder().setRawSize(claimed).setZlibData(ByteString.copyFrom(space, 0, size)).build();
        }
    }

    private static DenseNodes denseNodes(List<Node> nodes) {
        var dense = DenseNodes.newBuilder();
        long id = 0;
        long lat = 0;
        long lon = 0;
        for (Node node : nodes) {
            dense.addId(node.getId() - id).addLat(node.getLat() - lat).addLon(node.getLon() - lon);
            id = node.getId();
            lat = node.getLat();
            lon = node.getLon();
            for (int i = 0; i < node.getKeysCount(); i++) {
                dense.addKeysVals(node.getKeys(i)).addKeysVals(node.getVals(i));
            }
            dense.addKeysVals(0);
        }
        return dense.build();
    }
}
