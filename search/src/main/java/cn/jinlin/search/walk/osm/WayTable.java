package cn.jinlin.search.walk.osm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.jinlin.search.walk.osm.NetworkRefusedException.Code;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Way;
import org.jspecify.annotations.Nullable;

/// The ways that can be walked, with the ids of their nodes.
final class WayTable implements Extract.Reader {

    private static final Set<String> TELLING = Set.of("highway", "route", "railway", "man_made");

    private final OsmOptions options;
    private final Map<Long, Tags> areas;
    private final LongList ids = new LongList();
    private final LongList references = new LongList();
    private final IntList ends = new IntList();
    private final IntList traits = new IntList();
    private final IntList nameIds = new IntList();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> idsOfNames = new HashMap<>();
    private final Map<WayRefusal, Integer> refused = new EnumMap<>(WayRefusal.class);
    private final Set<Integer> repeated = new HashSet<>();
    private long read;

    /// @param areas tags of walkable areas by the ways that are their edges
    WayTable(OsmOptions options, Map<Long, Tags> areas) {
        this.options = options;
        this.areas = areas;
    }

    @Override
    public void read(Block block) {
        for (PrimitiveGroup group : block.groups()) {
            for (Way way : group.getWaysList()) {
                read++;
                var tags = tags(block, way);
                if (tags != null) {
                    judge(way, tags);
                }
            }
        }
    }

    private @Nullable Tags tags(Block block, Way way) {
        for (int key : way.getKeysList()) {
            if (TELLING.contains(block.string(key))) {
                var tags = block.tags(way);
                if (FootRules.concerns(tags)) {
                    return tags;
                }
            }
        }
        return areas.get(way.getId());
    }

    private void judge(Way way, Tags tags) {
        var refusal = way.getRefsCount() < 2
                ? WayRefusal.NO_LINE
                : FootRules.refusal(tags, options.includePrivate());
        if (refusal != null) {
            refused.merge(refusal, 1, Integer::sum);
            return;
        }
        if ((long) references.size() + way.getRefsCount() > options.maxReferences()) {
            throw new NetworkRefusedException(Code.TOO_LARGE, "its ways name more than " + options.maxReferences()
                    + " nodes; cut the extract to the district and what is within walking distance of it");
        }
        long reference = 0;
        for (int i = 0; i < way.getRefsCount(); i++) {
            reference += way.getRefs(i);
            references.add(reference);
        }
        ids.add(way.getId());
        ends.add(references.size());
        traits.add(FootRules.traits(tags));
        nameIds.add(idOf(tags.get("name")));
    }

    private int idOf(@Nullable String name) {
        if (name == null) {
            return -1;
        }
        return idsOfNames.computeIfAbsent(name, text -> {
            names.add(text);
            return names.size() - 1;
        });
    }

    /// Marks ways that came twice, as in extracts that were put together; to be called after reading.
    void findRepeated() {
        if (ids.distinct().length == ids.size()) {
            return;
        }
        var seen = new HashSet<Long>();
        for (int way = 0; way < ids.size(); way++) {
            if (!seen.add(ids.get(way))) {
                repeated.add(way);
            }
        }
        refused.merge(WayRefusal.TWICE, repeated.size(), Integer::sum);
    }

    /// All ways of the file, walkable or not.
    long read() {
        return read;
    }

    Map<WayRefusal, Integer> refused() {
        return Map.copyOf(refused);
    }

    /// How many ways there are to ask for; those that [#isRepeated] among them.
    int size() {
        return ids.size();
    }

    int walkable() {
        return ids.size() - repeated.size();
    }

    boolean isRepeated(int way) {
        return repeated.contains(way);
    }

    int begin(int way) {
        return way == 0 ? 0 : ends.get(way - 1);
    }

    int end(int way) {
        return ends.get(way);
    }

    int traits(int way) {
        return traits.get(way);
    }

    @Nullable
    String name(int way) {
        int id = nameIds.get(way);
        return id < 0 ? null : names.get(id);
    }

    /// The ids of all nodes, ascending; before [#resolve].
    long[] nodeIds() {
        return references.distinct();
    }

    /// Puts numbers of the table in the place of ids.
    void resolve(NodeTable nodes) {
        for (int i = 0; i < references.size(); i++) {
            references.set(i, nodes.indexOf(references.get(i)));
        }
    }

    /// The number of the node at a place of a way, from [#begin] to [#end]; after [#resolve].
    int node(int place) {
        return (int) references.get(place);
    }
}
