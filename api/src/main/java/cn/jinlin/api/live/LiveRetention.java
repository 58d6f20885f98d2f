package cn.jinlin.api.live;

import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Forgets events that nobody resumes after any more.
@Component
class LiveRetention {

    private static final int LOCK = 701;

    private final LiveRecords records;
    private final LiveProperties properties;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LiveRetention(LiveRecords records, LiveProperties properties, JdbcClient jdbc, TransactionTemplate transaction) {
        this.records = records;
        this.properties = properties;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /// Once an hour, on whichever node gets there first.
    @Scheduled(fixedDelay = 60, initialDelay = 7, timeUnit = TimeUnit.MINUTES)
    void forgetHourly() {
        transaction.executeWithoutResult(_ -> {
            if (jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single()) {
                records.forget(properties.retention());
            }
        });
    }
}
