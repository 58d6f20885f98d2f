package cn.jinlin.api.circle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import cn.jinlin.api.circle.WalkCircle.CircleCategory;
import cn.jinlin.api.circle.network.WalkMap;
import cn.jinlin.api.facility.FacilityNode;
import cn.jinlin.api.facility.OnFoot.Walk;
import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.PlainField;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.api.region.Point;
import cn.jinlin.api.region.PointInput;
import cn.jinlin.search.GeoPoint;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Fields computed from a circle, a route or a facility alone.
@Configuration(proxyBeanMethods = false)
class CircleWiring {

    private static final int MOST_LISTED = 50;
    private static final int LONGEST_MINUTES = 60;

    private final CircleService service;

    CircleWiring(CircleService service) {
        this.service = service;
    }

    @Bean
    RuntimeWiringConfigurer circleFields() {
        PlainField<WalkCircle> outline = (circle, env) -> circle.roughly()
                .get()
                .rings()
                .stream()
                .map(ring -> points(ring, env))
                .toList();
        PlainField<WalkRoute> line = (route, env) -> points(route.points(), env);
        PlainField<CircleCategory> facilities = (category, env) -> category.reached()
                .stream()
                .limit(listed(env))
                .toList();
        PlainField<FacilityNode> walkFrom = this::walkFrom;
        return wiring -> wiring.type("WalkCircle", type -> type.dataFetcher("outline", outline))
                .type("WalkRoute", type -> type.dataFetcher("line", line))
                .type("CircleCategory", type -> type.dataFetcher("facilities", facilities))
                .type("Facility", type -> type.dataFetcher("walkFrom", walkFrom));
    }

    private static int listed(DataFetchingEnvironment env) {
        int first = env.getArgumentOrDefault("first", 0);
        if (first < 1 || first > MOST_LISTED) {
            throw new BadInput("first", "PAGE_SIZE_OUT_OF_RANGE", MOST_LISTED);
        }
        return first;
    }

    private static List<Point> points(List<GeoPoint> points, DataFetchingEnvironment env) {
        var crs = CoordinateSystem.valueOf(env.getArgumentOrDefault("crs", CoordinateSystem.WGS84.name()));
        return points.stream().map(point -> Point.of(crs, point)).toList();
    }

    /// All facilities of a list are asked from the same point: one search answers for them together.
    private @Nullable Walk walkFrom(FacilityNode facility, DataFetchingEnvironment env) {
        Map<String, Object> given = Objects.requireNonNull(env.getArgument("point"));
        var point = new PointInput(((Number) Objects.requireNonNull(given.get("lat"))).doubleValue(),
                ((Number) Objects.requireNonNull(given.get("lon"))).doubleValue(),
                CoordinateSystem.valueOf(String.valueOf(given.get("crs"))));
        var asked = new Asked(point, Walker.valueOf(env.getArgumentOrDefault("profile", Walker.ADULT.name())));
        Map<Long, Walk> walks = env.getGraphQlContext().computeIfAbsent(asked, _ -> walks(asked));
        return walks.get(facility.number());
    }

    private record Asked(PointInput point, Walker walker) {}

    private Map<Long, Walk> walks(Asked asked) {
        return service.reached(asked.point().toWgs84("point"), asked.walker(), LONGEST_MINUTES, "point")
                .found()
                .stream()
                .collect(Collectors.toMap(WalkMap.Reached.Found::id, WalkMap.Reached.Found::walk));
    }
}
