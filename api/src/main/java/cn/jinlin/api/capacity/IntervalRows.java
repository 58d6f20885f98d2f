package cn.jinlin.api.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Spans of courts and rooms as they are on record.
@Repository
class IntervalRows {

    private static final String SELECT = "select *, lower(period) as from_at, upper(period) as to_at from interval_claim ";
    private static final String STANDS = "(state = 'TAKEN' or (state = 'HELD' and held_until > :now)) ";

    private final JdbcClient jdbc;
    private final Clock clock;

    IntervalRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Waits for whoever puts an overlapping span on record at the same moment, instead of failing or deadlocking with them
    /// as a plain insert would.
    ///
    /// @return false when it overlaps another
    boolean insert(Interval wanted) {
        return jdbc.sql("""
                insert into interval_claim (id, series_id, period, state, holder, held_until, created_at)
                values (:id, :series, tstzrange(:from, :to), :state, :holder, :until, :now) on conflict do nothing""")
                .param("id", wanted.id())
                .param("series", wanted.series())
                .param("from", Timestamp.from(wanted.startsAt()))
                .param("to", Timestamp.from(wanted.endsAt()))
                .param("state", wanted.heldUntil() == null ? "TAKEN" : "HELD")
                .param("holder", wanted.holder())
                .param("until", timestamp(wanted.heldUntil()), Types.TIMESTAMP)
                .param("now", now())
                .update() == 1;
    }

    /// What has lapsed where somebody wants to be; by id, so that two who want the same never wait for each other.
    int giveLapsedBack(Interval wanted) {
        return jdbc.sql("""
                update interval_claim set state = 'GIVEN_BACK' where id in (
                    select id from interval_claim where series_id = :series and period && tstzrange(:from, :to)
                       and state = 'HELD' and held_until <= :now order by id for update)""")
                .param("series", wanted.series())
                .param("from", Timestamp.from(wanted.startsAt()))
                .param("to", Timestamp.from(wanted.endsAt()))
                .param("now", now())
                .update();
    }

    /// @return how many were given back, at most so many
    int sweep(int most) {
        return jdbc.sql("""
                update interval_claim set state = 'GIVEN_BACK' where id in (
                    select id from interval_claim where state = 'HELD' and held_until <= :now order by held_until
                     limit :most for update skip locked)""").param("now", now()).param("most", most).update();
    }

    Optional<Interval> findHold(long series, Instant from, Instant to, UUID holder) {
        return jdbc.sql(SELECT + """
                where series_id = :series and period = tstzrange(:from, :to) and holder = :holder and state = 'HELD'
                  and held_until > :now""")
                .param("series", series)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("holder", holder)
                .param("now", now())
                .query(IntervalRows::read)
                .optional();
    }

    Optional<Interval> find(UUID interval) {
        return jdbc.sql(SELECT + "where id = :id and " + STANDS)
                .param("id", interval)
                .param("now", now())
                .query(IntervalRows::read)
                .optional();
    }

    List<Interval> listHolds(UUID holder) {
        return jdbc.sql(SELECT + "where holder = :holder and state = 'HELD' and held_until > :now order by held_until")
                .param("holder", holder)
                .param("now", now())
                .query(IntervalRows::read)
                .list();
    }

    List<Interval> list(Collection<Long> series, Instant from, Instant to) {
        return jdbc.sql(SELECT + "where series_id = any(:series) and period && tstzrange(:from, :to) and " + STANDS
                + "order by from_at, id")
                .param("series", series.toArray(Long[]::new))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("now", now())
                .query(IntervalRows::read)
                .list();
    }

    boolean keep(UUID interval) {
        return jdbc.sql("""
                update interval_claim set state = 'TAKEN', held_until = null
                 where id = ? and state = 'HELD' and held_until > ?""").param(interval).param(now()).update() == 1;
    }

    void giveBack(UUID interval) {
        jdbc.sql("update interval_claim set state = 'GIVEN_BACK' where id = ?").param(interval).update();
    }

    /// Undoes giving back within the same transaction.
    void takeAgain(UUID interval) {
        jdbc.sql("update interval_claim set state = 'TAKEN' where id = ? and state = 'GIVEN_BACK'")
                .param(interval)
                .update();
    }

    /// Keeps others from moving in or between these series until the transaction ends.
    void lockMoves(long one, long other) {
        jdbc.sql("""
                select pg_advisory_xact_lock(hashtextextended('interval_claim', series))
                  from (select distinct unnest(array[:one, :other]) as series order by 1) as moved""")
                .param("one", one)
                .param("other", other)
                .query((_, _) -> true)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Interval read(ResultSet row, int number) throws SQLException {
        Timestamp until = row.getTimestamp("held_until");
        return new Interval(row.getObject("id", UUID.class), row.getLong("series_id"),
                row.getTimestamp("from_at").toInstant(), row.getTimestamp("to_at").toInstant(),
                row.getObject("holder", UUID.class), until == null ? null : until.toInstant());
    }
}
