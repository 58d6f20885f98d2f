package cn.jinlin.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A map in the making: nodes and ways with the tags that OpenStreetMap would give them.
final class Sketch {

    /// @param tags keys and values by turns
    record Way(List<Integer> nodes, List<String> tags) {}

    private static final double PER_DEGREE = 1e7;

    private final Lattice lattice;
    private final double shiftLat;
    private final double shiftLon;
    private final int first;
    private int[] lats = new int[1 << 12];
    private int[] lons = new int[1 << 12];
    private int size;
    private final Map<Integer, List<String>> nodeTags = new HashMap<>();
    private final List<Way> ways = new ArrayList<>();

    /// @param first the number of its first node
    Sketch(Lattice lattice, double shiftLat, double shiftLon, int first) {
        this.lattice = lattice;
        this.shiftLat = shiftLat;
        this.shiftLon = shiftLon;
        this.first = first;
    }

    /// A new node at a place in lattice units.
    int node(double x, double y) {
        if (size == lats.length) {
            lats = Arrays.copyOf(lats, 2 * size);
            lons = Arrays.copyOf(lons, 2 * size);
        }
        var point = point(x, y);
        lats[size] = (int) Math.round(point.lat() * PER_DEGREE);
        lons[size] = (int) Math.round(point.lon() * PER_DEGREE);
        return first + size++;
    }

    int node(double x, double y, String... tags) {
        int node = node(x, y);
        nodeTags.put(node, List.of(tags));
        return node;
    }

    void way(List<Integer> nodes, String... tags) {
        way(nodes, List.of(tags));
    }

    /// Fewer than two nodes are no way, and nothing is drawn.
    void way(List<Integer> nodes, List<String> tags) {
        if (nodes.size() > 1) {
            ways.add(new Way(List.copyOf(nodes), tags));
        }
    }

    DemoPoint point(double x, double y) {
        var point = lattice.at(x, y);
        return new DemoPoint(point.lat() + shiftLat, point.lon() + shiftLon);
    }

    int first() {
        return first;
    }

    /// The number after the last node's.
    int end() {
        return first + size;
    }

    /// In ten-millionths of a degree.
    int lat(int node) {
        return lats[node - first];
    }

    int lon(int node) {
        return lons[node - first];
    }

    List<String> tags(int node) {
        return nodeTags.getOrDefault(node, List.of());
    }

    List<Way> ways() {
        return ways;
    }
}
