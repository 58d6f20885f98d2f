package cn.jinlin.search.walk;

import java.util.Arrays;
import java.util.Optional;

import cn.jinlin.search.GeoPoint;

/// The walking network, immutable: nodes `0..nodes()-1` in the order of the ground and edges `0..edges()-1` between
/// them. An edge's first end is its end with the smaller index. Made by [WalkNetworkBuilder], kept by
/// [WalkNetworkFile].
///
/// Each edge is listed at both ends with whether it can be walked from here and towards here, so that the reversed
/// graph needs no second copy.
public final class WalkNetwork {

    private static final int NODE_BYTES = 4 + 4 + 4;

    final int[] lats;
    final int[] lons;
    /// Where each node's arcs begin; one more than nodes.
    final int[] first;
    final long[] arcs;
    /// For each edge its arc at its first end, ascending.
    final int[] edgeArcs;
    final Cells cells;
    final Geometry geometry;

    WalkNetwork(int[] lats, int[] lons, int[] first, long[] arcs, int[] edgeArcs, Cells cells, Geometry geometry) {
        this.lats = lats;
        this.lons = lons;
        this.first = first;
        this.arcs = arcs;
        this.edgeArcs = edgeArcs;
        this.cells = cells;
        this.geometry = geometry;
    }

    public int nodes() {
        return lats.length;
    }

    public int edges() {
        return edgeArcs.length;
    }

    /// @return degrees, WGS84
    public double lat(int node) {
        return EarthDistance.toDegrees(lats[node]);
    }

    /// @return degrees, WGS84
    public double lon(int node) {
        return EarthDistance.toDegrees(lons[node]);
    }

    /// The edge's first end.
    public int from(int edge) {
        int found = Arrays.binarySearch(first, edgeArcs[edge]);
        int node = found >= 0 ? found : -found - 2;
        // Nodes without arcs share their beginning with the node after them.
        while (first[node + 1] == first[node]) {
            node++;
        }
        return node;
    }

    /// The edge's second end.
    public int to(int edge) {
        return Arc.target(arcs[edgeArcs[edge]]);
    }

    /// @return 1 to 8.4 million
    public int lengthMillimetres(int edge) {
        return Arc.millimetres(arcs[edgeArcs[edge]]);
    }

    /// Bits of [EdgeTraits], the directions as seen from [#from].
    public int traits(int edge) {
        return Arc.traits(arcs[edgeArcs[edge]]);
    }

    /// The road's name.
    public Optional<String> name(int edge) {
        int id = geometry.nameIds[edge];
        return id == 0 ? Optional.empty() : Optional.of(geometry.names[id]);
    }

    /// The whole line of an edge from its first end to its second, both included: lat, lon pairs in degrees.
    public double[] line(int edge) {
        return LineSplitter.degrees(lineE7(from(edge), edge));
    }

    /// The point of the network nearest to a place, on an edge that the profile may use.
    ///
    /// @param maxMetres how far off the network the place may be
    /// @return empty when no such edge is so near
    public Optional<Attachment> attach(GeoPoint place, WalkProfile profile, double maxMetres) {
        return Attacher.attach(this, place, profile, maxMetres);
    }

    /// Length of all edges.
    public double kilometres() {
        long sum = 0;
        for (int edge = 0; edge < edges(); edge++) {
            sum += lengthMillimetres(edge);
        }
        return sum / 1e6;
    }

    /// South-west and north-east corner; empty when there are no nodes.
    public Optional<Bounds> bounds() {
        if (nodes() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Bounds(
                new GeoPoint(EarthDistance.toDegrees(Arrays.stream(lats).min().orElseThrow()),
                        EarthDistance.toDegrees(Arrays.stream(lons).min().orElseThrow())),
                new GeoPoint(EarthDistance.toDegrees(Arrays.stream(lats).max().orElseThrow()),
                        EarthDistance.toDegrees(Arrays.stream(lons).max().orElseThrow()))));
    }

    /// Heap taken by a node with its arcs, edges and the grid for finding edges near a point; the geometry apart.
    public double bytesPerNode() {
        long bytes = (long) NODE_BYTES * nodes() + 8L * arcs.length + 4L * edgeArcs.length + cells.bytes();
        return (double) bytes / Math.max(1, nodes());
    }

    /// Heap taken by shapes and names.
    public long geometryBytes() {
        return geometry.bytes();
    }

    /// Two opposite corners of a box, in WGS84 degrees.
    public record Bounds(GeoPoint southWest, GeoPoint northEast) {

        public boolean contains(GeoPoint point) {
            return point.lat() >= southWest.lat() && point.lat() <= northEast.lat() && point.lon() >= southWest.lon()
                    && point.lon() <= northEast.lon();
        }
    }

    int[] lineE7(int from, int edge) {
        int[] shape = geometry.shape(edge, lats[from], lons[from]);
        int[] line = new int[shape.length + 4];
        int to = to(edge);
        line[0] = lats[from];
        line[1] = lons[from];
        System.arraycopy(shape, 0, line, 2, shape.length);
        line[line.length - 2] = lats[to];
        line[line.length - 1] = lons[to];
        return line;
    }

    /// The edge of an arc that stands at `node`.
    int edgeOf(int node, int arc) {
        int target = Arc.target(arcs[arc]);
        if (target > node) {
            return Arrays.binarySearch(edgeArcs, arc);
        }
        int parallels = 0;
        for (int other = first[node]; other < arc; other++) {
            if (Arc.target(arcs[other]) == target) {
                parallels++;
            }
        }
        int twin = first[target];
        while (Arc.target(arcs[twin]) != node || parallels-- > 0) {
            twin++;
        }
        return Arrays.binarySearch(edgeArcs, twin);
    }
}
