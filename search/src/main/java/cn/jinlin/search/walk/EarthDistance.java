package cn.jinlin.search.walk;

/// Lengths on the ground: great-circle distance by the haversine formula on a sphere of 6,371,000 m, the formula and
/// the radius that common routers use, so that lengths can be compared with theirs to the millimetre.
final class EarthDistance {

    static final double RADIUS_METRES = 6_371_000;
    /// Metres of one degree of latitude.
    static final double DEGREE_METRES = Math.toRadians(1) * RADIUS_METRES;
    /// Coordinates are kept in ten-millionths of a degree, about 1.1 cm, as OpenStreetMap keeps them.
    private static final double E7 = 1e7;

    private EarthDistance() {}

    static double metres(double lat1, double lon1, double lat2, double lon2) {
        double sinLat = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double sinLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double h = sinLat * sinLat + sinLon * sinLon * Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2));
        return RADIUS_METRES * 2 * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    /// Length of a line, `points` being lat, lon pairs in degrees.
    static double metres(double[] points) {
        double sum = 0;
        for (int i = 2; i < points.length; i += 2) {
            sum += metres(points[i - 2], points[i - 1], points[i], points[i + 1]);
        }
        return sum;
    }

    static int millimetres(double metres) {
        return Math.toIntExact(Math.round(metres * 1000));
    }

    static int toE7(double degrees) {
        return (int) Math.round(degrees * E7);
    }

    static double toDegrees(int e7) {
        return e7 / E7;
    }
}
