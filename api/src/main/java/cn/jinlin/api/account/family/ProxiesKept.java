package cn.jinlin.api.account.family;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Forgetting who could act for whom: by erasure and by age.
@Repository
class ProxiesKept {

    private static final String FORGET = "relation_cipher = null, phone_cipher = null, phone_index = null, paper_cipher = null";

    private final JdbcClient jdbc;
    private final Clock clock;

    ProxiesKept(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param dropped rows that are gone
    /// @param kept rows that name nobody any more
    record Forgotten(int dropped, int kept) {}

    /// Ends everything a person is part of, drops what was never accepted, and leaves of the rest two nameless ids.
    ///
    Forgotten forget(UUID resident) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                update proxy set state = 'ENDED', ended_at = :now
                 where (person_id = :id or actor_id = :id) and state in ('INVITED', 'ACTIVE')""")
                .param("now", now)
                .param("id", resident)
                .update();
        int dropped = jdbc.sql("delete from proxy where person_id = :id and actor_id is null")
                .param("id", resident)
                .update();
        int kept = jdbc.sql("update proxy set " + FORGET + " where person_id = :id or actor_id = :id")
                .param("id", resident)
                .update();
        return new Forgotten(dropped, kept);
    }

    /// Ends what has run out. A guardian's waits a year for the young person's word.
    int endLapsed(LocalDate today) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                update proxy set state = 'ENDED', ended_at = :now
                 where (state = 'INVITED' and answer_by <= :now)
                    or (state in ('INVITED', 'ACTIVE') and kind <> 'GUARDIAN' and ends_on < :today)
                    or (state = 'ACTIVE' and kind = 'GUARDIAN' and ends_on < :lastYear)""")
                .param("now", now)
                .param("today", Date.valueOf(today))
                .param("lastYear", Date.valueOf(today.minusYears(1)))
                .update();
    }

    int deleteEndedBefore(java.time.Instant end) {
        return jdbc.sql("delete from proxy where ended_at < ?").param(Timestamp.from(end)).update();
    }
}
