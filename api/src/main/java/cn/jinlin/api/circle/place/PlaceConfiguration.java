package cn.jinlin.api.circle.place;

import java.util.List;
import javax.sql.DataSource;

import cn.jinlin.api.graphql.PlainField;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.api.region.Point;
import cn.jinlin.api.watch.RecordWatch;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
class PlaceConfiguration {

    @Bean
    RuntimeWiringConfigurer placeFields() {
        PlainField<FoundPlace> point = (place, env) -> Point.of(
                CoordinateSystem.valueOf(env.getArgumentOrDefault("crs", CoordinateSystem.WGS84.name())), place.at());
        return wiring -> wiring.type("Place", type -> type.dataFetcher("point", point));
    }

    @Bean
    @ConditionalOnProperty(name = "jinlin.walking.enabled", havingValue = "true", matchIfMissing = true)
    RecordWatch placeWatch(Places places, DataSource dataSource) {
        return new RecordWatch("places", List.of("district", "walk_network"), dataSource, places::look);
    }
}
