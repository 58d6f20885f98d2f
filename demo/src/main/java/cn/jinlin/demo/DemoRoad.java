package cn.jinlin.demo;

import java.util.List;

/// A named road of the district, along which houses are numbered.
///
/// @param points its course, from the end where numbers begin
public record DemoRoad(String name, String nameEn, List<DemoPoint> points) {}
