package cn.jinlin.api.region;

import cn.jinlin.search.GeoPoint;

/// Converts between WGS84 and the shifted systems of Chinese map services.
///
/// The shift is the published approximation on the Krasovsky 1940 ellipsoid; going back is iterated until it agrees to
/// under a millimetre. Points outside China are left unshifted, as the services do.
public final class Coordinates {

    private static final double SEMI_MAJOR_AXIS = 6378245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final double BAIDU = Math.PI * 3000.0 / 180.0;
    private static final double CLOSE_ENOUGH = 1e-9;

    private Coordinates() {}

    public static GeoPoint toWgs84(CoordinateSystem from, double lat, double lon) {
        return switch (from) {
            case WGS84 -> new GeoPoint(lat, lon);
            case GCJ02 -> unshift(lat, lon);
            case BD09 -> {
                GeoPoint gcj = baiduToGcj(lat, lon);
                yield unshift(gcj.lat(), gcj.lon());
            }
        };
    }

    public static GeoPoint fromWgs84(CoordinateSystem to, GeoPoint point) {
        return switch (to) {
            case WGS84 -> point;
            case GCJ02 -> shift(point.lat(), point.lon());
            case BD09 -> {
                GeoPoint gcj = shift(point.lat(), point.lon());
                yield gcjToBaidu(gcj.lat(), gcj.lon());
            }
        };
    }

    /// The rectangle outside which the map services do not shift.
    public static boolean isOutsideChina(double lat, double lon) {
        return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
    }

    private static GeoPoint shift(double lat, double lon) {
        if (isOutsideChina(lat, lon)) {
            return new GeoPoint(lat, lon);
        }
        double x = lon - 105.0;
        double y = lat - 35.0;
        double north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + waves(x)
                + thirds(20, Math.sin(y * Math.PI), 40, Math.sin(y / 3.0 * Math.PI))
                + thirds(160, Math.sin(y / 12.0 * Math.PI), 320, Math.sin(y * Math.PI / 30.0));
        double east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + waves(x)
                + thirds(20, Math.sin(x * Math.PI), 40, Math.sin(x / 3.0 * Math.PI))
                + thirds(150, Math.sin(x / 12.0 * Math.PI), 300, Math.sin(x / 30.0 * Math.PI));
        double radians = Math.toRadians(lat);
        double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) * Math.sin(radians);
        double root = Math.sqrt(magic);
        double dLat = Math.toDegrees(north * magic * root / (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)));
        double dLon = Math.toDegrees(east * root / (SEMI_MAJOR_AXIS * Math.cos(radians)));
        return new GeoPoint(lat + dLat, lon + dLon);
    }

    private static double waves(double x) {
        return thirds(20, Math.sin(6.0 * x * Math.PI), 20, Math.sin(2.0 * x * Math.PI));
    }

    private static double thirds(double a, double sineA, double b, double sineB) {
        return (a * sineA + b * sineB) * 2.0 / 3.0;
    }

    private static GeoPoint unshift(double lat, double lon) {
        if (isOutsideChina(lat, lon)) {
            return new GeoPoint(lat, lon);
        }
        double guessLat = lat;
        double guessLon = lon;
        for (int round = 0; round < 10; round++) {
            GeoPoint shifted = shift(guessLat, guessLon);
            double missLat = shifted.lat() - lat;
            double missLon = shifted.lon() - lon;
            guessLat -= missLat;
            guessLon -= missLon;
            if (Math.abs(missLat) < CLOSE_ENOUGH && Math.abs(missLon) < CLOSE_ENOUGH) {
                break;
            }
        }
        return new GeoPoint(guessLat, guessLon);
    }

    private static GeoPoint gcjToBaidu(double lat, double lon) {
        if (isOutsideChina(lat, lon)) {
            return new GeoPoint(lat, lon);
        }
        double radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BAIDU);
        double angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BAIDU);
        return new GeoPoint(radius * Math.sin(angle) + 0.006, radius * Math.cos(angle) + 0.0065);
    }

    private static GeoPoint baiduToGcj(double lat, double lon) {
        if (isOutsideChina(lat, lon)) {
            return new GeoPoint(lat, lon);
        }
        double x = lon - 0.0065;
        double y = lat - 0.006;
        double radius = Math.hypot(x, y) - 0.00002 * Math.sin(y * BAIDU);
        double angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * BAIDU);
        return new GeoPoint(radius * Math.sin(angle), radius * Math.cos(angle));
    }
}
