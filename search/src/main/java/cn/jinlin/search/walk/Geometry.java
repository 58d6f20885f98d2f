package cn.jinlin.search.walk;

/// What a search does not need: the shape points between the ends of each edge, and the names of the roads.
final class Geometry {

    /// Where in `shapes` the points of each edge end.
    final int[] shapeEnds;
    /// As [ShapeBytes] writes them, beginning at the edge's first end.
    final byte[] shapes;
    /// For each edge an index into `names`.
    final int[] nameIds;
    /// The first is empty: no name.
    final String[] names;

    Geometry(int[] shapeEnds, byte[] shapes, int[] nameIds, String[] names) {
        this.shapeEnds = shapeEnds;
        this.shapes = shapes;
        this.nameIds = nameIds;
        this.names = names;
    }

    int[] shape(int edge, int lat, int lon) {
        return ShapeBytes.read(shapes, edge == 0 ? 0 : shapeEnds[edge - 1], shapeEnds[edge], lat, lon);
    }

    long bytes() {
        long text = 0;
        for (String name : names) {
            text += 2L * name.length() + 40;
        }
        return 4L * shapeEnds.length + shapes.length + 4L * nameIds.length + text;
    }
}
