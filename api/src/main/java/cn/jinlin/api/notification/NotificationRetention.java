package cn.jinlin.api.notification;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Erases messages when they have been kept long enough (PIPL art. 19: no longer than the purpose needs).
@Component
class NotificationRetention {

    private static final int LOCK = 702;
    /// Codes and invitations are worth nothing after that.
    private static final Duration ADDRESS_ONLY = Duration.ofDays(8);

    private final Inbox inbox;
    private final NotificationProperties properties;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    NotificationRetention(Inbox inbox, NotificationProperties properties, JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.inbox = inbox;
        this.properties = properties;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /// Once an hour, on whichever node gets there first.
    @Scheduled(fixedDelay = 60, initialDelay = 11, timeUnit = TimeUnit.MINUTES)
    void eraseHourly() {
        transaction.executeWithoutResult(_ -> {
            if (jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single()) {
                inbox.eraseOlderThan(properties.retention(), ADDRESS_ONLY);
            }
        });
    }
}
