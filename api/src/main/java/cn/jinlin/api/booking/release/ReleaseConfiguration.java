package cn.jinlin.api.booking.release;

import java.util.List;
import javax.sql.DataSource;

import cn.jinlin.api.watch.RecordWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    @Bean
    RecordWatch releaseWatch(DataSource dataSource, ReleaseWork work) {
        return new RecordWatch("releases", List.of("release_work"), dataSource, work::look);
    }
}
