package cn.jinlin.api.security.session;

import java.util.List;
import javax.sql.DataSource;

import cn.jinlin.api.watch.RecordWatch;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/// What a node that serves people does for sessions in the background.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SessionWiring {

    private final SessionRows rows;

    SessionWiring(SessionRows rows) {
        this.rows = rows;
    }

    @Bean
    RecordWatch sessionWatch(EndedSessions ended, DataSource dataSource) {
        return new RecordWatch("sessions", List.of("session_end"), dataSource, () -> {
            ended.look();
            return true;
        });
    }

    /// Every node does it; there is nothing to do for all but the first.
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void forgetOld() {
        rows.forgetOld();
    }
}
