package cn.jinlin.search.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import cn.jinlin.search.GeoPoint;

/// Streets in a crooked grid of which some are missing, bent, steps, for one direction only or double.
final class RandomNetworks {

    static final double SOUTH = 31.1;
    static final double WEST = 121.4;
    private static final double BLOCK = 0.0008;
    private static final int BOTH = EdgeTraits.FORWARD | EdgeTraits.BACKWARD;

    private RandomNetworks() {}

    static WalkNetwork grid(RandomGenerator random, int rows, int columns) {
        WalkNetworkBuilder builder = new WalkNetworkBuilder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                builder.node(SOUTH + (row + 0.3 * random.nextDouble()) * BLOCK,
                        WEST + (column + 0.3 * random.nextDouble()) * BLOCK);
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int node = row * columns + column;
                if (column + 1 < columns) {
                    street(builder, random, node, node + 1);
                }
                if (row + 1 < rows) {
                    street(builder, random, node, node + columns);
                }
            }
        }
        return builder.build();
    }

    /// A point on or beside the streets of such a grid.
    static GeoPoint point(RandomGenerator random, int rows, int columns) {
        return new GeoPoint(SOUTH + random.nextDouble() * rows * BLOCK, WEST + random.nextDouble() * columns * BLOCK);
    }

    /// Places on random edges that the profile may use, now and then exactly at an end.
    static List<Attachment> attachments(RandomGenerator random, WalkNetwork network, WalkProfile profile, int count) {
        List<Attachment> attachments = new ArrayList<>();
        while (attachments.size() < count) {
            int edge = random.nextInt(network.edges());
            if (profile.canUse(network.traits(edge))) {
                int length = network.lengthMillimetres(edge);
                int offset = switch (random.nextInt(10)) {
                    case 0 -> 0;
                    case 1 -> length;
                    default -> random.nextInt(length + 1);
                };
                attachments.add(at(network, edge, offset));
            }
        }
        return attachments;
    }

    /// The point so far along an edge.
    static Attachment at(WalkNetwork network, int edge, int offset) {
        double[] line = network.line(edge);
        double left = offset / 1000.0;
        int i = 2;
        double length = EarthDistance.metres(line[0], line[1], line[2], line[3]);
        while (left > length && i + 2 < line.length) {
            left -= length;
            i += 2;
            length = EarthDistance.metres(line[i - 2], line[i - 1], line[i], line[i + 1]);
        }
        double share = length == 0 ? 0 : Math.min(1, left / length);
        GeoPoint point = new GeoPoint(line[i - 2] + share * (line[i] - line[i - 2]),
                line[i - 1] + share * (line[i + 1] - line[i - 1]));
        return new Attachment(edge, network.from(edge), network.to(edge), network.traits(edge),
                network.lengthMillimetres(edge), offset, point, 0);
    }

    private static void street(WalkNetworkBuilder builder, RandomGenerator random, int a, int b) {
        int kind = random.nextInt(100);
        if (kind < 22) {
            return;
        }
        boolean turned = random.nextBoolean();
        int from = turned ? b : a;
        int to = turned ? a : b;
        builder.edge(from, to, shape(builder, random, from, to), traits(random), "路" + kind % 7);
        if (kind > 95) {
            builder.edge(to, from, shape(builder, random, to, from), traits(random), null);
        }
    }

    private static int traits(RandomGenerator random) {
        int kind = random.nextInt(100);
        int direction = kind < 6 ? EdgeTraits.FORWARD : kind < 12 ? EdgeTraits.BACKWARD : BOTH;
        int what = switch (random.nextInt(20)) {
            case 0 -> EdgeTraits.STEPS;
            case 1 -> EdgeTraits.KERB;
            case 2 -> EdgeTraits.CROSSING;
            case 3 -> EdgeTraits.CROSSING | EdgeTraits.SIGNALS;
            case 4 -> EdgeTraits.ROUGH;
            case 5 -> EdgeTraits.ELEVATOR;
            default -> 0;
        };
        return direction | what;
    }

    private static double[] shape(WalkNetworkBuilder builder, RandomGenerator random, int from, int to) {
        int points = Math.max(0, random.nextInt(5) - 1);
        double[] shape = new double[2 * points];
        for (int i = 0; i < points; i++) {
            double share = (i + 1.0) / (points + 1);
            shape[2 * i] = between(builder.latitudes, from, to, share) + 0.0002 * (random.nextDouble() - 0.5);
            shape[2 * i + 1] = between(builder.longitudes, from, to, share) + 0.0002 * (random.nextDouble() - 0.5);
        }
        return shape;
    }

    private static double between(IntList degrees, int from, int to, double share) {
        double a = EarthDistance.toDegrees(degrees.get(from));
        return a + share * (EarthDistance.toDegrees(degrees.get(to)) - a);
    }
}
