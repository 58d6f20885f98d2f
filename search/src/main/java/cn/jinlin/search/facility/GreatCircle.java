package cn.jinlin.search.facility;

import cn.jinlin.search.GeoPoint;

/// Straight-line distance over the earth as a sphere, as Elasticsearch measures it.
public final class GreatCircle {

    private static final double MEAN_RADIUS_METRES = 6_371_008.7714;

    private GreatCircle() {}

    public static int metres(GeoPoint a, GeoPoint b) {
        double lat = Math.sin(Math.toRadians(b.lat() - a.lat()) / 2);
        double lon = Math.sin(Math.toRadians(b.lon() - a.lon()) / 2);
        double h = lat * lat + lon * lon * Math.cos(Math.toRadians(a.lat())) * Math.cos(Math.toRadians(b.lat()));
        return (int) Math.round(2 * MEAN_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h))));
    }
}
