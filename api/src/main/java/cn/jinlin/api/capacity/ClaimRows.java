package cn.jinlin.api.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Claims as they are on record. Whatever makes or ends one changes its slot's counts in the same statement.
@Repository
class ClaimRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ClaimRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What asking for places came to.
    enum Raised {
        GRANTED, REFUSED,
        /// Places were counted, but there is a hold of the same holder already: they have to be given back.
        TWICE
    }

    /// Raises the counts of the slot where the places are free, and only then puts the claim on record. Takes the lock of
    /// the slot before that of the claim, like everybody.
    ///
    /// @param untimed whether or not it is the time to ask
    Raised raise(Claim claim, boolean untimed) {
        String pool = column(claim.pool());
        return jdbc.sql("""
                with raised as (
                    update slot set taken = taken + :places, taken_POOL = taken_POOL + :places
                     where id = :slot and open and (:untimed or TIMELY) and taken + :places <= capacity
                       and (flows_back_at <= :now or taken_POOL + :places <= room_POOL) returning id),
                made as (
                    insert into slot_claim (id, slot_id, pool, places, state, holder, held_until, created_at)
                    select :id, id, :pool, :places, :state, :holder, :until::timestamptz, :now from raised
                    on conflict (slot_id, holder) where state = 'HELD' do nothing returning id)
                select (select count(*) from raised) as raised, (select count(*) from made) as made"""
                .replace("POOL", pool)
                .replace("TIMELY", timely(claim.pool())))
                .param("places", claim.places())
                .param("slot", claim.slot())
                .param("untimed", untimed)
                .param("now", now())
                .param("id", claim.id())
                .param("pool", claim.pool().name())
                .param("state", claim.isHold() ? "HELD" : "TAKEN")
                .param("holder", claim.holder())
                .param("until", timestamp(claim.heldUntil()), Types.TIMESTAMP)
                .query((row, _) -> row.getInt("raised") == 0
                        ? Raised.REFUSED
                        : row.getInt("made") == 1 ? Raised.GRANTED : Raised.TWICE)
                .single();
    }

    /// Residents ask within the hours of release and closing; whoever calls waits for the release like them, but is served
    /// to the end; whoever stands at the desk is served whenever the desk is.
    private static String timely(Pool pool) {
        return switch (pool) {
            case ONLINE, PRIORITY -> "(releases_at <= :now and closes_at > :now)";
            case PHONE -> "(releases_at <= :now and ends_at > :now)";
            case WALK_IN -> "ends_at > :now";
        };
    }

    private static String column(Pool pool) {
        return switch (pool) {
            case ONLINE -> "online";
            case PHONE -> "phone";
            case WALK_IN -> "walk_in";
            case PRIORITY -> "priority";
        };
    }

    /// Takes back what was counted twice. The caller has the slot locked.
    void lower(Claim counted) {
        jdbc.sql("update slot set taken = taken - :places, taken_POOL = taken_POOL - :places where id = :slot"
                .replace("POOL", column(counted.pool())))
                .param("places", counted.places())
                .param("slot", counted.slot())
                .update();
    }

    Optional<Claim> find(UUID claim) {
        return jdbc.sql("""
                select * from slot_claim where id = ? and (state = 'TAKEN' or (state = 'HELD' and held_until > ?))""")
                .param(claim)
                .param(now())
                .query(ClaimRows::read)
                .optional();
    }

    /// Whatever became of it.
    Optional<Long> findSlotOf(UUID claim) {
        return jdbc.sql("select slot_id from slot_claim where id = ?").param(claim).query(Long.class).optional();
    }

    Optional<Claim> findHold(long slot, UUID holder) {
        return jdbc.sql("select * from slot_claim where slot_id = ? and holder = ? and state = 'HELD'")
                .param(slot)
                .param(holder)
                .query(ClaimRows::read)
                .optional();
    }

    List<Claim> listHolds(UUID holder) {
        return jdbc.sql("""
                select * from slot_claim where holder = ? and state = 'HELD' and held_until > ? order by held_until""")
                .param(holder)
                .param(now())
                .query(ClaimRows::read)
                .list();
    }

    List<Claim> listHoldsOf(long slot) {
        return jdbc.sql("select * from slot_claim where slot_id = ? and state = 'HELD'")
                .param(slot)
                .query(ClaimRows::read)
                .list();
    }

    boolean keep(UUID claim) {
        return jdbc
                .sql("""
                update slot_claim set state = 'TAKEN', held_until = null where id = ? and state = 'HELD' and held_until > ?""")
                .param(claim)
                .param(now())
                .update() == 1;
    }

    /// Gives one claim back, with its places. The caller has the slot locked.
    ///
    /// @return false when it was given back before
    boolean giveBack(UUID claim) {
        return !given("id = :id and state in ('HELD', 'TAKEN')", "id", claim).isEmpty();
    }

    boolean hasLapsed(long slot) {
        return jdbc.sql("""
                select exists (select from slot_claim where slot_id = ? and state = 'HELD' and held_until <= ?)""")
                .param(slot)
                .param(now())
                .query(Boolean.class)
                .single();
    }

    boolean hasLapsedOrOwn(long slot, UUID holder) {
        return jdbc.sql("""
                select exists (select from slot_claim where slot_id = :slot and state = 'HELD' and held_until <= :now)
                    or exists (select from slot_claim where slot_id = :slot and state = 'HELD' and holder = :holder)""")
                .param("slot", slot)
                .param("holder", holder)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /// Gives back what has lapsed in a slot. The caller has it locked.
    List<UUID> giveLapsedBack(long slot) {
        return given("slot_id = :id and state = 'HELD' and held_until <= :now", "id", slot);
    }

    /// Slots in which something has lapsed.
    List<Long> listLapsed(int most) {
        return jdbc.sql("""
                select slot_id from (select slot_id, held_until from slot_claim where state = 'HELD' and held_until <= ?
                                     order by held_until limit ?) as lapsed group by slot_id order by slot_id""")
                .param(now())
                .param(most)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private List<UUID> given(String which, String parameter, Object value) {
        return jdbc.sql("""
                with given as (update slot_claim set state = 'GIVEN_BACK' where WHICH returning id, slot_id, pool, places),
                sums as (select slot_id, sum(places) as places,
                                coalesce(sum(places) filter (where pool = 'ONLINE'), 0) as online,
                                coalesce(sum(places) filter (where pool = 'PHONE'), 0) as phone,
                                coalesce(sum(places) filter (where pool = 'WALK_IN'), 0) as walk_in,
                                coalesce(sum(places) filter (where pool = 'PRIORITY'), 0) as priority
                           from given group by slot_id),
                lowered as (update slot s set taken = taken - places, taken_online = taken_online - online,
                                   taken_phone = taken_phone - phone, taken_walk_in = taken_walk_in - walk_in,
                                   taken_priority = taken_priority - priority
                              from sums where s.id = sums.slot_id)
                select id from given where :now::timestamptz is not null""".replace("WHICH", which))
                .param(parameter, value)
                .param("now", now())
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Claim read(ResultSet row, int number) throws SQLException {
        Timestamp until = row.getTimestamp("held_until");
        return new Claim(row.getObject("id", UUID.class), row.getLong("slot_id"), Pool.valueOf(row.getString("pool")),
                row.getInt("places"), row.getObject("holder", UUID.class), until == null ? null : until.toInstant());
    }
}
