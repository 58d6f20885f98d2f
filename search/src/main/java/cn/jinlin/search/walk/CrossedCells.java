package cn.jinlin.search.walk;

import java.util.Arrays;

/// For each cell the edges that pass it without an end in it; those with an end are found at their nodes.
final class CrossedCells {

    /// Where each cell's edges begin in `edges`.
    final int[] first;
    /// Indices of edges.
    final int[] edges;

    CrossedCells(int[] first, int[] edges) {
        this.first = first;
        this.edges = edges;
    }

    static CrossedCells of(CellGrid grid, int[] lats, int[] lons, int[] firstArcs, long[] arcs, Geometry geometry) {
        IntList cells = new IntList();
        IntList edges = new IntList();
        IntList seen = new IntList();
        int edge = 0;
        for (int node = 0; node < lats.length; node++) {
            for (int arc = firstArcs[node]; arc < firstArcs[node + 1]; arc++) {
                int target = Arc.target(arcs[arc]);
                if (target < node) {
                    continue;
                }
                seen.clear();
                int home = grid.cell(lats[node], lons[node]);
                int other = grid.cell(lats[target], lons[target]);
                int lat = lats[node];
                int lon = lons[node];
                int[] shape = geometry.shape(edge, lat, lon);
                for (int i = 0; i <= shape.length; i += 2) {
                    int nextLat = i < shape.length ? shape[i] : lats[target];
                    int nextLon = i < shape.length ? shape[i + 1] : lons[target];
                    grid.along(lat, lon, nextLat, nextLon, cell -> {
                        if (cell != home && cell != other) {
                            seen.add(cell);
                        }
                    });
                    lat = nextLat;
                    lon = nextLon;
                }
                for (int cell : Arrays.stream(seen.toArray()).distinct().toArray()) {
                    cells.add(cell);
                    edges.add(edge);
                }
                edge++;
            }
        }
        return sorted(grid.cells(), cells, edges);
    }

    private static CrossedCells sorted(int cellCount, IntList cells, IntList edges) {
        int[] first = new int[cellCount + 1];
        for (int i = 0; i < cells.size(); i++) {
            first[cells.get(i) + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        int[] next = first.clone();
        int[] sorted = new int[edges.size()];
        for (int i = 0; i < edges.size(); i++) {
            sorted[next[cells.get(i)]++] = edges.get(i);
        }
        return new CrossedCells(first, sorted);
    }
}
