package cn.jinlin.api.support;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Prepares the record for a test, and waits for what follows from it.
@TestComponent
public class Records {

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Empties the record of facilities and regions.
    public void clear() {
        jdbc.sql("update facility set in_service = false, version = nextval('facility_version')").update();
        jdbc.sql("""
                insert into facility_outbox (facility_id, version) select id, version from facility
                on conflict (facility_id) do update set version = excluded.version, next_at = now(), attempts = 0""").update();
        awaitIndexed();
        jdbc.sql("truncate facility, neighbourhood, subdistrict restart identity cascade").update();
    }

    /// Waits until the outbox is empty: everything committed so far can be searched.
    public void awaitIndexed() {
        await(() -> jdbc.sql("select count(*) from facility_outbox").query(Long.class).single() == 0);
    }

    /// Waits for a condition, at most half a minute.
    public static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Waited half a minute in vain");
            }
            Thread.onSpinWait();
        }
    }
}
