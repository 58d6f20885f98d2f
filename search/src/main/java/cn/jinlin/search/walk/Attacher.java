package cn.jinlin.search.walk;

import java.util.Optional;

import cn.jinlin.search.GeoPoint;

/// Looks for the edge nearest to a point. Of edges equally near the one with the smallest index is taken.
final class Attacher {

    private static final double FIRST_LOOK_METRES = 50;
    private static final double UNITS_PER_MILLIMETRE = 1e4 / EarthDistance.DEGREE_METRES;
    /// Lengths on the sphere and on the plane around the place differ by less than this share, and a few units.
    private static final double SLACK = 1.01;
    private static final double SLACK_UNITS = 10;

    private final WalkNetwork network;
    private final WalkProfile profile;
    private final int lat;
    private final int lon;
    private final double narrowing;
    private int bestEdge = -1;
    private int bestFrom;
    private int bestSegment;
    private double bestShare;
    private double bestSquare;

    private Attacher(WalkNetwork network, WalkProfile profile, GeoPoint point) {
        this.network = network;
        this.profile = profile;
        lat = EarthDistance.toE7(point.lat());
        lon = EarthDistance.toE7(point.lon());
        narrowing = Math.cos(Math.toRadians(point.lat()));
    }

    static Optional<Attachment> attach(WalkNetwork network, GeoPoint point, WalkProfile profile, double maxMetres) {
        if (!(Math.abs(point.lat()) <= 90 && Math.abs(point.lon()) <= 180) || network.nodes() == 0) {
            return Optional.empty();
        }
        Attacher attacher = new Attacher(network, profile, point);
        double look = Math.min(FIRST_LOOK_METRES, maxMetres);
        attacher.look(look);
        while (look < maxMetres && !attacher.foundWithin(look)) {
            look = Math.min(look * 2, maxMetres);
            attacher.look(look);
        }
        return attacher.foundWithin(maxMetres) ? Optional.of(attacher.attachment(point)) : Optional.empty();
    }

    private boolean foundWithin(double metres) {
        double e7 = metres / EarthDistance.DEGREE_METRES * 1e7;
        return bestEdge >= 0 && bestSquare <= e7 * e7;
    }

    /// Every edge that has a point within the box of `metres` around the point.
    private void look(double metres) {
        CellGrid grid = network.cells.grid;
        double height = metres / EarthDistance.DEGREE_METRES * 1e7;
        double width = height / Math.max(0.01, narrowing);
        long south = (long) Math.floor(lat - height);
        long north = (long) Math.ceil(lat + height);
        long west = (long) Math.floor(lon - width);
        long east = (long) Math.ceil(lon + width);
        bestEdge = -1;
        if (!grid.meets(south, west, north, east)) {
            return;
        }
        for (int row = grid.row(south); row <= grid.row(north); row++) {
            for (int column = grid.column(west); column <= grid.column(east); column++) {
                lookInto(row * grid.columns() + column);
            }
        }
    }

    private void lookInto(int cell) {
        Cells cells = network.cells;
        for (int node = cells.first[cell]; node < cells.first[cell + 1]; node++) {
            double toNode = Math.hypot((double) network.lats[node] - lat,
                    ((double) network.lons[node] - lon) * narrowing);
            for (int at = network.first[node]; at < network.first[node + 1]; at++) {
                long arc = network.arcs[at];
                if (canBeNearer(toNode, Arc.millimetres(arc)) && profile.canUse(Arc.traits(arc))) {
                    lookAt(Math.min(node, Arc.target(arc)), network.edgeOf(node, at));
                }
            }
        }
        CrossedCells crossed = cells.crossed;
        for (int i = crossed.first[cell]; i < crossed.first[cell + 1]; i++) {
            int edge = crossed.edges[i];
            if (profile.canUse(network.traits(edge))) {
                lookAt(network.from(edge), edge);
            }
        }
    }

    /// No point of an edge is farther from its end than it is long.
    private boolean canBeNearer(double toEnd, int millimetres) {
        double nearest = toEnd - millimetres * UNITS_PER_MILLIMETRE * SLACK - SLACK_UNITS;
        return bestEdge < 0 || nearest <= 0 || nearest * nearest <= bestSquare;
    }

    private void lookAt(int from, int edge) {
        int[] line = network.lineE7(from, edge);
        for (int segment = 2; segment < line.length; segment += 2) {
            double y = (double) line[segment - 2] - lat;
            double x = ((double) line[segment - 1] - lon) * narrowing;
            double dy = (double) line[segment] - line[segment - 2];
            double dx = ((double) line[segment + 1] - line[segment - 1]) * narrowing;
            double length = dx * dx + dy * dy;
            double share = length == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / length, 0.0, 1.0);
            double atX = x + share * dx;
            double atY = y + share * dy;
            double square = atX * atX + atY * atY;
            if (bestEdge < 0 || square < bestSquare || (square == bestSquare && edge < bestEdge)) {
                bestEdge = edge;
                bestFrom = from;
                bestSegment = segment;
                bestShare = share;
                bestSquare = square;
            }
        }
    }

    private Attachment attachment(GeoPoint point) {
        double[] line = LineSplitter.degrees(network.lineE7(bestFrom, bestEdge));
        int s = bestSegment;
        double metres = 0;
        for (int i = 2; i < s; i += 2) {
            metres += EarthDistance.metres(line[i - 2], line[i - 1], line[i], line[i + 1]);
        }
        GeoPoint on = new GeoPoint(line[s - 2] + bestShare * (line[s] - line[s - 2]),
                line[s - 1] + bestShare * (line[s + 1] - line[s - 1]));
        metres += EarthDistance.metres(line[s - 2], line[s - 1], on.lat(), on.lon());
        int length = network.lengthMillimetres(bestEdge);
        boolean atEnd = s == line.length - 2 && bestShare == 1;
        int offset = atEnd ? length : Math.min(length, EarthDistance.millimetres(metres));
        return new Attachment(bestEdge, bestFrom, network.to(bestEdge), network.traits(bestEdge), length, offset, on,
                EarthDistance.metres(point.lat(), point.lon(), on.lat(), on.lon()));
    }
}
