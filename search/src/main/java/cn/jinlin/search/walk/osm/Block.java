package cn.jinlin.search.walk.osm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;
import org.jspecify.annotations.Nullable;

/// One block of an extract: up to some thousand nodes, ways or relations with a table of the strings they use.
final class Block {

    /// A block that contradicts itself.
    static final class ContradictionException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ContradictionException(String message) {
            super(message);
        }
    }

    /// Takes nodes.
    interface Nodes {

        /// @param latE7 ten-millionths of a degree
        void node(long id, int latE7, int lonE7, Tags tags);

        /// Whether the node is wanted; its tags are not even looked at otherwise.
        boolean wants(long id);
    }

    private static final long NANO_TO_E7 = 100;
    private static final long POLE = 900_000_000;
    private static final long DATE_LINE = 1_800_000_000;

    private final PrimitiveBlock block;
    private final StringTable table;
    private final @Nullable String[] strings;

    Block(PrimitiveBlock block) {
        this.block = block;
        table = block.getStringtable();
        strings = new String[table.getSCount()];
    }

    List<PrimitiveGroup> groups() {
        return block.getPrimitivegroupList();
    }

    String string(int index) {
        if (index < 0 || index >= strings.length) {
            throw new ContradictionException("string " + index + " of " + strings.length);
        }
        var string = strings[index];
        if (string == null) {
            string = table.getS(index).toStringUtf8();
            strings[index] = string;
        }
        return string;
    }

    /// Whether a word stands in the block's table, as all keys and values that the block uses do.
    boolean hasString(String word) {
        return table.getSList().contains(ByteString.copyFromUtf8(word));
    }

    Tags tags(Way way) {
        return tags(way.getKeysList(), way.getValsList());
    }

    Tags tags(Relation relation) {
        return tags(relation.getKeysList(), relation.getValsList());
    }

    private Tags tags(List<Integer> keys, List<Integer> values) {
        if (keys.size() != values.size()) {
            throw new ContradictionException(keys.size() + " keys for " + values.size() + " values");
        }
        if (keys.isEmpty()) {
            return Tags.NONE;
        }
        var tags = HashMap.<String, String>newHashMap(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            tags.put(string(keys.get(i)), string(values.get(i)));
        }
        return new Tags(tags);
    }

    void eachNode(Nodes nodes) {
        for (PrimitiveGroup group : groups()) {
            for (Node node : group.getNodesList()) {
                boolean seen = !node.getInfo().hasVisible() || node.getInfo().getVisible();
                if (seen && nodes.wants(node.getId())) {
                    nodes.node(node.getId(), lat(node.getLat()), lon(node.getLon()),
                            tags(node.getKeysList(), node.getValsList()));
                }
            }
            if (group.hasDense()) {
                eachDense(group.getDense(), nodes);
            }
        }
    }

    private void eachDense(DenseNodes dense, Nodes nodes) {
        int count = dense.getIdCount();
        if (dense.getLatCount() != count || dense.getLonCount() != count) {
            throw new ContradictionException(count + " nodes with " + dense.getLatCount() + " latitudes");
        }
        long id = 0;
        long lat = 0;
        long lon = 0;
        int word = 0;
        for (int i = 0; i < count; i++) {
            id += dense.getId(i);
            lat += dense.getLat(i);
            lon += dense.getLon(i);
            int end = endOfTags(dense, word);
            if (nodes.wants(id)) {
                nodes.node(id, lat(lat), lon(lon), tags(dense, word, end));
            }
            word = end + 1;
        }
    }

    /// Tags of dense nodes are one row of key and value by turns, with a 0 after each node; the whole row is left out
    /// where no node has any.
    private static int endOfTags(DenseNodes dense, int from) {
        int end = from;
        while (end < dense.getKeysValsCount() && dense.getKeysVals(end) != 0) {
            end += 2;
        }
        if (end > dense.getKeysValsCount()) {
            throw new ContradictionException("a key without a value");
        }
        return end;
    }

    private Tags tags(DenseNodes dense, int from, int end) {
        if (from >= end) {
            return Tags.NONE;
        }
        Map<String, String> tags = HashMap.newHashMap((end - from) / 2);
        for (int i = from; i < end; i += 2) {
            tags.put(string(dense.getKeysVals(i)), string(dense.getKeysVals(i + 1)));
        }
        return new Tags(tags);
    }

    private int lat(long units) {
        return degrees(block.getLatOffset() + block.getGranularity() * units, POLE);
    }

    private int lon(long units) {
        return degrees(block.getLonOffset() + block.getGranularity() * units, DATE_LINE);
    }

    private static int degrees(long nano, long most) {
        long e7 = Math.floorDiv(nano + NANO_TO_E7 / 2, NANO_TO_E7);
        if (e7 < -most || e7 > most) {
            throw new ContradictionException("no place on earth: " + nano + " nanodegrees");
        }
        return (int) e7;
    }
}
