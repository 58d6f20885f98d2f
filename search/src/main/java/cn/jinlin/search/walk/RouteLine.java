package cn.jinlin.search.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import cn.jinlin.search.GeoPoint;

/// Draws a walk edge by edge and gathers its legs.
final class RouteLine {

    private static final int KINDS = EdgeTraits.ALL & ~(EdgeTraits.FORWARD | EdgeTraits.BACKWARD);

    private final WalkNetwork network;
    private final List<GeoPoint> points = new ArrayList<>();
    private final List<Route.Leg> legs = new ArrayList<>();

    RouteLine(WalkNetwork network) {
        this.network = network;
    }

    void start(Attachment at) {
        add(at.point());
    }

    void end(Attachment at) {
        add(at.point());
    }

    /// A whole edge, beginning at one of its ends.
    void whole(int edge, int begin) {
        int length = network.lengthMillimetres(edge);
        int from = network.from(edge);
        along(edge, from, begin == from ? 0 : length, begin == from ? length : 0);
    }

    /// A piece of an edge between two offsets from its first end, in either direction; its own ends are drawn only where
    /// they are the edge's.
    void along(int edge, int from, int begin, int end) {
        if (begin == end) {
            return;
        }
        int length = network.lengthMillimetres(edge);
        double[] line = LineSplitter.degrees(network.lineE7(from, edge));
        int low = Math.min(begin, end);
        int high = Math.max(begin, end);
        List<GeoPoint> piece = new ArrayList<>();
        double metres = 0;
        for (int i = 0; i < line.length; i += 2) {
            if (i > 0) {
                metres += EarthDistance.metres(line[i - 2], line[i - 1], line[i], line[i + 1]);
            }
            int offset = i == 0 ? 0 : i == line.length - 2 ? length : EarthDistance.millimetres(metres);
            if ((offset > low && offset < high) || (offset == low && low == 0) || (offset == high && high == length)) {
                piece.add(new GeoPoint(line[i], line[i + 1]));
            }
        }
        (begin < end ? piece : piece.reversed()).forEach(this::add);
        addLeg(network.name(edge), high - low, network.traits(edge) & KINDS);
    }

    Route route(int tenths, int millimetres) {
        return new Route(tenths, millimetres, points, legs);
    }

    private void add(GeoPoint point) {
        if (points.isEmpty() || !points.getLast().equals(point)) {
            points.add(point);
        }
    }

    private void addLeg(Optional<String> name, int millimetres, int traits) {
        if (!legs.isEmpty() && legs.getLast().name().equals(name) && legs.getLast().traits() == traits) {
            Route.Leg last = legs.removeLast();
            legs.add(new Route.Leg(name, last.millimetres() + millimetres, traits));
        } else {
            legs.add(new Route.Leg(name, millimetres, traits));
        }
    }
}
