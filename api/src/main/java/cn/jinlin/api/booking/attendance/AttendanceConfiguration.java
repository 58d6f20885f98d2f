package cn.jinlin.api.booking.attendance;

import java.util.List;
import javax.sql.DataSource;

import cn.jinlin.api.watch.RecordWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AttendanceConfiguration {

    /// Nothing is notified when time passes: it looks once a second, which costs one statement on an index.
    @Bean
    RecordWatch attendanceWatch(DataSource dataSource, AbsenceWork work) {
        return new RecordWatch("attendance", List.of(), dataSource, work::look);
    }
}
