package cn.jinlin.api.booking.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tickets as the record has them.
@Repository
class LineTickets {

    private final JdbcClient jdbc;

    LineTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Ticket> find(long facility, UUID id) {
        return jdbc.sql("select * from line_ticket where id = ? and facility_id = ?")
                .param(id)
                .param(facility)
                .query(LineTickets::read)
                .optional();
    }

    Optional<Ticket> find(UUID id) {
        return jdbc.sql("select * from line_ticket where id = ?").param(id).query(LineTickets::read).optional();
    }

    Optional<Ticket> findOfAppointment(UUID appointment) {
        return jdbc.sql("select * from line_ticket where appointment_id = ?")
                .param(appointment)
                .query(LineTickets::read)
                .optional();
    }

    /// Whoever is served there now.
    Optional<Ticket> findAt(UUID counter) {
        return jdbc.sql("select * from line_ticket where counter_id = ? and state = 'CALLED'")
                .param(counter)
                .query(LineTickets::read)
                .optional();
    }

    Optional<Ticket> findOpen(long facility, LocalDate day, UUID holder) {
        return jdbc.sql("""
                select * from line_ticket where facility_id = ? and day = ? and holder = ?
                   and state in ('WAITING', 'CALLED', 'PARKED')""")
                .param(facility)
                .param(day)
                .param(holder)
                .query(LineTickets::read)
                .optional();
    }

    List<Ticket> listWaiting(long facility, LocalDate day) {
        return jdbc.sql("select * from line_ticket where facility_id = ? and day = ? and state = 'WAITING'")
                .param(facility)
                .param(day)
                .query(LineTickets::read)
                .list();
    }

    boolean hasNumber(long facility, LocalDate day, String number) {
        return jdbc.sql("select exists (select from line_ticket where facility_id = ? and day = ? and number = ?)")
                .param(facility)
                .param(day)
                .param(number)
                .query(Boolean.class)
                .single();
    }

    /// @return the same with its position
    Ticket insert(Ticket ticket) {
        return jdbc.sql("""
                insert into line_ticket (id, facility_id, day, number, lane, service_id, appointment_id, holder, state,
                                         drawn_at, due_at)
                values (:id, :facility, :day, :number, :lane, :service, :appointment, :holder, :state, :drawn, :due)
                returning *""")
                .param("id", ticket.id())
                .param("facility", ticket.facility())
                .param("day", ticket.day())
                .param("number", ticket.number())
                .param("lane", ticket.lane().name())
                .param("service", ticket.service())
                .param("appointment", ticket.appointment())
                .param("holder", ticket.holder())
                .param("state", ticket.state().name())
                .param("drawn", Timestamp.from(ticket.drawnAt()))
                .param("due", Timestamp.from(ticket.dueAt()))
                .query(LineTickets::read)
                .single();
    }

    /// The one statement by which tickets change. A call is announced anew.
    ///
    /// @return false when it is no longer as it was
    boolean change(Ticket before, Ticket after) {
        boolean isCall = after.state() == TicketState.CALLED && after.calls() != before.calls();
        return jdbc.sql("""
                update line_ticket set state = :state, service_id = :service, comes_back = :returning,
                    counter_id = :counter, called_at = :called, calls = :calls, ended_at = :ended,
                    announced = case when :isCall then nextval('line_announcement') else announced end
                where id = :id and state = :was and calls = :calledBefore""")
                .param("state", after.state().name())
                .param("service", after.service())
                .param("returning", after.returning())
                .param("counter", after.counter())
                .param("called", timestamp(after.calledAt()))
                .param("calls", after.calls())
                .param("ended", timestamp(after.endedAt()))
                .param("isCall", isCall)
                .param("id", before.id())
                .param("was", before.state().name())
                .param("calledBefore", before.calls())
                .update() == 1;
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static Ticket read(ResultSet row, int number) throws SQLException {
        return new Ticket(row.getObject("id", UUID.class), row.getLong("position"), row.getLong("facility_id"),
                row.getObject("day", LocalDate.class), row.getString("number"), LineLane.valueOf(row.getString("lane")),
                row.getLong("service_id"), row.getObject("appointment_id", UUID.class),
                row.getObject("holder", UUID.class), TicketState.valueOf(row.getString("state")),
                row.getTimestamp("drawn_at").toInstant(), row.getTimestamp("due_at").toInstant(),
                row.getBoolean("comes_back"), row.getObject("counter_id", UUID.class), instant(row, "called_at"),
                row.getInt("calls"), instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
