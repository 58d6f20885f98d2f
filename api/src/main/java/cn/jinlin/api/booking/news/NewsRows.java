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
        BOOKED, MOVED, CANCELLED, CANCELLED_BY_FACILITY
    }

    /// @param before when it was to begin before it was moved
    /// @param reason why the facility called it off, a code
    /// @param acting the resident who did it; null where staff or the service did
    record News(long id, UUID appointment, Kind kind, Instant startsAt, @Nullable Instant before,
            @Nullable String reason, @Nullable UUID acting) {}

    void insert(News news) {
        jdbc.sql("""
                insert into appointment_news (appointment_id, kind, starts_at, before_at, reason, acting, created_at)
                values (:appointment, :kind, :starts, :before, :reason, :acting, :now)""")
                .param("appointment", news.appointment())
                .param("kind", news.kind().name())
                .param("starts", Timestamp.from(news.startsAt()))
                .param("before", news.before() == null ? null : Timestamp.from(news.before()))
                .param("reason", news.reason())
                .param("acting", news.acting())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// The oldest, gone from the record once the caller's transaction commits; those that failed come last. Another node
    /// gets another.
    Optional<News> take() {
        return jdbc.sql("""
                delete from appointment_news where id = (
                    select id from appointment_news where attempts < ? order by attempts, id limit 1 for update skip locked)
                returning *""").param(MOST_ATTEMPTS).query(NewsRows::read).optional();
    }

    void failed(long id) {
        jdbc.sql("update appointment_news set attempts = attempts + 1 where id = ?").param(id).update();
    }

    int forget(UUID resident) {
        return jdbc.sql("""
                delete from appointment_news n using appointment a
                where a.id = n.appointment_id and (a.person_id = :resident or n.acting = :resident)""")
                .param("resident", resident)
                .update();
    }

    int deleteOlderThan(Duration age) {
        return jdbc.sql("delete from appointment_news where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(age)))
                .update();
    }

    private static News read(ResultSet row, int number) throws SQLException {
        Timestamp before = row.getTimestamp("before_at");
        return new News(row.getLong("id"), row.getObject("appointment_id", UUID.class),
                Kind.valueOf(row.getString("kind")), row.getTimestamp("starts_at").toInstant(),
                before == null ? null : before.toInstant(), row.getString("reason"),
                row.getObject("acting", UUID.class));
    }
}
