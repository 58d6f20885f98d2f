package cn.jinlin.api.booking.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.jinlin.api.account.person.People;
import cn.jinlin.api.booking.appointment.AppointmentState;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.api.personal.Masks;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A facility's appointments of a day, as its desk sees them.
@Service
class DeskDays {

    private static final int MOST = 1000;
    private static final String SELECT = """
            select a.*, s.number as service_number, s.name as service_name, s.name_en as service_name_en,
                   c.resource, c.resource_en, t.id as ticket_id, t.number as ticket_number
            from appointment a join bookable_service s on s.id = a.service_id
            join schedule c on c.id = a.schedule_id left join line_ticket t on t.appointment_id = a.id
            """;

    private final JdbcClient jdbc;
    private final Desks desks;
    private final People people;
    private final Clock clock;

    DeskDays(JdbcClient jdbc, Desks desks, People people, Clock clock) {
        this.jdbc = jdbc;
        this.desks = desks;
        this.people = people;
        this.clock = clock;
    }

    record DeskDay(LocalDate date, List<DeskAppointment> appointments) {}

    @Transactional(readOnly = true)
    public DeskDay get(String unit, @Nullable LocalDate wanted) {
        long facility = desks.require(Role.FACILITY_DESK, unit, "unit").facility();
        LocalDate day = wanted == null ? Act.dayOf(clock.instant()) : wanted;
        Instant from = day.atStartOfDay(Scalars.SHANGHAI).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(Scalars.SHANGHAI).toInstant();
        return new DeskDay(day,
                named(jdbc
                        .sql(SELECT
                                + """
                where a.facility_id = ? and a.starts_at >= ? and a.starts_at < ? order by a.starts_at, a.number limit ?""")
                        .param(facility)
                        .param(Timestamp.from(from))
                        .param(Timestamp.from(to))
                        .param(MOST)
                        .query(DeskDays::read)
                        .list()));
    }

    /// The caller has taken care that it is of their facility.
    DeskAppointment get(UUID appointment) {
        return named(List.of(jdbc.sql(SELECT + "where a.id = ?").param(appointment).query(DeskDays::read).single()))
                .getFirst();
    }

    private List<DeskAppointment> named(List<DeskAppointment> found) {
        Map<UUID, String> names = people
                .listNames(found.stream().map(DeskAppointment::person).filter(Objects::nonNull).distinct().toList());
        return found.stream().map(each -> {
            String name = each.person() == null ? null : names.get(each.person());
            return name == null ? each : each.named(Masks.name(name));
        }).toList();
    }

    private static DeskAppointment read(ResultSet row, int number) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        UUID actor = row.getObject("actor_id", UUID.class);
        return new DeskAppointment(row.getObject("id", UUID.class), row.getString("number"),
                AppointmentState.valueOf(row.getString("state")), row.getString("service_number"),
                row.getString("service_name"), row.getString("service_name_en"), row.getString("resource"),
                row.getString("resource_en"), row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(), row.getInt("party"), Pool.valueOf(row.getString("channel")),
                person, null, actor != null && !actor.equals(person), row.getTimestamp("confirmed_at") != null,
                row.getObject("ticket_id", UUID.class), row.getString("ticket_number"));
    }
}
