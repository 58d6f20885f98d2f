package cn.jinlin.search.walk;

import java.util.Arrays;

/// Pieces of a network that no edge joins, directions apart: what cannot be left, such as a roof garden or a mapping
/// slip, must not attract facilities.
public final class Islands {

    private final int count;
    private final int[] of;
    private final int[] sizes;

    private Islands(int count, int[] of, int[] sizes) {
        this.count = count;
        this.of = of;
        this.sizes = sizes;
    }

    /// What was left out.
    ///
    /// @param islands pieces left out
    /// @param nodes their nodes
    /// @param kilometres their length
    public record Report(int islands, int nodes, double kilometres) {}

    /// A network and what was left out of it.
    public record Pruned(WalkNetwork network, Report report) {}

    /// Finds the pieces of a network.
    public static Islands of(WalkNetwork network) {
        int[] of = new int[network.nodes()];
        Arrays.fill(of, -1);
        int[] stack = new int[network.nodes()];
        IntList sizes = new IntList();
        for (int start = 0; start < of.length; start++) {
            if (of[start] >= 0) {
                continue;
            }
            int depth = 0;
            int size = 0;
            stack[depth++] = start;
            of[start] = sizes.size();
            while (depth > 0) {
                int node = stack[--depth];
                size++;
                for (int arc = network.first[node]; arc < network.first[node + 1]; arc++) {
                    int target = Arc.target(network.arcs[arc]);
                    if (of[target] < 0) {
                        of[target] = sizes.size();
                        stack[depth++] = target;
                    }
                }
            }
            sizes.add(size);
        }
        return new Islands(sizes.size(), of, sizes.toArray());
    }

    public int count() {
        return count;
    }

    /// The piece of a node.
    public int of(int node) {
        return of[node];
    }

    /// The number of nodes of a piece.
    public int size(int island) {
        return sizes[island];
    }

    /// Leaves out every piece of fewer than `minNodes` nodes; the largest stays whatever its size.
    public static Pruned prune(WalkNetwork network, int minNodes) {
        Islands islands = of(network);
        int largest = islands.largest();
        int gone = 0;
        int goneNodes = 0;
        for (int island = 0; island < islands.count; island++) {
            if (island != largest && islands.sizes[island] < minNodes) {
                gone++;
                goneNodes += islands.sizes[island];
            }
        }
        if (gone == 0) {
            return new Pruned(network, new Report(0, 0, 0));
        }
        WalkNetwork kept = islands.copy(network, minNodes, largest);
        return new Pruned(kept, new Report(gone, goneNodes, network.kilometres() - kept.kilometres()));
    }

    /// The piece with the most nodes, -1 when there is none.
    public int largest() {
        int largest = -1;
        for (int island = 0; island < count; island++) {
            if (largest < 0 || sizes[island] > sizes[largest]) {
                largest = island;
            }
        }
        return largest;
    }

    private WalkNetwork copy(WalkNetwork network, int minNodes, int largest) {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        int[] places = new int[network.nodes()];
        for (int node = 0; node < places.length; node++) {
            boolean stays = of[node] == largest || sizes[of[node]] >= minNodes;
            places[node] = stays ? builder.node(network.lat(node), network.lon(node)) : -1;
        }
        for (int edge = 0; edge < network.edges(); edge++) {
            int from = network.from(edge);
            if (places[from] >= 0) {
                double[] line = network.line(edge);
                builder.edge(places[from], places[network.to(edge)], Arrays.copyOfRange(line, 2, line.length - 2),
                        network.traits(edge), network.name(edge).orElse(null));
            }
        }
        return builder.build();
    }
}
