package cn.jinlin.api.booking.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.family.OnBehalf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Chances in lotteries, as they are on record.
@Repository
class LotteryEntries {

    private static final String SELECT = """
            select e.*, c.held_until from lottery_entry e
              left join slot_claim c on c.id = e.claim and c.state = 'HELD'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LotteryEntries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A line of the published result.
    record Drawn(int place, long number, long slot, LotteryEntry.State state) {}

    Optional<LotteryEntry> find(UUID id) {
        return jdbc.sql(SELECT + "where e.id = ?").param(id).query(LotteryEntries::read).optional();
    }

    Optional<LotteryEntry> findOfPerson(UUID release, UUID person) {
        return jdbc.sql(SELECT + "where e.release_id = ? and e.person_id = ? and e.state <> 'LEFT'")
                .param(release)
                .param(person)
                .query(LotteryEntries::read)
                .optional();
    }

    int countOfActor(UUID release, UUID actor) {
        return jdbc.sql("select count(*) from lottery_entry where release_id = ? and actor_id = ? and state <> 'LEFT'")
                .param(release)
                .param(actor)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// @return false where the person has a chance already, or the actor one in the same slot
    boolean insert(UUID id, Release release, long slot, OnBehalf behalf, int party) {
        return jdbc
                .sql("""
                insert into lottery_entry (id, release_id, slot_id, person_id, actor_id, proxy_id, party, state, created_at)
                values (:id, :release, :slot, :person, :actor, :proxy, :party, 'ENTERED', :now) on conflict do nothing""")
                .param("id", id)
                .param("release", release.id())
                .param("slot", slot)
                .param("person", behalf.person())
                .param("actor", behalf.actor())
                .param("proxy", behalf.proxy(), Types.OTHER)
                .param("party", party)
                .param("now", Timestamp.from(clock.instant()))
                .update() == 1;
    }

    /// Chances to be drawn, by number.
    List<LotteryEntry> listEntered(UUID release) {
        return jdbc.sql(SELECT + "where e.release_id = ? and e.state = 'ENTERED' order by e.number")
                .param(release)
                .query(LotteryEntries::read)
                .list();
    }

    List<LotteryEntry> listOwn(UUID actor, int atMost) {
        return jdbc.sql(SELECT + "where e.actor_id = ? and e.state <> 'LEFT' order by e.number desc limit ?")
                .param(actor)
                .param(atMost)
                .query(LotteryEntries::read)
                .list();
    }

    void leave(UUID id) {
        jdbc.sql("update lottery_entry set state = 'LEFT' where id = ? and state = 'ENTERED'").param(id).update();
    }

    void decide(UUID id, LotteryEntry.State state, int place, @Nullable UUID claim) {
        jdbc.sql("update lottery_entry set state = :state, place = :place, claim = :claim where id = :id")
                .param("state", state.name())
                .param("place", place)
                .param("claim", claim, Types.OTHER)
                .param("id", id)
                .update();
    }

    /// The result as everybody may see it, in the order drawn.
    ///
    /// @param after place that precedes the page
    List<Drawn> listDrawn(UUID release, int after, int atMost) {
        return jdbc.sql("""
                select place, number, slot_id, state from lottery_entry
                 where release_id = :release and place > :after order by place limit :most""")
                .param("release", release)
                .param("after", after)
                .param("most", atMost)
                .query((row, _) -> new Drawn(row.getInt("place"), row.getLong("number"), row.getLong("slot_id"),
                        LotteryEntry.State.valueOf(row.getString("state"))))
                .list();
    }

    private static LotteryEntry read(ResultSet row, int number) throws SQLException {
        Timestamp until = row.getTimestamp("held_until");
        return new LotteryEntry(row.getObject("id", UUID.class), row.getObject("release_id", UUID.class),
                row.getLong("slot_id"), row.getLong("number"), row.getObject("person_id", UUID.class),
                row.getObject("actor_id", UUID.class), row.getObject("proxy_id", UUID.class), row.getInt("party"),
                LotteryEntry.State.valueOf(row.getString("state")), row.getObject("place", Integer.class),
                row.getObject("claim", UUID.class), until == null ? null : until.toInstant());
    }
}
