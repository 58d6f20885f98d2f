package cn.jinlin.api.circle;

import java.util.List;

import cn.jinlin.api.facility.OnFoot.Walk;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.Route;
import org.jspecify.annotations.Nullable;

/// A way to walk, as the GraphQL type has it.
///
/// @param points its line
public record WalkRoute(Walk walk, List<GeoPoint> points, List<Leg> legs) {

    private static final int MOST_POINTS = 5_000;
    private static final int MOST_LEGS = 500;

    /// A part along one road.
    public record Leg(@Nullable String name, int metres, List<WalkFeature> features) {}

    static WalkRoute of(Route route) {
        return new WalkRoute(new Walk(route.tenths(), metres(route.millimetres()), false),
                route.line().stream().limit(MOST_POINTS).toList(),
                route.legs()
                        .stream()
                        .limit(MOST_LEGS)
                        .map(leg -> new Leg(leg.name().orElse(null), metres(leg.millimetres()),
                                WalkFeature.of(leg.traits())))
                        .toList());
    }

    private static int metres(int millimetres) {
        return Math.round(millimetres / 1000f);
    }
}
