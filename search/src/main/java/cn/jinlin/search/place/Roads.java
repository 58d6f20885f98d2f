package cn.jinlin.search.place;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.WalkNetwork;

/// The named roads of a walking network.
public final class Roads {

    /// Ways of one name with more than a kilometre or two between them are different roads.
    private static final double CELL_DEGREES = 0.01;

    private Roads() {}

    /// A road.
    ///
    /// @param middle of its longest stretch
    public record Road(String name, GeoPoint middle) {}

    /// @return in order of name
    public static List<Road> of(WalkNetwork network) {
        Map<String, Map<Long, Integer>> longest = new TreeMap<>();
        for (int edge = 0; edge < network.edges(); edge++) {
            int found = edge;
            network.name(edge)
                    .ifPresent(name -> longest.computeIfAbsent(name, _ -> new HashMap<>())
                            .merge(cell(network, found), found, (one, other) -> longer(network, one, other)));
        }
        List<Road> roads = new ArrayList<>();
        longest.forEach((name, cells) -> separate(network, cells)
                .forEach(edge -> roads.add(new Road(name, middle(network.line(edge))))));
        return roads;
    }

    private static long cell(WalkNetwork network, int edge) {
        int end = network.to(edge);
        return cell((int) Math.floor(network.lat(end) / CELL_DEGREES),
                (int) Math.floor(network.lon(end) / CELL_DEGREES));
    }

    private static long cell(int row, int column) {
        return ((long) row << 32) | (column & 0xFFFF_FFFFL);
    }

    private static int longer(WalkNetwork network, int one, int other) {
        return network.lengthMillimetres(other) > network.lengthMillimetres(one) ? other : one;
    }

    /// The longest edge of each road: cells that touch belong to one.
    private static List<Integer> separate(WalkNetwork network, Map<Long, Integer> cells) {
        List<Integer> roads = new ArrayList<>();
        TreeMap<Long, Integer> left = new TreeMap<>(cells);
        for (Map.Entry<Long, Integer> start = left.pollFirstEntry(); start != null; start = left.pollFirstEntry()) {
            Deque<Long> touching = new ArrayDeque<>();
            touching.add(start.getKey());
            int longest = start.getValue();
            while (!touching.isEmpty()) {
                for (long neighbour : around(touching.removeFirst())) {
                    Integer edge = left.remove(neighbour);
                    if (edge != null) {
                        longest = longer(network, longest, edge);
                        touching.add(neighbour);
                    }
                }
            }
            roads.add(longest);
        }
        roads.sort(Comparator.naturalOrder());
        return roads;
    }

    private static List<Long> around(long cell) {
        List<Long> around = new ArrayList<>(8);
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                if (row != 0 || column != 0) {
                    around.add(cell((int) (cell >> 32) + row, (int) cell + column));
                }
            }
        }
        return around;
    }

    /// @param line lat, lon pairs
    private static GeoPoint middle(double[] line) {
        double narrowing = Math.cos(Math.toRadians(line[0]));
        double whole = 0;
        for (int i = 2; i < line.length; i += 2) {
            whole += length(line, i, narrowing);
        }
        double left = whole / 2;
        for (int i = 2; i < line.length; i += 2) {
            double piece = length(line, i, narrowing);
            if (piece >= left && piece > 0) {
                double share = left / piece;
                return new GeoPoint(line[i - 2] + share * (line[i] - line[i - 2]),
                        line[i - 1] + share * (line[i + 1] - line[i - 1]));
            }
            left -= piece;
        }
        return new GeoPoint(line[0], line[1]);
    }

    private static double length(double[] line, int i, double narrowing) {
        return Math.hypot(line[i] - line[i - 2], (line[i + 1] - line[i - 1]) * narrowing);
    }
}
