package cn.jinlin.api.booking.news;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people have yet to be told.
@Repository
class NewsRows {

    /// What fails as often as that stays as it is and is told to nobody: somebody has to look.
    static final int MOST_ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    NewsRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Kind {
        BOOKED, MOVED, CANCELLED, CANCELLED_BY_FACILITY, OFFERED, DRAWN, NOT_DRAWN;

        boolean isOfLottery() {
            return this == DRAWN || this == NOT_DRAWN;
        }
    }

    /// @param about the appointment; of OFFERED the one who waits, of DRAWN and NOT_DRAWN the one who took part
    /// @param startsAt as it was then; null of whatever is about no appointment
    /// @param other of MOVED when it was to begin before, of OFFERED and DRAWN until when the place is kept; null otherwise
    /// @param reason why the facility called it off, a code
    /// @param acting the resident who did it; null where staff or the service did
    record News(long id, UUID about, Kind kind, @Nullable Instant startsAt, @Nullable Instant other,
            @Nullable String reason, @Nullable UUID acting) {}

    void insert(News news) {
        jdbc.sql("""
                insert into appointment_news (appointment_id, entry_id, lottery_entry_id, kind, starts_at, other_at, reason, acting,
                                              created_at)
                values (:appointment, :entry, :lottery, :kind, :starts, :other, :reason, :acting, :now)""")
                .param("appointment", news.kind() == Kind.OFFERED || news.kind().isOfLottery() ? null : news.about())
                .param("entry", news.kind() == Kind.OFFERED ? news.about() : null)
                .param("lottery", news.kind().isOfLottery() ? news.about() : null)
                .param("kind", news.kind().name())
                .param("starts", news.startsAt() == null ? null : Timestamp.from(news.startsAt()))
                .param("other", news.other() == null ? null : Timestamp.from(news.other()))
                .param("reason", news.reason())
                .param("acting", news.acting())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// The oldest, gone from the record once the caller's transaction commits; those that failed come last. Another node
    /// gets another.
    Optional<News> take() {
        return jdbc
                .sql("""
                delete from appointment_news where id = (
                    select id from appointment_news where attempts < ? order by attempts, id limit 1 for update skip locked)
                returning id, coalesce(appointment_id, entry_id, lottery_entry_id) about, kind, starts_at, other_at, reason, acting""")
                .param(MOST_ATTEMPTS)
                .query(NewsRows::read)
                .optional();
    }

    void failed(long id) {
        jdbc.sql("update appointment_news set attempts = attempts + 1 where id = ?").param(id).update();
    }

    int forget(UUID resident) {
        return jdbc.sql("""
                delete from appointment_news where acting = :resident
                    or appointment_id in (select id from appointment where person_id = :resident)
                    or entry_id in (select id from waitlist_entry where person_id = :resident)
                    or lottery_entry_id in (select id from lottery_entry where person_id = :resident)""")
                .param("resident", resident)
                .update();
    }

    int deleteOlderThan(Duration age) {
        return jdbc.sql("delete from appointment_news where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(age)))
                .update();
    }

    private static News read(ResultSet row, int number) throws SQLException {
        Timestamp starts = row.getTimestamp("starts_at");
        Timestamp other = row.getTimestamp("other_at");
        return new News(row.getLong("id"), row.getObject("about", UUID.class), Kind.valueOf(row.getString("kind")),
                starts == null ? null : starts.toInstant(), other == null ? null : other.toInstant(),
                row.getString("reason"), row.getObject("acting", UUID.class));
    }
}
