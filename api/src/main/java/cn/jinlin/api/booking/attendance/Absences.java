package cn.jinlin.api.booking.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.attendance.Absence.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Absences of all people.
@Repository
class Absences {

    private static final int MOST = 50;
    private static final String SELECT = """
            select b.*, a.number as appointment_number, a.starts_at, s.name as service_name, s.name_en as service_name_en
            from attendance_absence b join appointment a on a.id = b.appointment_id
            join bookable_service s on s.id = a.service_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Absences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Once for each appointment.
    void insert(Appointment missed, UUID person, State state) {
        jdbc.sql("""
                insert into attendance_absence (id, appointment_id, person_id, facility_id, missed_at, state, changed_at)
                values (:id, :appointment, :person, :facility, :missed, :state, :now)
                on conflict (appointment_id) do nothing""")
                .param("id", UUID.randomUUID())
                .param("appointment", missed.id())
                .param("person", person)
                .param("facility", missed.facility())
                .param("missed", Timestamp.from(missed.endsAt()))
                .param("state", state.name())
                .param("now", now())
                .update();
    }

    Optional<Absence> find(UUID id) {
        return jdbc.sql(SELECT + "where b.id = ?").param(id).query(Absences::read).optional();
    }

    List<Absence> list(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where b.id = any(?)").param(ids.toArray(UUID[]::new)).query(Absences::read).list();
    }

    /// Newest first.
    List<Absence> listOf(UUID person) {
        return jdbc.sql(SELECT + "where b.person_id = ? order by b.missed_at desc, b.number desc limit ?")
                .param(person)
                .param(MOST)
                .query(Absences::read)
                .list();
    }

    /// When the counting absences of people were, as far back as the rule can ask.
    Map<UUID, List<Instant>> listCounted(Collection<UUID> people, Instant since) {
        record Missed(UUID person, Instant at) {}
        return jdbc.sql("""
                select person_id, missed_at from attendance_absence
                where person_id = any(?) and state = 'COUNTED' and missed_at > ?""")
                .param(people.toArray(UUID[]::new))
                .param(Timestamp.from(since))
                .query((row, _) -> new Missed(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Missed::person,
                        Collectors.mapping(Missed::at, Collectors.toList())));
    }

    boolean anyCounts(UUID person) {
        return jdbc.sql("select exists (select from attendance_absence where person_id = ? and state = 'COUNTED')")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    boolean remove(UUID id) {
        return jdbc.sql(
                "update attendance_absence set state = 'REMOVED', changed_at = ? where id = ? and state = 'COUNTED'")
                .param(now())
                .param(id)
                .update() == 1;
    }

    void removeOf(UUID appointment) {
        jdbc.sql("update attendance_absence set state = 'REMOVED', changed_at = ? where appointment_id = ?")
                .param(now())
                .param(appointment)
                .update();
    }

    /// @return how many were of that person
    int forget(UUID person) {
        return jdbc.sql("update attendance_absence set person_id = null where person_id = ?").param(person).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Absence read(ResultSet row, int number) throws SQLException {
        return new Absence(row.getObject("id", UUID.class), row.getObject("appointment_id", UUID.class),
                row.getObject("person_id", UUID.class), row.getLong("facility_id"),
                row.getTimestamp("missed_at").toInstant(), State.valueOf(row.getString("state")),
                row.getString("appointment_number"), row.getTimestamp("starts_at").toInstant(),
                row.getString("service_name"), row.getString("service_name_en"));
    }
}
