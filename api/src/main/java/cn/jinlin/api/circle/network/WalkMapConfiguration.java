package cn.jinlin.api.circle.network;

import java.util.List;
import javax.sql.DataSource;

import cn.jinlin.api.watch.RecordWatch;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WalkMapConfiguration {

    @Bean
    @ConditionalOnProperty(name = "jinlin.walking.enabled", havingValue = "true", matchIfMissing = true)
    RecordWatch walkMapWatch(WalkMaps maps, DataSource dataSource) {
        return new RecordWatch("walk-map", List.of("walk_network", "facility_outbox"), dataSource, maps::look);
    }
}
