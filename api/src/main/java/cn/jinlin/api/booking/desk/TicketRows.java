package cn.jinlin.api.booking.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import cn.jinlin.api.graphql.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tickets with what they are about, for showing.
@Repository
class TicketRows {

    private static final int MOST_OPEN = 700;
    private static final int MOST_OWN = 20;
    private static final String SELECT = """
            select t.*, s.number as service_number, s.name as service_name, s.name_en as service_name_en,
                   a.number as appointment_number, coalesce(a.person_id, t.holder) as person_id
            from line_ticket t join bookable_service s on s.id = t.service_id
            left join appointment a on a.id = t.appointment_id
            """;

    private final JdbcClient jdbc;

    TicketRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param person null where nobody is known
    record Row(Ticket ticket, String serviceNumber, String serviceName, @Nullable String serviceNameEn,
            @Nullable String appointmentNumber, @Nullable UUID person) {

        String serviceName(Locale locale) {
            return Languages.pick(locale, serviceName, serviceNameEn);
        }
    }

    List<Row> listOpen(long facility, LocalDate day) {
        return jdbc.sql(SELECT + """
                where t.facility_id = ? and t.day = ? and t.state in ('WAITING', 'CALLED', 'PARKED')
                order by t.drawn_at, t.id limit ?""")
                .param(facility)
                .param(day)
                .param(MOST_OPEN)
                .query(TicketRows::read)
                .list();
    }

    List<Row> list(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where t.id = any(?)").param(ids.toArray(UUID[]::new)).query(TicketRows::read).list();
    }

    /// Those somebody drew by phone or has for an appointment of their own.
    List<Row> listOf(UUID resident, LocalDate day) {
        return jdbc.sql(SELECT + """
                where t.id in (select id from line_ticket where holder = :resident and day = :day
                               union all
                               select l.id from line_ticket l join appointment b on b.id = l.appointment_id
                                where b.person_id = :resident and l.day = :day
                                  and b.starts_at > cast(:day as timestamptz) - interval '1 day')
                order by t.drawn_at desc limit :most""")
                .param("resident", resident)
                .param("day", day)
                .param("most", MOST_OWN)
                .query(TicketRows::read)
                .list();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(LineTickets.read(row, number), row.getString("service_number"), row.getString("service_name"),
                row.getString("service_name_en"), row.getString("appointment_number"),
                row.getObject("person_id", UUID.class));
    }
}
