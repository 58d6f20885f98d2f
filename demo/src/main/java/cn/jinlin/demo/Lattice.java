package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.List;

/// The ground plan: a grid of unequal cells, each a neighbourhood, whose corners were pushed about so that the district
/// looks grown. Everything in it is placed in lattice units: x from 0 in the west to 20, y from 0 in the south to 15.
final class Lattice {

    static final int WIDTH = 20;
    static final int HEIGHT = 15;
    private static final double SOUTH = 31.05;
    private static final double WEST = 121.35;
    static final double DEGREES_PER_UNIT_LON = 0.0075;
    static final double DEGREES_PER_UNIT_LAT = 0.01;
    /// Under half a cell, so that no cell turns inside out.
    private static final double PUSH = 0.22;

    private final DemoPoint[][] corners = new DemoPoint[WIDTH + 1][HEIGHT + 1];

    Lattice(long seed) {
        this(seed, false);
    }

    /// @param straight whether the outline stays a rectangle, so that the next district can be set against it
    Lattice(long seed, boolean straight) {
        for (int x = 0; x <= WIDTH; x++) {
            for (int y = 0; y <= HEIGHT; y++) {
                var draw = Draw.of(seed, "corner", x * 100L + y);
                int pushed = straight && (x == 0 || x == WIDTH || y == 0 || y == HEIGHT) ? 0 : 1;
                corners[x][y] = new DemoPoint(
                        round(SOUTH + (y + push(draw, y, HEIGHT) * pushed) * DEGREES_PER_UNIT_LAT),
                        round(WEST + (x + push(draw, x, WIDTH) * pushed) * DEGREES_PER_UNIT_LON));
            }
        }
    }

    private static double push(Draw draw, int at, int last) {
        double by = draw.between(-PUSH, PUSH);
        return at == 0 ? Math.abs(by) : at == last ? -Math.abs(by) : by;
    }

    /// Seven decimals are a centimetre, and short enough to read.
    private static double round(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }

    DemoPoint corner(int x, int y) {
        return corners[x][y];
    }

    /// Cells are filled bilinearly, so a straight line of lattice units stays straight within a cell and joins at its
    /// edge.
    DemoPoint at(double x, double y) {
        int i = Math.min((int) x, WIDTH - 1);
        int j = Math.min((int) y, HEIGHT - 1);
        double u = x - i;
        double v = y - j;
        var sw = corners[i][j];
        var se = corners[i + 1][j];
        var nw = corners[i][j + 1];
        var ne = corners[i + 1][j + 1];
        return new DemoPoint(
                round((1 - v) * ((1 - u) * sw.lat() + u * se.lat()) + v * ((1 - u) * nw.lat() + u * ne.lat())),
                round((1 - v) * ((1 - u) * sw.lon() + u * se.lon()) + v * ((1 - u) * nw.lon() + u * ne.lon())));
    }

    /// The outline of a rectangle of whole cells, through every corner on its way so that neighbours share their edges.
    List<DemoPoint> ring(int west, int south, int east, int north) {
        var ring = new ArrayList<DemoPoint>();
        for (int x = west; x < east; x++) {
            ring.add(corners[x][south]);
        }
        for (int y = south; y < north; y++) {
            ring.add(corners[east][y]);
        }
        for (int x = east; x > west; x--) {
            ring.add(corners[x][north]);
        }
        for (int y = north; y > south; y--) {
            ring.add(corners[west][y]);
        }
        ring.add(corners[west][south]);
        return List.copyOf(ring);
    }
}
