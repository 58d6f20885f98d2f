package cn.jinlin.api.region;

import cn.jinlin.search.GeoPoint;

/// A point as it leaves, in a stated system, to seven decimals (a centimetre).
public record Point(double lat, double lon, CoordinateSystem crs) {

    private static final double DECIMALS = 1e7;

    public static Point of(CoordinateSystem crs, GeoPoint wgs84) {
        GeoPoint converted = Coordinates.fromWgs84(crs, wgs84);
        return new Point(Math.round(converted.lat() * DECIMALS) / DECIMALS,
                Math.round(converted.lon() * DECIMALS) / DECIMALS, crs);
    }
}
