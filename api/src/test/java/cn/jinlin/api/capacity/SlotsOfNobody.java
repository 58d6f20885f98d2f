package cn.jinlin.api.capacity;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Slots that belong to no schedule, on the morning on which it always is ten.
@TestComponent
class SlotsOfNobody {

    static final Instant NOW = Instant.parse("2026-09-29T02:00:00Z");
    static final Instant IN_TEN_MINUTES = NOW.plus(Duration.ofMinutes(10));

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private final JdbcClient jdbc;
    private final Places places;
    private final TransactionTemplate transaction;

    SlotsOfNobody(JdbcClient jdbc, Places places, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.places = places;
        this.transaction = transaction;
    }

    /// A slot of tomorrow whose places are all for residents online.
    long make(int capacity) {
        return make(capacity, 0, 0, 0, TOMORROW.minus(Duration.ofHours(1)));
    }

    long make(int capacity, int phone, int walkIn, int priority, Instant flowsBackAt) {
        long series = newSeries();
        transaction.executeWithoutResult(_ -> places.add(List.of(new NewSlot(series, TOMORROW,
                TOMORROW.plus(Duration.ofMinutes(30)), NOW.minus(Duration.ofDays(1)), TOMORROW, flowsBackAt, capacity,
                phone, walkIn, priority))));
        return jdbc.sql("select id from slot where series_id = ?").param(series).query(Long.class).single();
    }

    long newSeries() {
        return jdbc.sql("select nextval('slot_series')").query(Long.class).single();
    }

    int taken(long slot) {
        return places.findSlot(slot).orElseThrow().taken();
    }

    /// Places that the claims on record come to: the count must be told by them alone.
    int claimed(long slot) {
        return jdbc
                .sql("select coalesce(sum(places), 0) from slot_claim where slot_id = ? and state in ('HELD', 'TAKEN')")
                .param(slot)
                .query(Integer.class)
                .single();
    }

    void lapse(java.util.UUID claim) {
        jdbc.sql("update slot_claim set held_until = ? where id = ?")
                .param(Timestamp.from(NOW.minusSeconds(1)))
                .param(claim)
                .update();
    }
}
