package cn.jinlin.api.booking.offer;

import java.util.List;
import javax.sql.DataSource;

import cn.jinlin.api.watch.RecordWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OfferConfiguration {

    @Bean
    RecordWatch slotWatch(DataSource dataSource, SlotWork work) {
        return new RecordWatch("slots", List.of("slot_work"), dataSource, work::look);
    }
}
