package cn.jinlin.search.walk.osm;

import java.util.Arrays;

/// The nodes that walkable ways run through: where they are and what is met at them.
final class NodeTable implements Extract.Reader {

    /// No place on earth.
    private static final int MISSING = Integer.MIN_VALUE;
    private static final double PER_DEGREE = 1e7;

    private final long[] ids;
    private final int[] lats;
    private final int[] lons;
    private final short[] flags;
    private final boolean includePrivate;
    /// Where the next node is looked for first: extracts are sorted by id.
    private int cursor;
    private int found;
    private int repeated;

    /// @param ids ascending
    NodeTable(long[] ids, boolean includePrivate) {
        this.ids = ids;
        this.includePrivate = includePrivate;
        lats = new int[ids.length];
        lons = new int[ids.length];
        flags = new short[ids.length];
        Arrays.fill(lats, MISSING);
    }

    @Override
    public void read(Block block) {
        block.eachNode(new Block.Nodes() {

            @Override
            public boolean wants(long id) {
                if (cursor == ids.length || ids[cursor] != id) {
                    boolean between = (cursor == ids.length || id < ids[cursor])
                            && (cursor == 0 || id > ids[cursor - 1]);
                    if (between) {
                        return false;
                    }
                    int at = Arrays.binarySearch(ids, id);
                    cursor = at < 0 ? -at - 1 : at;
                    return at >= 0;
                }
                return true;
            }

            @Override
            public void node(long id, int latE7, int lonE7, Tags tags) {
                int at = cursor++;
                if (lats[at] != MISSING) {
                    repeated++;
                    return;
                }
                lats[at] = latE7;
                lons[at] = lonE7;
                found++;
                flags[at] |= (short) NodeRules.flags(tags, includePrivate);
            }
        });
    }

    /// The number of a node; every id asked for is one of the table's.
    int indexOf(long id) {
        return Arrays.binarySearch(ids, id);
    }

    int size() {
        return ids.length;
    }

    int found() {
        return found;
    }

    int repeated() {
        return repeated;
    }

    boolean isMissing(int node) {
        return lats[node] == MISSING;
    }

    double lat(int node) {
        return lats[node] / PER_DEGREE;
    }

    double lon(int node) {
        return lons[node] / PER_DEGREE;
    }

    boolean is(int node, int flag) {
        return (flags[node] & flag) != 0;
    }

    void mark(int node, int flag) {
        flags[node] |= (short) flag;
    }

    void unmark(int node, int flag) {
        flags[node] &= (short) ~flag;
    }
}
