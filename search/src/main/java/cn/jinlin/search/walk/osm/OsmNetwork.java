package cn.jinlin.search.walk.osm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

import cn.jinlin.search.walk.Islands;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.osm.NetworkRefusedException.Code;

/// A walking network made of an OpenStreetMap extract.
///
/// @param network without small islands
/// @param report what the extract held and what became of it
/// @param compounds its compounds and other named parts of town, at most 200,000
public record OsmNetwork(WalkNetwork network, NetworkReport report, List<Compound> compounds) {

    private static final double READINGS = 3;

    /// Reads an extract in PBF, three times from its start: areas, ways, nodes. The file need not be sorted.
    ///
    /// @param progress told the share that is done, from 0 to 1, some hundred times
    /// @throws NetworkRefusedException when no network can be made of it; nothing was kept then
    /// @throws IOException when the file cannot be read
    public static OsmNetwork read(Path file, OsmOptions options, DoubleConsumer progress) throws IOException {
        var extract = new Extract(file);
        var areas = new WalkableAreas(options);
        extract.read(Extract.Kind.RELATIONS, share -> progress.accept(share / READINGS), areas);
        if (extract.isEmpty()) {
            throw new NetworkRefusedException(Code.EMPTY, "the extract has no nodes, no ways, no relations");
        }
        var ways = new WayTable(options, areas.byWay());
        var compounds = new CompoundTable();
        extract.read(Extract.Kind.WAYS, share -> progress.accept((1 + share) / READINGS), block -> {
            ways.read(block);
            compounds.readWays(block);
        });
        ways.findRepeated();
        if (ways.size() == 0) {
            throw new NetworkRefusedException(Code.NO_WALKABLE_WAY, "none of its " + ways.read()
                    + " ways can be walked; left out: " + ways.refused());
        }
        var nodes = new NodeTable(ways.nodeIds(), options.includePrivate());
        extract.read(Extract.Kind.NODES, share -> progress.accept((2 + share) / READINGS), block -> {
            nodes.read(block);
            compounds.readNodes(block);
        });
        if (nodes.found() == 0) {
            throw new NetworkRefusedException(Code.NODES_MISSING, "its ways name " + nodes.size()
                    + " nodes, and the extract has none of them");
        }
        ways.resolve(nodes);
        return assemble(extract, ways, nodes, compounds, options);
    }

    private static OsmNetwork assemble(Extract extract, WayTable ways, NodeTable nodes,
            CompoundTable compounds, OsmOptions options) {
        var assembly = new Assembly(ways, nodes);
        var pruned = Islands.prune(assembly.network(), options.minIslandNodes());
        var network = pruned.network();
        var bounds = network.bounds()
                .orElseThrow(() -> new NetworkRefusedException(Code.NO_WALKABLE_WAY,
                        "no way of the extract has two nodes in it"));
        return new OsmNetwork(network, new NetworkReport(extract.timestamp(), ways.read(), ways.walkable(),
                ways.refused(), network.nodes(), network.edges(), network.kilometres(), pruned.report(),
                assembly.missing(), nodes.repeated(), assembly.closed(), bounds), compounds.list());
    }
}
