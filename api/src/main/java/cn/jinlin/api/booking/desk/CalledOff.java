package cn.jinlin.api.booking.desk;

import java.time.Clock;

import cn.jinlin.api.booking.appointment.AppointmentCancelled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whose appointment is called off does not wait in the line any more. Without the line's lock: the appointment is held
/// already, and desks take them in the other order.
@Component
class CalledOff {

    private final LineTickets tickets;
    private final LineNews news;
    private final Clock clock;

    CalledOff(LineTickets tickets, LineNews news, Clock clock) {
        this.tickets = tickets;
        this.news = news;
        this.clock = clock;
    }

    @EventListener
    void on(AppointmentCancelled cancelled) {
        tickets.findOfAppointment(cancelled.appointment().id())
                .filter(ticket -> ticket.state() == TicketState.WAITING || ticket.state() == TicketState.PARKED)
                .filter(ticket -> tickets.change(ticket, ticket.leave(clock.instant())))
                .ifPresent(ticket -> news.tell(ticket.facility()));
    }
}
