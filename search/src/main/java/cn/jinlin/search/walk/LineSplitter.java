package cn.jinlin.search.walk;

import java.util.Arrays;

/// Adds a line to the builder as one edge, or as several where one cannot be kept: an edge has two different ends and a
/// length that fits its arc.
final class LineSplitter {

    private final WalkNetworkBuilder builder;
    private final int traits;
    private final int nameId;

    LineSplitter(WalkNetworkBuilder builder, int traits, int nameId) {
        this.builder = builder;
        this.traits = traits;
        this.nameId = nameId;
    }

    /// @param line lat, lon pairs in ten-millionths of a degree, both ends included
    void add(int from, int to, int[] line) {
        double metres = EarthDistance.metres(degrees(line));
        if (from != to && metres * 1000 < Arc.MAX_MILLIMETRES) {
            // No walk is shorter than a millimetre: so every step of a path makes it longer, and none goes in circles.
            int millimetres = Math.max(1, EarthDistance.millimetres(metres));
            builder.append(from, to, Arrays.copyOfRange(line, 2, line.length - 2), millimetres, traits, nameId);
        } else if (from != to || metres > 0) {
            split(from, to, line, metres / 2);
        }
    }

    private void split(int from, int to, int[] line, double half) {
        double walked = 0;
        int segment = 2;
        double length = segmentMetres(line, segment);
        while (segment < line.length - 2 && walked + length < half) {
            walked += length;
            segment += 2;
            length = segmentMetres(line, segment);
        }
        double share = length == 0 ? 0 : Math.min(1, (half - walked) / length);
        int lat = between(line[segment - 2], line[segment], share);
        int lon = between(line[segment - 1], line[segment + 1], share);
        int middle = builder.node(EarthDistance.toDegrees(lat), EarthDistance.toDegrees(lon));
        int[] first = Arrays.copyOf(line, segment + 2);
        first[segment] = lat;
        first[segment + 1] = lon;
        int[] second = Arrays.copyOfRange(line, segment - 2, line.length);
        second[0] = lat;
        second[1] = lon;
        add(from, middle, first);
        add(middle, to, second);
    }

    private static double segmentMetres(int[] line, int segment) {
        return EarthDistance.metres(degrees(Arrays.copyOfRange(line, segment - 2, segment + 2)));
    }

    private static int between(int a, int b, double share) {
        return (int) Math.round(a + share * ((double) b - a));
    }

    static double[] degrees(int[] e7) {
        return Arrays.stream(e7).mapToDouble(EarthDistance::toDegrees).toArray();
    }
}
