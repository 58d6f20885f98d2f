package cn.jinlin.api.booking.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class DeskController {

    private final DeskService desk;
    private final Desks desks;
    private final DeskDays days;
    private final DeskBookings bookings;
    private final DeskReconciliation reconciliation;
    private final LineViews lines;
    private final Messages messages;

    DeskController(DeskService desk, Desks desks, DeskDays days, DeskBookings bookings,
            DeskReconciliation reconciliation,
            LineViews lines, Messages messages) {
        this.desk = desk;
        this.desks = desks;
        this.days = days;
        this.bookings = bookings;
        this.reconciliation = reconciliation;
        this.lines = lines;
        this.messages = messages;
    }

    @QueryMapping
    DeskDays.DeskDay deskDay(@Argument String unit, @Argument @Nullable LocalDate date) {
        return days.get(unit, date);
    }

    @QueryMapping
    LineViews.DeskLine deskLine(@Argument String unit) {
        return lines.get(desks.require(Role.FACILITY_DESK, unit, "unit").facility());
    }

    @SubscriptionMapping
    Flux<LineViews.DeskLine> deskLineChanged(@Argument String unit, @Argument @Nullable String after) {
        return lines.follow(desks.require(Role.FACILITY_DESK, unit, "unit").facility(), after);
    }

    @MutationMapping
    DeskInputs.OfTicketPayload checkIn(@Argument DeskInputs.CheckIn input, Locale locale) {
        return ticket(() -> desk.checkIn(input), locale);
    }

    @MutationMapping
    DeskInputs.OfTicketPayload takeTicketAtDesk(@Argument DeskInputs.TakeAtDesk input, Locale locale) {
        return ticket(() -> desk.draw(input), locale);
    }

    @MutationMapping
    DeskInputs.OfTicketPayload callNext(@Argument DeskInputs.CallNext input, Locale locale) {
        return ticket(() -> desk.callNext(input), locale);
    }

    @MutationMapping
    DeskInputs.OfTicketPayload recallTicket(@Argument DeskInputs.OfTicket input, Locale locale) {
        return ticket(() -> desk.callAgain(input), locale);
    }

    @MutationMapping
    DeskInputs.OfTicketPayload parkTicket(@Argument DeskInputs.OfTicket input, Locale locale) {
        return ticket(() -> desk.park(input), locale);
    }

    @MutationMapping
    DeskInputs.OfTicketPayload resumeTicket(@Argument DeskInputs.Resume input, Locale locale) {
        return ticket(() -> desk.resume(input), locale);
    }

    @MutationMapping
    DeskInputs.OfTicketPayload transferTicket(@Argument DeskInputs.Transfer input, Locale locale) {
        return ticket(() -> desk.sendOn(input), locale);
    }

    @MutationMapping
    DeskInputs.OfTicketPayload completeTicket(@Argument DeskInputs.OfTicket input, Locale locale) {
        return ticket(() -> desk.complete(input), locale);
    }

    @MutationMapping
    DeskInputs.OfTicketPayload missTicket(@Argument DeskInputs.OfTicket input, Locale locale) {
        return ticket(() -> desk.miss(input), locale);
    }

    @MutationMapping
    DeskInputs.OfBooking bookAtDesk(@Argument DeskInputs.Book input, Locale locale) {
        return messages.tell(() -> bookings.book(input), DeskInputs.OfBooking::new, locale);
    }

    @MutationMapping
    DeskInputs.OfCounter openCounter(@Argument DeskInputs.OpenCounter input, Locale locale) {
        return messages.tell(() -> desk.open(input), DeskInputs.OfCounter::new, locale);
    }

    @MutationMapping
    DeskInputs.OfCounter closeCounter(@Argument DeskInputs.CloseCounter input, Locale locale) {
        return messages.tell(() -> desk.close(input), DeskInputs.OfCounter::new, locale);
    }

    @MutationMapping
    DeskInputs.OfRule updateLineRule(@Argument DeskInputs.ChangeRule input, Locale locale) {
        return messages.tell(() -> desk.change(input), DeskInputs.OfRule::new, locale);
    }

    @MutationMapping
    DeskInputs.Reconciled reconcileDesk(@Argument DeskInputs.Reconcile input, Locale locale) {
        try {
            return new DeskInputs.Reconciled(reconciliation.bringIn(input, locale), List.of());
        } catch (BadInput refused) {
            return new DeskInputs.Reconciled(List.of(), List.of(messages.userError(refused, locale)));
        }
    }

    private DeskInputs.OfTicketPayload ticket(Supplier<Ticket> act, Locale locale) {
        return messages.tell(() -> lines.show(act.get()), DeskInputs.OfTicketPayload::new, locale);
    }
}
