package cn.jinlin.api.booking.appointment;

import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.booking.slot.SlotFinder;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.PlainField;
import graphql.schema.DataFetcher;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Fields computed from an appointment or a hold alone.
@Configuration(proxyBeanMethods = false)
class AppointmentWiring {

    private final Messages messages;
    private final SlotFinder slots;

    AppointmentWiring(Messages messages, SlotFinder slots) {
        this.messages = messages;
        this.slots = slots;
    }

    @Bean
    RuntimeWiringConfigurer appointmentFields() {
        PlainField<Appointment> id = (one, _) -> GlobalId.of(Appointment.TYPE, one.id());
        PlainField<Appointment> person = (one, _) -> one.person() == null
                ? null
                : GlobalId.of(Resident.TYPE, one.person());
        PlainField<Appointment> madeByAnother = (one, _) -> one.actor() == null || !one.actor().equals(one.person());
        PlainField<Appointment> confirmed = (one, _) -> one.confirmedAt() != null;
        PlainField<Appointment> because = (one, env) -> one.reason() == null
                ? null
                : messages.get("APPOINTMENT_CANCELLED_" + one.reason(), env.getLocale());
        PlainField<Hold> hold = (one, _) -> GlobalId.of(BookingIds.HOLD, one.id());
        DataFetcher<@Nullable Object> slot = env -> {
            Hold one = env.getSource();
            return one == null || one.slot() == null ? null : slots.find(one.slot()).orElse(null);
        };
        return wiring -> wiring
                .type(Appointment.TYPE,
                        type -> type.dataFetcher("id", id)
                                .dataFetcher("person", person)
                                .dataFetcher("madeByAnother", madeByAnother)
                                .dataFetcher("confirmed", confirmed)
                                .dataFetcher("cancelledBecause", because))
                .type(BookingIds.HOLD, type -> type.dataFetcher("id", hold).dataFetcher("slot", slot));
    }
}
