package cn.jinlin.api.circle.coverage;

import java.util.List;
import javax.sql.DataSource;

import cn.jinlin.api.watch.RecordWatch;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CoverageConfiguration {

    @Bean
    @ConditionalOnProperty(name = "jinlin.walking.enabled", havingValue = "true", matchIfMissing = true)
    RecordWatch coverageWatch(CoverageMaps maps, DataSource dataSource) {
        return new RecordWatch("coverage", List.of("district", "facility_outbox"), dataSource, maps::look);
    }
}
