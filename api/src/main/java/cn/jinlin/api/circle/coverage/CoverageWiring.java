package cn.jinlin.api.circle.coverage;

import java.util.List;
import java.util.function.Function;

import cn.jinlin.api.circle.coverage.Coverage.Cell;
import cn.jinlin.api.circle.coverage.Coverage.NeighbourhoodCoverage;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.PlainField;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.api.region.Point;
import cn.jinlin.search.GeoPoint;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Fields computed from coverage alone.
@Configuration(proxyBeanMethods = false)
class CoverageWiring {

    private static final int MOST_LISTED = 250;

    /// A cell with its corners in the asked system.
    record ShownCell(Point southWest, Point northEast, int residents, @Nullable Integer minutes) {}

    @Bean
    RuntimeWiringConfigurer coverageFields() {
        PlainField<Coverage> neighbourhoods = (coverage, env) -> neighbourhoods(coverage, env);
        PlainField<Coverage> grid = (coverage, env) -> grid(coverage, env);
        return wiring -> wiring.type("Coverage",
                type -> type.dataFetcher("neighbourhoods", neighbourhoods).dataFetcher("grid", grid));
    }

    private static List<NeighbourhoodCoverage> neighbourhoods(Coverage coverage, DataFetchingEnvironment env) {
        int first = env.getArgumentOrDefault("first", 0);
        if (first < 1 || first > MOST_LISTED) {
            throw new BadInput("first", "PAGE_SIZE_OUT_OF_RANGE", MOST_LISTED);
        }
        return coverage.worstFirst().stream().limit(first).toList();
    }

    private static List<ShownCell> grid(Coverage coverage, DataFetchingEnvironment env) {
        var crs = CoordinateSystem.valueOf(env.getArgumentOrDefault("crs", CoordinateSystem.WGS84.name()));
        Function<GeoPoint, Point> shown = point -> Point.of(crs, point);
        return coverage.squares().get().stream().map(cell -> shown(cell, shown)).toList();
    }

    private static ShownCell shown(Cell cell, Function<GeoPoint, Point> point) {
        return new ShownCell(point.apply(cell.square().southWest()), point.apply(cell.square().northEast()),
                cell.residents(), cell.minutes());
    }
}
