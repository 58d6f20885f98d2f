package cn.jinlin.search.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Collects nodes and edges and makes a [WalkNetwork] of them. Not for several threads.
///
/// Everything is kept in growing primitive arrays: two million nodes need about 200 MB until built.
public final class WalkNetworkBuilder {

    private static final double[] NO_SHAPE = {};
    /// What OpenStreetMap allows.
    private static final int LONGEST_NAME = 255;

    final IntList latitudes = new IntList();
    final IntList longitudes = new IntList();
    final IntList from = new IntList();
    final IntList to = new IntList();
    final IntList lengths = new IntList();
    final IntList traits = new IntList();
    final IntList nameIds = new IntList();
    final IntList shapeEnds = new IntList();
    final ShapeBytes shapes = new ShapeBytes();
    final List<String> names = new ArrayList<>(List.of(""));
    private final Map<String, Integer> idsOfNames = new HashMap<>(Map.of("", 0));
    private int @Nullable [] places;

    /// Adds a junction, a dead end or a barrier.
    ///
    /// @return its index, counting from 0
    /// @throws IllegalArgumentException when this is no point on earth
    public int node(double lat, double lon) {
        requirePoint(lat, lon);
        latitudes.add(EarthDistance.toE7(lat));
        longitudes.add(EarthDistance.toE7(lon));
        return latitudes.size() - 1;
    }

    /// Adds an edge. One that returns to its own start, or is longer than 8 km, becomes several edges with nodes
    /// between; one without length that returns to its own start is left out, as no walk needs it.
    ///
    /// @param shape lat, lon pairs in degrees strictly between the ends, in the order from `from` to `to`; may be empty
    /// @param edgeTraits bits of [EdgeTraits]
    /// @param name the road's name, or null; cut at 255 characters
    /// @return the number of edges added before this one
    /// @throws IllegalArgumentException when an end is unknown, the shape or a trait is not one
    public int edge(int fromNode, int toNode, double[] shape, int edgeTraits, @Nullable String name) {
        requireNode(fromNode);
        requireNode(toNode);
        if ((edgeTraits & ~EdgeTraits.ALL) != 0 || (shape.length & 1) != 0) {
            throw new IllegalArgumentException("not an edge: traits " + edgeTraits + ", shape of " + shape.length);
        }
        int[] line = new int[shape.length + 4];
        line[0] = latitudes.get(fromNode);
        line[1] = longitudes.get(fromNode);
        for (int i = 0; i < shape.length; i += 2) {
            requirePoint(shape[i], shape[i + 1]);
            line[i + 2] = EarthDistance.toE7(shape[i]);
            line[i + 3] = EarthDistance.toE7(shape[i + 1]);
        }
        line[line.length - 2] = latitudes.get(toNode);
        line[line.length - 1] = longitudes.get(toNode);
        int index = from.size();
        new LineSplitter(this, edgeTraits, idOf(name)).add(fromNode, toNode, line);
        return index;
    }

    public int nodes() {
        return latitudes.size();
    }

    public int edges() {
        return from.size();
    }

    /// Lays the network out; the builder may go on afterwards.
    public WalkNetwork build() {
        NetworkLayout layout = new NetworkLayout(this);
        places = layout.places();
        return layout.network();
    }

    /// Where a node of this builder stands in the network that was built last: nodes are put in the order of the
    /// ground.
    ///
    /// @throws IllegalStateException when nothing was built
    public int placeOf(int node) {
        if (places == null) {
            throw new IllegalStateException("nothing was built yet");
        }
        return places[node];
    }

    /// A straight edge that may be walked both ways.
    public int edge(int fromNode, int toNode) {
        return edge(fromNode, toNode, NO_SHAPE, EdgeTraits.FORWARD | EdgeTraits.BACKWARD, null);
    }

    void append(int fromNode, int toNode, int[] shape, int millimetres, int edgeTraits, int nameId) {
        from.add(fromNode);
        to.add(toNode);
        lengths.add(millimetres);
        traits.add(edgeTraits);
        nameIds.add(nameId);
        shapes.append(latitudes.get(fromNode), longitudes.get(fromNode), shape);
        shapeEnds.add(shapes.size());
    }

    int[] shape(int edge) {
        int start = edge == 0 ? 0 : shapeEnds.get(edge - 1);
        int node = from.get(edge);
        return shapes.read(start, shapeEnds.get(edge), latitudes.get(node), longitudes.get(node));
    }

    private int idOf(@Nullable String name) {
        String kept = name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return idsOfNames.computeIfAbsent(kept, text -> {
            names.add(text);
            return names.size() - 1;
        });
    }

    private void requireNode(int node) {
        if (node < 0 || node >= latitudes.size()) {
            throw new IllegalArgumentException("no node " + node);
        }
    }

    private static void requirePoint(double lat, double lon) {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            throw new IllegalArgumentException("no point on earth: " + lat + ", " + lon);
        }
    }
}
