package cn.jinlin.api.booking.waitlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.family.OnBehalf;
import cn.jinlin.api.booking.waitlist.WaitlistEntry.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who waits, as it is on record. Changed only by whoever has the slot locked, except for joining and leaving.
@Repository
class WaitlistEntries {

    private static final String SELECT = """
            select w.*, c.held_until,
                   case when w.state = 'WAITING' then (select count(*)::int from waitlist_entry b where b.slot_id = w.slot_id
                        and b.state = 'WAITING' and b.position <= w.position) end as place
              from waitlist_entry w left join slot_claim c on c.id = w.claim and w.state = 'OFFERED'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitlistEntries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @return false when the person waits for the slot already
    boolean insert(UUID id, long slot, OnBehalf behalf, int party) {
        return jdbc.sql("""
                insert into waitlist_entry (id, slot_id, person_id, actor_id, proxy_id, party, state, created_at)
                values (:id, :slot, :person, :actor, :proxy, :party, 'WAITING', :now) on conflict do nothing""")
                .param("id", id)
                .param("slot", slot)
                .param("person", behalf.person())
                .param("actor", behalf.actor())
                .param("proxy", behalf.proxy(), java.sql.Types.OTHER)
                .param("party", party)
                .param("now", Timestamp.from(clock.instant()))
                .update() == 1;
    }

    Optional<WaitlistEntry> find(UUID id) {
        return jdbc.sql(SELECT + "where w.id = ?").param(id).query(WaitlistEntries::read).optional();
    }

    /// Who waits or is offered something, of those somebody joined for or acts for; oldest first, at most 40.
    List<WaitlistEntry> listOpen(UUID actor, Collection<UUID> people) {
        return jdbc.sql(SELECT + """
                where w.state in ('WAITING', 'OFFERED') and (w.actor_id = :actor or w.person_id = any(:people))
                order by w.position limit 40""")
                .param("actor", actor)
                .param("people", people.toArray(UUID[]::new))
                .query(WaitlistEntries::read)
                .list();
    }

    int countWaiting(UUID actor) {
        return jdbc.sql("select count(*) from waitlist_entry where actor_id = ? and state in ('WAITING', 'OFFERED')")
                .param(actor)
                .query(Integer.class)
                .single();
    }

    /// Who waits for a slot, in order.
    List<WaitlistEntry> listWaiting(long slot, int most) {
        return jdbc.sql("""
                select *, null::timestamptz as held_until, null::int as place from waitlist_entry
                 where slot_id = ? and state = 'WAITING' order by position limit ?""")
                .param(slot)
                .param(most)
                .query(WaitlistEntries::read)
                .list();
    }

    /// @return false when they left meanwhile
    boolean offer(UUID id, UUID claim) {
        return jdbc.sql("update waitlist_entry set state = 'OFFERED', claim = ? where id = ? and state = 'WAITING'")
                .param(claim)
                .param(id)
                .update() == 1;
    }

    /// Ends what stands on those holds.
    void end(Collection<UUID> claims, State into) {
        jdbc.sql("update waitlist_entry set state = ? where claim = any(?) and state = 'OFFERED'")
                .param(into.name())
                .param(claims.toArray(UUID[]::new))
                .update();
    }

    void leave(UUID id) {
        jdbc.sql("update waitlist_entry set state = 'LEFT' where id = ? and state in ('WAITING', 'OFFERED')")
                .param(id)
                .update();
    }

    /// Nobody is offered what has closed.
    ///
    /// @return how many had waited in vain
    int lapseClosed() {
        return jdbc.sql("""
                update waitlist_entry w set state = 'LAPSED' from slot s
                 where s.id = w.slot_id and w.state = 'WAITING' and (s.closes_at <= :now or s.starts_at <= :now)""")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Takes a person's id out of whatever they stood in.
    int deidentify(UUID resident) {
        return jdbc.sql("""
                update waitlist_entry set person_id = nullif(person_id, :id), actor_id = nullif(actor_id, :id), proxy_id = null
                 where person_id = :id or actor_id = :id""").param("id", resident).update();
    }

    private static WaitlistEntry read(ResultSet row, int number) throws SQLException {
        Timestamp until = row.getTimestamp("held_until");
        return new WaitlistEntry(row.getObject("id", UUID.class), row.getLong("position"), row.getLong("slot_id"),
                row.getObject("person_id", UUID.class), row.getObject("actor_id", UUID.class), row.getInt("party"),
                State.valueOf(row.getString("state")), row.getObject("claim", UUID.class),
                until == null ? null : until.toInstant(), row.getObject("place", Integer.class));
    }
}
