package cn.jinlin.search;

/// A point on the earth in WGS84 degrees: latitude -90 to 90, longitude -180 to 180.
public record GeoPoint(double lat, double lon) {}
