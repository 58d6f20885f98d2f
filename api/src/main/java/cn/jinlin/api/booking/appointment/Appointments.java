package cn.jinlin.api.booking.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.capacity.Pool;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Appointments as they are on record.
@Repository
class Appointments {

    private final JdbcClient jdbc;

    Appointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Puts a new one on record and gives it its number: eight digits that count, and two that tell a slip of the finger or
    /// the tongue (ISO 7064, MOD 97-10).
    Appointment insert(Appointment made, byte @Nullable [] answers) {
        return jdbc.sql("""
                with counted as (select nextval('appointment_number') as n)
                insert into appointment (id, number, service_id, schedule_id, facility_id, slot_claim, interval_claim, slot_id,
                    starts_at, ends_at, person_id, actor_id, proxy_id, staff_id, channel, party, answers, state, sequence,
                    created_at, changed_at)
                select :id, to_char(n * 100 + 98 - (n * 100) % 97, 'FM0000000000'), :service, :schedule, :facility,
                    :slotClaim, :intervalClaim, :slot, :starts, :ends, :person, :actor, :proxy, :staff, :channel, :party,
                    :answers, :state, :sequence, :now, :now from counted returning *""")
                .param("id", made.id())
                .param("service", made.service())
                .param("schedule", made.schedule())
                .param("facility", made.facility())
                .param("slotClaim", made.slotClaim(), Types.OTHER)
                .param("intervalClaim", made.intervalClaim(), Types.OTHER)
                .param("slot", made.slot(), Types.BIGINT)
                .param("starts", Timestamp.from(made.startsAt()))
                .param("ends", Timestamp.from(made.endsAt()))
                .param("person", made.person(), Types.OTHER)
                .param("actor", made.actor(), Types.OTHER)
                .param("proxy", made.proxy(), Types.OTHER)
                .param("staff", made.staff(), Types.OTHER)
                .param("channel", made.channel().name())
                .param("party", made.party())
                .param("answers", answers, Types.BINARY)
                .param("state", made.state().name())
                .param("sequence", made.sequence())
                .param("now", Timestamp.from(made.createdAt()))
                .query(Appointments::read)
                .single();
    }

    /// What a transition changes.
    void update(Appointment changed) {
        jdbc.sql("""
                update appointment set schedule_id = :schedule, facility_id = :facility, slot_claim = :slotClaim,
                    interval_claim = :intervalClaim, slot_id = :slot, starts_at = :starts, ends_at = :ends, channel = :channel, state = :state,
                    sequence = :sequence, confirmed_at = :confirmed, changed_at = :changed, reason = :reason
                 where id = :id""")
                .param("id", changed.id())
                .param("schedule", changed.schedule())
                .param("facility", changed.facility())
                .param("slotClaim", changed.slotClaim(), Types.OTHER)
                .param("intervalClaim", changed.intervalClaim(), Types.OTHER)
                .param("slot", changed.slot(), Types.BIGINT)
                .param("starts", Timestamp.from(changed.startsAt()))
                .param("ends", Timestamp.from(changed.endsAt()))
                .param("channel", changed.channel().name())
                .param("state", changed.state().name())
                .param("sequence", changed.sequence())
                .param("confirmed", changed.confirmedAt() == null ? null : Timestamp.from(changed.confirmedAt()),
                        Types.TIMESTAMP)
                .param("changed", Timestamp.from(changed.changedAt()))
                .param("reason", changed.reason(), Types.VARCHAR)
                .update();
    }

    Optional<Appointment> find(UUID id) {
        return jdbc.sql("select * from appointment where id = ?").param(id).query(Appointments::read).optional();
    }

