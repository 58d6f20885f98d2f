package cn.jinlin.api.account.rights;

import java.util.List;
import javax.sql.DataSource;

import cn.jinlin.api.watch.RecordWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RightsConfiguration {

    @Bean
    RecordWatch personalDataWatch(DataSource dataSource, RightsWork work) {
        return new RecordWatch("personal-data", List.of("personal_data_work"), dataSource, work::look);
    }
}
