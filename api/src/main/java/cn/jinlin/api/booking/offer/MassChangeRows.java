package cn.jinlin.api.booking.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Mass changes as they are on record, and how far each has come.
@Repository
class MassChangeRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    MassChangeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// An appointment that waits for its turn.
    record Item(UUID change, long schedule, MassChange.Act act, MassReason reason, String actor, UUID appointment,
            int tries) {}

    /// Those that stand, are to come and belong to the schedule, among the named or within a span.
    List<Touched.One> listStanding(long schedule, MassChange.Which which, int atMost) {
        return jdbc.sql("""
                select id, number, starts_at, ends_at, party from appointment
                 where schedule_id = :schedule and facility_id = (select facility_id from schedule where id = :schedule)
                   and state = 'BOOKED' and starts_at > :now
                   and (:all or id = any(:named)) and starts_at >= :from and starts_at < :to
                 order by starts_at, number limit :most""")
                .param("schedule", schedule)
                .param("now", Timestamp.from(clock.instant()))
                .param("all", which.named().isEmpty())
                .param("named", which.named().toArray(UUID[]::new))
                .param("from", Timestamp.from(which.from() == null ? clock.instant() : which.from()))
                .param("to", Timestamp.from(which.to() == null ? Instant.parse("2200-01-01T00:00:00Z") : which.to()))
                .param("most", atMost)
                .query(Touched::read)
                .list();
    }

    UUID insert(long schedule, MassChange.Act act, MassReason reason, String actor, Collection<UUID> appointments) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into mass_change (id, schedule_id, act, reason, actor, created_at, done_at)
                values (:id, :schedule, :act, :reason, :actor, :now, case when :empty then :now::timestamptz end)""")
                .param("id", id)
                .param("schedule", schedule)
                .param("act", act.name())
                .param("reason", reason.name())
                .param("actor", actor)
                .param("now", Timestamp.from(clock.instant()))
                .param("empty", appointments.isEmpty())
                .update();
        jdbc.sql("""
                insert into mass_change_item (change_id, appointment_id, position, state)
                select :id, appointment, position, 'WAITING' from unnest(:appointments::uuid[]) with ordinality
                    as wanted (appointment, position)""")
                .param("id", id)
                .param("appointments", appointments.toArray(UUID[]::new))
                .update();
        return id;
    }

    /// Whether an earlier change has yet to come to one of them.
    boolean isUnderWay(Collection<UUID> appointments) {
        return jdbc.sql("""
                select exists (select from mass_change_item where state = 'WAITING' and appointment_id = any(?))""")
                .param(appointments.toArray(UUID[]::new))
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// The next one, locked: no other node does it meanwhile.
    Optional<Item> findNextLocked() {
        return jdbc.sql("""
                select i.change_id, c.schedule_id, c.act, c.reason, c.actor, i.appointment_id, i.tries
                  from mass_change_item i join mass_change c on c.id = i.change_id
                 where i.state = 'WAITING' order by c.created_at, i.position limit 1
                   for update of i skip locked""")
                .query((row, _) -> new Item(row.getObject("change_id", UUID.class), row.getLong("schedule_id"),
                        MassChange.Act.valueOf(row.getString("act")), MassReason.valueOf(row.getString("reason")),
                        String.valueOf(row.getString("actor")), row.getObject("appointment_id", UUID.class),
                        row.getInt("tries")))
                .optional();
    }

    /// @param code why it was left as it is; null when it was done
    void finish(Item item, @Nullable String code) {
        jdbc.sql("""
                update mass_change_item set state = :state, code = :code
                 where change_id = :change and appointment_id = :appointment and state = 'WAITING'""")
                .param("state", code == null ? "DONE" : "LEFT")
                .param("code", code, java.sql.Types.VARCHAR)
                .param("change", item.change())
                .param("appointment", item.appointment())
                .update();
    }

    void countTry(Item item) {
        jdbc.sql("update mass_change_item set tries = tries + 1 where change_id = ? and appointment_id = ?")
                .param(item.change())
                .param(item.appointment())
                .update();
    }

    /// @return whether it was the last of its change
    boolean finishChange(UUID change) {
        return jdbc.sql("""
                update mass_change set done_at = :now where id = :change and done_at is null
                   and not exists (select from mass_change_item where change_id = :change and state = 'WAITING')""")
                .param("now", Timestamp.from(clock.instant()))
                .param("change", change)
                .update() == 1;
    }

    Optional<MassChange> find(UUID id) {
        return jdbc.sql("""
                select c.*, count(*) filter (where i.appointment_id is not null) as total,
                       count(*) filter (where i.state = 'DONE') as done, count(*) filter (where i.state = 'LEFT') as left_over
                  from mass_change c left join mass_change_item i on i.change_id = c.id
                 where c.id = ? group by c.id""").param(id).query(MassChangeRows::read).optional();
    }

    List<MassChange.Left> listLeft(UUID change, int atMost) {
        return jdbc.sql("""
                select a.id, a.number, a.starts_at, i.code
                  from mass_change_item i join appointment a on a.id = i.appointment_id
                 where i.change_id = ? and i.state = 'LEFT' order by i.position limit ?""")
                .param(change)
                .param(atMost)
                .query((row, _) -> new MassChange.Left(row.getObject("id", UUID.class),
                        String.valueOf(row.getString("number")), row.getTimestamp("starts_at").toInstant(),
                        String.valueOf(row.getString("code"))))
                .list();
    }

    private static MassChange read(ResultSet row, int number) throws SQLException {
        Timestamp done = row.getTimestamp("done_at");
        return new MassChange(row.getObject("id", UUID.class), row.getLong("schedule_id"),
                MassChange.Act.valueOf(row.getString("act")), MassReason.valueOf(row.getString("reason")),
                String.valueOf(row.getString("actor")), row.getTimestamp("created_at").toInstant(),
                done == null ? null : done.toInstant(), row.getInt("total"), row.getInt("done"),
                row.getInt("left_over"));
    }
}
