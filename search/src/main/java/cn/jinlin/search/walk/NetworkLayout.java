package cn.jinlin.search.walk;

import java.util.Arrays;

/// Puts what a builder collected into the order of the ground, so that what lies near lies near in memory too, and
/// lists every edge at both of its ends.
final class NetworkLayout {

    private final WalkNetworkBuilder builder;
    private final CellGrid grid;
    private final int[] cellFirst;
    private final int[] places;

    NetworkLayout(WalkNetworkBuilder builder) {
        this.builder = builder;
        grid = gridOver(builder);
        cellFirst = new int[grid.cells() + 1];
        places = placed();
    }

    /// The new index of each of the builder's nodes.
    int[] places() {
        return places;
    }

    WalkNetwork network() {
        int nodes = builder.nodes();
        int[] lats = new int[nodes];
        int[] lons = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            lats[places[node]] = builder.latitudes.get(node);
            lons[places[node]] = builder.longitudes.get(node);
        }
        int[] first = firstArcs();
        long[] arcs = new long[2 * builder.edges()];
        int[] edgeOfArc = fill(first, arcs);
        int[] edgeArcs = new int[builder.edges()];
        int[] builderEdges = new int[builder.edges()];
        int edge = 0;
        for (int node = 0; node < nodes; node++) {
            for (int arc = first[node]; arc < first[node + 1]; arc++) {
                if (Arc.target(arcs[arc]) > node) {
                    edgeArcs[edge] = arc;
                    builderEdges[edge++] = edgeOfArc[arc];
                }
            }
        }
        Geometry geometry = geometry(builderEdges);
        CrossedCells crossed = CrossedCells.of(grid, lats, lons, first, arcs, geometry);
        return new WalkNetwork(lats, lons, first, arcs, edgeArcs, new Cells(grid, cellFirst, crossed), geometry);
    }

    private static CellGrid gridOver(WalkNetworkBuilder builder) {
        int[] lats = builder.latitudes.toArray();
        int[] lons = builder.longitudes.toArray();
        return CellGrid.over(Arrays.stream(lats).min().orElse(0), Arrays.stream(lons).min().orElse(0),
                Arrays.stream(lats).max().orElse(0), Arrays.stream(lons).max().orElse(0), lats.length);
    }

    private int[] placed() {
        int nodes = builder.nodes();
        int[] cellOf = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            cellOf[node] = grid.cell(builder.latitudes.get(node), builder.longitudes.get(node));
            cellFirst[cellOf[node] + 1]++;
        }
        Arrays.parallelPrefix(cellFirst, Integer::sum);
        int[] next = cellFirst.clone();
        int[] placed = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            placed[node] = next[cellOf[node]]++;
        }
        return placed;
    }

    private int[] firstArcs() {
        int[] first = new int[builder.nodes() + 1];
        for (int edge = 0; edge < builder.edges(); edge++) {
            first[places[builder.from.get(edge)] + 1]++;
            first[places[builder.to.get(edge)] + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }

    /// Edges between the same two nodes stand in the same order at both ends: this is how one end finds the other's.
    private int[] fill(int[] first, long[] arcs) {
        int[] next = first.clone();
        int[] edgeOfArc = new int[arcs.length];
        for (int edge = 0; edge < builder.edges(); edge++) {
            int from = places[builder.from.get(edge)];
            int to = places[builder.to.get(edge)];
            int length = builder.lengths.get(edge);
            int traits = builder.traits.get(edge);
            edgeOfArc[next[from]] = edge;
            arcs[next[from]++] = Arc.of(to, length, traits);
            edgeOfArc[next[to]] = edge;
            arcs[next[to]++] = Arc.of(from, length, EdgeTraits.turned(traits));
        }
        return edgeOfArc;
    }

    private Geometry geometry(int[] builderEdges) {
        int[] ends = new int[builderEdges.length];
        int[] names = new int[builderEdges.length];
        ShapeBytes shapes = new ShapeBytes();
        for (int edge = 0; edge < builderEdges.length; edge++) {
            int source = builderEdges[edge];
            int from = builder.from.get(source);
            int to = builder.to.get(source);
            int[] shape = builder.shape(source);
            boolean turned = places[from] > places[to];
            int start = turned ? to : from;
            shapes.append(builder.latitudes.get(start), builder.longitudes.get(start),
                    turned ? turned(shape) : shape);
            ends[edge] = shapes.size();
            names[edge] = builder.nameIds.get(source);
        }
        return new Geometry(ends, shapes.trimmed(), names, builder.names.toArray(String[]::new));
    }

    private static int[] turned(int[] shape) {
        int[] turned = new int[shape.length];
        for (int i = 0; i < shape.length; i += 2) {
            turned[i] = shape[shape.length - i - 2];
            turned[i + 1] = shape[shape.length - i - 1];
        }
        return turned;
    }
}
