package cn.jinlin.search.walk.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.jinlin.search.GeoPoint;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Way;
import org.jspecify.annotations.Nullable;

/// Gathers the named residential areas: their names from the ways, their corners from the nodes.
final class CompoundTable {

    private static final int MOST = 200_000;
    /// More corners tell no more about the middle.
    private static final int MOST_CORNERS = 32;
    private static final int LONGEST_NAME = 120;
    private static final double PER_DEGREE = 1e7;

    private final List<Area> areas = new ArrayList<>();
    private final Map<Long, List<Area>> byCorner = new HashMap<>();

    private static final class Area {

        private final String name;
        private final @Nullable String nameEn;
        private long lats;
        private long lons;
        private int corners;

        Area(String name, @Nullable String nameEn) {
            this.name = name;
            this.nameEn = nameEn;
        }

        void add(int latE7, int lonE7) {
            lats += latE7;
            lons += lonE7;
            corners++;
        }

        Compound compound() {
            return new Compound(name, nameEn,
                    new GeoPoint(lats / PER_DEGREE / corners, lons / PER_DEGREE / corners));
        }
    }

    void readWays(Block block) {
        for (PrimitiveGroup group : block.groups()) {
            for (Way way : group.getWaysList()) {
                if (areas.size() < MOST && isOfNote(block, way)) {
                    note(block.tags(way), way);
                }
            }
        }
    }

    /// Looks at the keys first: most ways of an extract are buildings.
    private static boolean isOfNote(Block block, Way way) {
        boolean named = false;
        boolean area = false;
        for (int key : way.getKeysList()) {
            String word = block.string(key);
            named |= word.equals("name");
            area |= word.equals("landuse") || word.equals("place");
        }
        return named && area;
    }

    private void note(Tags tags, Way way) {
        String name = tags.get("name");
        boolean residential = tags.is("landuse", "residential") || tags.is("place", "neighbourhood")
                || tags.is("place", "quarter");
        if (!residential || name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            return;
        }
        var area = new Area(name, tags.get("name:en"));
        areas.add(area);
        // The last corner of an area is its first.
        int corners = Math.min(way.getRefsCount() - 1, MOST_CORNERS);
        long reference = 0;
        for (int i = 0; i < corners; i++) {
            reference += way.getRefs(i);
            byCorner.computeIfAbsent(reference, _ -> new ArrayList<>(1)).add(area);
        }
    }

    void readNodes(Block block) {
        if (byCorner.isEmpty()) {
            return;
        }
        block.eachNode(new Block.Nodes() {

            @Override
            public boolean wants(long id) {
                return byCorner.containsKey(id);
            }

            @Override
            public void node(long id, int latE7, int lonE7, Tags tags) {
                byCorner.getOrDefault(id, List.of()).forEach(area -> area.add(latE7, lonE7));
            }
        });
    }

    /// Those with a corner in the extract.
    List<Compound> list() {
        return areas.stream().filter(area -> area.corners > 0).map(Area::compound).toList();
    }
}
