package cn.jinlin.api.booking.appointment;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class AppointmentController {

    private final AppointmentService service;
    private final AppointmentPages pages;
    private final HoldService holds;
    private final Turns turns;
    private final Messages messages;

    AppointmentController(AppointmentService service, AppointmentPages pages, HoldService holds, Turns turns,
            Messages messages) {
        this.service = service;
        this.pages = pages;
        this.holds = holds;
        this.turns = turns;
        this.messages = messages;
    }

    @QueryMapping
    Connection<Appointment> myAppointments(@Argument boolean past, @Argument @Nullable String person,
            @Argument int first, @Argument @Nullable String after) {
        return pages.page(past, person, first, after);
    }

    @QueryMapping
    Optional<Appointment> myAppointment(@Argument String id) {
        return pages.find(id);
    }

    @MutationMapping
    AppointmentInputs.HoldPayload holdSlot(@Argument AppointmentInputs.HoldSlot input, Locale locale) {
        return messages.tell(() -> holds.hold(input), AppointmentInputs.HoldPayload::new, locale);
    }

    @MutationMapping
    AppointmentInputs.ReleasePayload releaseHold(@Argument AppointmentInputs.Named input, Locale locale) {
        return messages.tell(() -> {
            holds.release(GlobalId.readUuid(BookingIds.HOLD, input.hold(), "input.hold", "HOLD_GONE"));
            return true;
        }, (released, errors) -> new AppointmentInputs.ReleasePayload(released != null, errors), locale);
    }

    @MutationMapping
    AppointmentInputs.Payload bookAppointment(@Argument AppointmentInputs.Book input, Locale locale) {
        return messages.tell(() -> turns.take(() -> service.book(input)), AppointmentInputs.Payload::new, locale);
    }

    @MutationMapping
    AppointmentInputs.Payload rescheduleAppointment(@Argument AppointmentInputs.Reschedule input, Locale locale) {
        return change(input.appointment(), () -> service.reschedule(input), locale);
    }

    @MutationMapping
    AppointmentInputs.Payload cancelAppointment(@Argument AppointmentInputs.Cancel input, Locale locale) {
        return change(input.appointment(), () -> service.cancel(input), locale);
    }

    @MutationMapping
    AppointmentInputs.Payload confirmAppointment(@Argument AppointmentInputs.Confirm input, Locale locale) {
        return change(input.appointment(), () -> service.confirm(input), locale);
    }

    /// Whoever is refused is shown how it stands, where it is theirs.
    private AppointmentInputs.Payload change(String id, Supplier<Appointment> act, Locale locale) {
        return messages.tell(act, (changed, errors) -> new AppointmentInputs.Payload(
                changed == null ? pages.find(id).orElse(null) : changed, errors), locale);
    }
}
