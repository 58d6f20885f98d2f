package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The ways of a sketch that anybody may walk.
final class Paths {

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double CELL = 0.002;

    private record Cell(long y, long x) {}

    private record Leg(DemoPoint from, DemoPoint to) {}

    private final Sketch sketch;
    private final List<Sketch.Way> ways;
    private final Map<Cell, List<Leg>> legs = new HashMap<>();

    Paths(Sketch sketch) {
        this.sketch = sketch;
        ways = sketch.ways().stream().filter(way -> {
            var tags = tags(way);
            return !tags.containsKey("landuse") && !"construction".equals(tags.get("highway"))
                    && !"no".equals(tags.get("foot"))
                    && !"private".equals(tags.get("access"));
        }).toList();
        for (Sketch.Way way : ways) {
            for (int i = 0; i + 1 < way.nodes().size(); i++) {
                var leg = new Leg(point(way.nodes().get(i)), point(way.nodes().get(i + 1)));
                int parts = 1 + (int) (metres(leg.from, leg.to) / 50);
                for (int k = 0; k <= parts; k++) {
                    double at = k / (double) parts;
                    var cell = cell(leg.from.lat() + at * (leg.to.lat() - leg.from.lat()),
                            leg.from.lon() + at * (leg.to.lon() - leg.from.lon()));
                    var inCell = legs.computeIfAbsent(cell, c -> new ArrayList<>());
                    if (inCell.isEmpty() || !inCell.getLast().equals(leg)) {
                        inCell.add(leg);
                    }
                }
            }
        }
    }

    static Map<String, String> tags(Sketch.Way way) {
        return tags(way.tags());
    }

    private static Map<String, String> tags(List<String> words) {
        var tags = new HashMap<String, String>();
        for (int i = 0; i < words.size(); i += 2) {
            tags.put(words.get(i), words.get(i + 1));
        }
        return tags;
    }

    List<Sketch.Way> ways() {
        return ways;
    }

    List<String> names() {
        return ways.stream().flatMap(way -> Optional.ofNullable(tags(way).get("name")).stream()).toList();
    }

    List<String> everyTag() {
        var all = new ArrayList<String>();
        sketch.ways().forEach(way -> tags(way).forEach((key, value) -> all.add(key + "=" + value)));
        for (int node = sketch.first(); node < sketch.end(); node++) {
            tags(sketch.tags(node)).forEach((key, value) -> all.add(key + "=" + value));
        }
        return all.stream().distinct().toList();
    }

    double shareOfLargestPiece() {
        int[] parent = new int[sketch.end()];
        Arrays.setAll(parent, i -> i);
        var used = new BitSet();
        for (Sketch.Way way : ways) {
            for (int i = 0; i < way.nodes().size(); i++) {
                int node = way.nodes().get(i);
                used.set(node);
                boolean closed = sketch.tags(node).contains("locked") || sketch.tags(node).contains("private");
                if (i > 0 && !closed) {
                    parent[root(parent, node)] = root(parent, way.nodes().get(i - 1));
                }
            }
        }
        var sizes = used.stream()
                .boxed()
                .collect(Collectors.groupingBy(n -> root(parent, n),
                        Collectors.counting()));
        return sizes.values().stream().mapToLong(Long::longValue).max().orElseThrow()
                / (double) used.cardinality();
    }

    private static int root(int[] parent, int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    boolean crosses(Sketch.Way way, List<DemoPoint> course) {
        for (int i = 0; i + 1 < way.nodes().size(); i++) {
            var a = point(way.nodes().get(i));
            var b = point(way.nodes().get(i + 1));
            for (int k = 0; k + 1 < course.size(); k++) {
                var c = course.get(k);
                var d = course.get(k + 1);
                if (turn(a, b, c) != turn(a, b, d) && turn(c, d, a) != turn(c, d, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean turn(DemoPoint a, DemoPoint b, DemoPoint c) {
        return (b.lon() - a.lon()) * (c.lat() - a.lat()) - (b.lat() - a.lat()) * (c.lon() - a.lon()) > 0;
    }

    /// Beyond some 200 m any large number.
    double metresTo(DemoPoint point) {
        var here = cell(point.lat(), point.lon());
        double best = 1e6;
        for (long y = here.y - 1; y <= here.y + 1; y++) {
            for (long x = here.x - 1; x <= here.x + 1; x++) {
                for (Leg leg : legs.getOrDefault(new Cell(y, x), List.of())) {
                    best = Math.min(best, metres(point, leg));
                }
            }
        }
        return best;
    }

    private static double metres(DemoPoint point, Leg leg) {
        double shrink = Math.cos(Math.toRadians(point.lat()));
        double x = (leg.to.lon() - leg.from.lon()) * shrink;
        double y = leg.to.lat() - leg.from.lat();
        double px = (point.lon() - leg.from.lon()) * shrink;
        double py = point.lat() - leg.from.lat();
        double along = x * x + y * y == 0 ? 0 : Math.clamp((px * x + py * y) / (x * x + y * y), 0, 1);
        return METRES_PER_DEGREE * Math.hypot(px - along * x, py - along * y);
    }

    private static double metres(DemoPoint a, DemoPoint b) {
        return metres(a, new Leg(b, b));
    }

    private static Cell cell(double lat, double lon) {
        return new Cell((long) Math.floor(lat / CELL), (long) Math.floor(lon / CELL));
    }

    private DemoPoint point(int node) {
        return new DemoPoint(sketch.lat(node) / 1e7, sketch.lon(node) / 1e7);
    }
}
