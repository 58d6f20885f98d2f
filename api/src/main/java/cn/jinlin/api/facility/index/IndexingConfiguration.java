package cn.jinlin.api.facility.index;

import java.util.List;
import javax.sql.DataSource;

import cn.jinlin.api.watch.RecordWatch;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IndexingConfiguration {

    @Bean
    @ConditionalOnProperty(name = "jinlin.indexer.enabled", havingValue = "true", matchIfMissing = true)
    RecordWatch indexing(Indexer indexer, DataSource dataSource) {
        return new RecordWatch("indexer", List.of("facility_outbox"), dataSource, indexer::drain);
    }
}
