package cn.jinlin.demo;

/// A point in WGS84 degrees.
public record DemoPoint(double lat, double lon) {}
