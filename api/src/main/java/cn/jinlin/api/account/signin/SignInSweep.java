package cn.jinlin.api.account.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Takes away what was kept for signing in and is of no use any more.
@Component
class SignInSweep {

    /// The longest window that anything is counted in, and some.
    private static final Duration COUNTED = Duration.ofHours(25);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInSweep(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Instant now = clock.instant();
        jdbc.sql("delete from sign_in_count where since < ?").param(Timestamp.from(now.minus(COUNTED))).update();
        for (String table : List.of("phone_code", "phone_code_message", "wechat_ticket", "passkey_challenge")) {
            jdbc.sql("delete from " + table + " where expires_at < ?").param(Timestamp.from(now)).update();
        }
    }
}
