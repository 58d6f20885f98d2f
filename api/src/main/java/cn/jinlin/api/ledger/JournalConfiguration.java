package cn.jinlin.api.ledger;

import java.util.List;
import javax.sql.DataSource;

import cn.jinlin.api.watch.RecordWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean
    RecordWatch journalChaining(Chaining chaining, DataSource dataSource) {
        return new RecordWatch("journals", List.of("journal_inbox"), dataSource, chaining::chainAll);
    }
}
