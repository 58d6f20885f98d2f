package cn.jinlin.search.walk.osm;

import java.util.HashMap;
import java.util.Map;

import cn.jinlin.search.walk.osm.NetworkRefusedException.Code;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.Relation.MemberType;

/// Squares and platforms that are relations of several ways: their edges are walked, although the ways themselves often
/// say nothing.
final class WalkableAreas implements Extract.Reader {

    private final OsmOptions options;
    private final Map<Long, Tags> byWay = new HashMap<>();

    WalkableAreas(OsmOptions options) {
        this.options = options;
    }

    @Override
    public void read(Block block) {
        for (PrimitiveGroup group : block.groups()) {
            for (Relation relation : group.getRelationsList()) {
                var tags = block.tags(relation);
                if (tags.is("type", "multipolygon") && FootRules.concerns(tags)
                        && FootRules.refusal(tags, options.includePrivate()) == null) {
                    take(relation, tags);
                }
            }
        }
    }

    private void take(Relation relation, Tags tags) {
        if (relation.getTypesCount() != relation.getMemidsCount()) {
            throw new Block.ContradictionException("members without a type");
        }
        if (byWay.size() > options.maxReferences()) {
            throw new NetworkRefusedException(Code.TOO_LARGE, "its areas have too many edges");
        }
        long member = 0;
        for (int i = 0; i < relation.getMemidsCount(); i++) {
            member += relation.getMemids(i);
            if (relation.getTypes(i) == MemberType.WAY) {
                byWay.putIfAbsent(member, tags);
            }
        }
    }

    /// The tags of the area whose edge a way is, by the way's id.
    Map<Long, Tags> byWay() {
        return byWay;
    }
}
