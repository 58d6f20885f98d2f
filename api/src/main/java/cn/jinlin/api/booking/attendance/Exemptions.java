package cn.jinlin.api.booking.attendance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// People whose absences do not count for a while. Why is sealed: it may tell of their health.
@Repository
class Exemptions {

    private final JdbcClient jdbc;
    private final SealedColumn reason;
    private final Clock clock;

    Exemptions(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.reason = new SealedColumn(cipher, "attendance_exemption.reason");
        this.clock = clock;
    }

    /// The last day, past or to come.
    Optional<LocalDate> findLastDay(UUID person) {
        return jdbc.sql("select until from attendance_exemption where person_id = ?")
                .param(person)
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, LocalDate.class)))
                .optional();
    }

    Optional<String> findReason(UUID person) {
        return jdbc.sql("select reason_cipher from attendance_exemption where person_id = ?")
                .param(person)
                .query((row, _) -> Objects.requireNonNull(row.getBytes(1)))
                .optional()
                .flatMap(sealed -> reason.open(person, sealed));
    }

    void save(UUID person, LocalDate until, String why, UUID staff, UUID unit) {
        jdbc.sql("""
                insert into attendance_exemption (person_id, until, reason_cipher, staff_id, unit_id, changed_at)
                values (:person, :until, :reason, :staff, :unit, :now)
                on conflict (person_id) do update set until = excluded.until, reason_cipher = excluded.reason_cipher,
                    staff_id = excluded.staff_id, unit_id = excluded.unit_id, changed_at = excluded.changed_at""")
                .param("person", person)
                .param("until", until)
                .param("reason", reason.seal(person, why))
                .param("staff", staff)
                .param("unit", unit)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    int delete(UUID person) {
        return jdbc.sql("delete from attendance_exemption where person_id = ?").param(person).update();
    }

    int deleteEndedBefore(LocalDate day) {
        return jdbc.sql("delete from attendance_exemption where until < ?").param(day).update();
    }
}
