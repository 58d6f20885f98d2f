package cn.jinlin.search.walk;

import java.util.Arrays;

/// Leaves out the points of a ring that lie near the line between those kept (Douglas and Peucker's rule).
final class RingSimplifier {

    private final int[] ring;
    private final double tolerance;
    private final boolean[] kept;

    private RingSimplifier(int[] ring, double tolerance) {
        this.ring = ring;
        this.tolerance = tolerance;
        kept = new boolean[ring.length / 2];
    }

    /// @param ring x, y pairs, the first not repeated
    static int[] simplify(int[] ring, double tolerance) {
        RingSimplifier simplifier = new RingSimplifier(ring, tolerance);
        int points = ring.length / 2;
        int opposite = simplifier.farthestFrom(0);
        simplifier.kept[0] = true;
        simplifier.kept[opposite] = true;
        // Two points would be no ring.
        simplifier.kept[simplifier.farthestOff(opposite)] = true;
        simplifier.keep(0, opposite);
        simplifier.keep(opposite, points);
        int[] simple = new int[ring.length];
        int size = 0;
        for (int i = 0; i < points; i++) {
            if (simplifier.kept[i]) {
                simple[size++] = ring[2 * i];
                simple[size++] = ring[2 * i + 1];
            }
        }
        return Arrays.copyOf(simple, size);
    }

    private int farthestFrom(int point) {
        int farthest = 0;
        for (int i = 1; i < kept.length; i++) {
            if (distance(point, i) > distance(point, farthest)) {
                farthest = i;
            }
        }
        return farthest;
    }

    private int farthestOff(int opposite) {
        int farthest = 0;
        double most = 0;
        for (int i = 1; i < kept.length; i++) {
            double off = off(i, 0, opposite);
            if (off > most) {
                most = off;
                farthest = i;
            }
        }
        return farthest;
    }

    private void keep(int from, int to) {
        int worst = -1;
        double most = tolerance;
        for (int i = from + 1; i < to; i++) {
            double off = off(i, from, to % kept.length);
            if (off > most) {
                most = off;
                worst = i;
            }
        }
        if (worst >= 0) {
            kept[worst] = true;
            keep(from, worst);
            keep(worst, to);
        }
    }

    private double off(int point, int a, int b) {
        double length = distance(a, b);
        double x = ring[2 * b] - ring[2 * a];
        double y = ring[2 * b + 1] - ring[2 * a + 1];
        double cross = x * (ring[2 * point + 1] - ring[2 * a + 1]) - y * (ring[2 * point] - ring[2 * a]);
        return length == 0 ? distance(a, point) : Math.abs(cross) / length;
    }

    private double distance(int a, int b) {
        return Math.hypot(ring[2 * a] - ring[2 * b], ring[2 * a + 1] - ring[2 * b + 1]);
    }
}