    /// @throws IllegalStateException when there is none
    Appointment get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No appointment " + id));
    }

    Optional<Appointment> findByNumber(String number) {
        return jdbc.sql("select * from appointment where number = ?")
                .param(number)
                .query(Appointments::read)
                .optional();
    }

    /// Holds it as it is until the transaction ends.
    Optional<Appointment> lock(UUID id) {
        return jdbc.sql("select * from appointment where id = ? for update")
                .param(id)
                .query(Appointments::read)
                .optional();
    }

    List<Appointment> listAll(UUID resident) {
        return jdbc.sql("select * from appointment where person_id = ? or actor_id = ? order by created_at, id")
                .param(resident)
                .param(resident)
                .query(Appointments::read)
                .list();
    }

    /// A page of the appointments of some people, by start and id.
    ///
    /// @param past those that ended, newest first; otherwise those that did not, next first
    /// @param after the last one of the page before
    List<Appointment> page(Collection<UUID> people, boolean past, Instant now, @Nullable Appointment after,
            int limit) {
        String sql = past
                ? """
                        where person_id = any(:people) and ends_at <= :now
                          and (:first or (starts_at, id) < (:after, :afterId)) order by starts_at desc, id desc limit :limit"""
                : """
                        where person_id = any(:people) and ends_at > :now
                          and (:first or (starts_at, id) > (:after, :afterId)) order by starts_at, id limit :limit""";
        return jdbc.sql("select * from appointment " + sql)
                .param("people", people.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .param("first", after == null)
                .param("after", Timestamp.from(after == null ? now : after.startsAt()))
                .param("afterId", after == null ? new UUID(0, 0) : after.id())
                .param("limit", limit)
                .query(Appointments::read)
                .list();
    }

    /// What limits are about.
    ///
    /// @param ofPerson appointments to come that the person has for the service
    /// @param ofHousehold those to come that one resident made for it, for whomever, or has
    /// @param elsewhere whether the person has one, of whatever service, that touches the time
    record Standing(int ofPerson, int ofHousehold, boolean elsewhere) {}

    Standing standing(long service, UUID person, UUID actor, Instant now, Instant from, Instant to) {
        return jdbc.sql("""
                select (select count(*) from appointment where person_id = :person and starts_at > :now
                           and service_id = :service and state = 'BOOKED') as of_person,
                       (select count(*) from (
                           select id from appointment where actor_id = :actor and starts_at > :now
                              and service_id = :service and state = 'BOOKED'
                           union select id from appointment where person_id = :actor and starts_at > :now
                              and service_id = :service and state = 'BOOKED') as household) as of_household,
                       exists (select from appointment where person_id = :person and state in ('BOOKED', 'ARRIVED')
                                  and tstzrange(starts_at, ends_at) && tstzrange(:from, :to)) as elsewhere""")
                .param("person", person)
                .param("actor", actor)
                .param("service", service)
                .param("now", Timestamp.from(now))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, _) -> new Standing(row.getInt("of_person"), row.getInt("of_household"),
                        row.getBoolean("elsewhere")))
                .single();
    }

    /// An appointment that the person has at that time.
    ///
    /// @param except one that is to be moved; null for none
    Optional<Appointment> findElsewhere(UUID person, Instant from, Instant to, @Nullable UUID except) {
        return jdbc
                .sql("""
                select * from appointment where person_id = :person and tstzrange(starts_at, ends_at) && tstzrange(:from, :to)
                   and state in ('BOOKED', 'ARRIVED') and id is distinct from :except::uuid order by starts_at limit 1""")
                .param("person", person)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("except", except, Types.OTHER)
                .query(Appointments::read)
                .optional();
    }

    /// Sealed answers by appointment, of those that have any.
    Map<UUID, byte[]> listAnswers(Collection<UUID> ids) {
        Map<UUID, byte[]> found = new HashMap<>();
        jdbc.sql("select id, answers from appointment where id = any(?) and answers is not null")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("id", UUID.class), row.getBytes("answers"));
                });
        return found;
    }

    /// Takes a person, and what they said, out of all that is theirs or was made by them.
    ///
    /// @return how many stay, without them
    int deidentify(UUID resident) {
        jdbc.sql("update appointment set answers = null where person_id = ? and answers is not null")
                .param(resident)
                .update();
        jdbc.sql("update appointment set actor_id = null, proxy_id = null where actor_id = ?")
                .param(resident)
                .update();
        return jdbc.sql("update appointment set person_id = null, proxy_id = null where person_id = ?")
                .param(resident)
                .update();
    }

    private static Appointment read(ResultSet row, int number) throws SQLException {
        return new Appointment(row.getObject("id", UUID.class), row.getString("number"), row.getLong("service_id"),
                row.getLong("schedule_id"), row.getLong("facility_id"), row.getObject("slot_claim", UUID.class),
                row.getObject("interval_claim", UUID.class), row.getObject("slot_id", Long.class),
                instant(row, "starts_at"), instant(row, "ends_at"), row.getObject("person_id", UUID.class),
                row.getObject("actor_id", UUID.class), row.getObject("proxy_id", UUID.class),
                row.getObject("staff_id", UUID.class), Pool.valueOf(row.getString("channel")), row.getInt("party"),
                AppointmentState.valueOf(row.getString("state")), row.getInt("sequence"),
                row.getTimestamp("confirmed_at") == null ? null : instant(row, "confirmed_at"),
                instant(row, "created_at"), instant(row, "changed_at"), row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column)).toInstant();
    }
}
