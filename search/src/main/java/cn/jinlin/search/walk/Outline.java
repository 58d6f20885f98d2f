package cn.jinlin.search.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import cn.jinlin.search.GeoPoint;

/// Roughly where one gets to, for drawing only: it follows square cells, fills whatever it encloses and is good to some
/// tens of metres. Whether a place can be reached, only [Reach] says.
///
/// @param rings closed lines without repeated first point, the largest first; together at most [#MAX_POINTS] points
public record Outline(List<List<GeoPoint>> rings) {

    public static final int MAX_POINTS = 300;

    private static final int MAX_RINGS = 40;
    private static final double FIRST_TOLERANCE = 0.75;

    public Outline {
        rings = rings.stream().map(List::copyOf).toList();
    }

    /// Draws around everything reached.
    public static Outline of(Reach reach) {
        ReachedCells cells = ReachedCells.of(reach);
        List<int[]> traced = new CellContours(cells.filled(), cells.rows(), cells.columns()).rings();
        traced.sort(Comparator.comparingInt((int[] ring) -> ring.length).reversed());
        List<int[]> kept = traced.subList(0, Math.min(MAX_RINGS, traced.size()));
        double tolerance = FIRST_TOLERANCE;
        List<int[]> simple = simplified(kept, tolerance);
        while (simple.stream().mapToInt(ring -> ring.length / 2).sum() > MAX_POINTS) {
            tolerance *= 1.5;
            simple = simplified(kept, tolerance);
        }
        return new Outline(simple.stream().map(cells::points).toList());
    }

    private static List<int[]> simplified(List<int[]> rings, double tolerance) {
        List<int[]> simple = new ArrayList<>();
        for (int[] ring : rings) {
            simple.add(RingSimplifier.simplify(ring, tolerance));
        }
        return simple;
    }
}
