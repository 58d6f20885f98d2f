package cn.jinlin.search.walk.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.GreatCircle;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Way;
import org.jspecify.annotations.Nullable;

/// Gathers the named areas that people live in or speak of: the names of those that are drawn from the ways and their
/// corners from the nodes; those of which only the middle is known from nodes alone.
final class CompoundTable {

    private static final int MOST = 200_000;
    /// More corners tell no more about the middle.
    private static final int MOST_CORNERS = 32;
    private static final int LONGEST_NAME = 120;
    private static final double PER_DEGREE = 1e7;
    private static final String PLACE = "place";
    /// Below a town. Meanings: OpenStreetMap wiki, Key:place.
    private static final Set<String> PARTS_OF_TOWN = Set.of("suburb", "quarter", "neighbourhood", "city_block",
            "locality",
            "village", "hamlet");
    private static final Set<String> DRAWN = Set.of("neighbourhood", "quarter");
    /// One name twice within this is an area and the label in its middle.
    private static final double SAME_METRES = 500;

    private final List<Area> areas = new ArrayList<>();
    private final Map<Long, List<Area>> byCorner = new HashMap<>();
    private final List<Compound> labels = new ArrayList<>();

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
            area |= word.equals("landuse") || word.equals(PLACE);
        }
        return named && area;
    }

    private void note(Tags tags, Way way) {
        String name = name(tags);
        boolean residential = tags.is("landuse", "residential") || tags.is(PLACE, DRAWN);
        if (!residential || name == null) {
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

    private static @Nullable String name(Tags tags) {
        String name = tags.get("name");
        return name == null || name.isBlank() || name.length() > LONGEST_NAME ? null : name;
    }

    void readNodes(Block block) {
        // Most blocks have no label in them; to look at the tags of each of their nodes would take long.
        boolean labelled = block.hasString(PLACE);
        if (byCorner.isEmpty() && !labelled) {
            return;
        }
        block.eachNode(new Block.Nodes() {

            @Override
            public boolean wants(long id) {
                return labelled || byCorner.containsKey(id);
            }

            @Override
            public void node(long id, int latE7, int lonE7, Tags tags) {
                byCorner.getOrDefault(id, List.of()).forEach(area -> area.add(latE7, lonE7));
                String name = tags.is(PLACE, PARTS_OF_TOWN) ? name(tags) : null;
                if (name != null && labels.size() < MOST) {
                    labels.add(new Compound(name, tags.get("name:en"),
                            new GeoPoint(latE7 / PER_DEGREE, lonE7 / PER_DEGREE)));
                }
            }
        });
    }

    /// Those with a corner in the extract, and the labels that stand in none of that name.
    List<Compound> list() {
        Map<String, List<Compound>> byName = new LinkedHashMap<>();
        areas.stream()
                .filter(area -> area.corners > 0)
                .map(Area::compound)
                .forEach(each -> byName.computeIfAbsent(each.name(), _ -> new ArrayList<>(1)).add(each));
        for (Compound label : labels) {
            List<Compound> alike = byName.computeIfAbsent(label.name(), _ -> new ArrayList<>(1));
            if (alike.stream().noneMatch(each -> metres(each, label) < SAME_METRES)) {
                alike.add(label);
            }
        }
        return byName.values().stream().flatMap(List::stream).limit(MOST).toList();
    }

    private static double metres(Compound one, Compound other) {
        return GreatCircle.metres(one.middle(), other.middle());
    }
}
