package cn.jinlin.api.booking.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import cn.jinlin.api.graphql.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class OfferAdministrationController {

    private final ServiceAdministration services;
    private final ScheduleAdministration schedules;
    private final MassChangeService changes;
    private final Messages messages;

    OfferAdministrationController(ServiceAdministration services, ScheduleAdministration schedules,
            MassChangeService changes, Messages messages) {
        this.services = services;
        this.schedules = schedules;
        this.changes = changes;
        this.messages = messages;
    }

    @QueryMapping
    List<Schedule> schedules(@Argument String facility) {
        return schedules.list(OfferIds.facility(facility, "facility"));
    }

    @QueryMapping
    SchedulePreview previewScheduleUpdate(@Argument OfferInputs.UpdateSchedule input) {
        return schedules.previewUpdate(OfferIds.schedule(input.id(), "input.id"), version(input), input::over);
    }

    @QueryMapping
    SchedulePreview previewScheduleClosing(@Argument String id) {
        return schedules.previewClosing(OfferIds.schedule(id, "id"));
    }

    @QueryMapping
    SchedulePreview previewScheduleException(@Argument OfferInputs.DeclareException input) {
        return schedules.previewException(OfferIds.schedule(input.id(), "input.id"), input.day());
    }

    @QueryMapping
    SchedulePreview scheduleLeftovers(@Argument String id) {
        return schedules.previewAsItIs(OfferIds.schedule(id, "id"));
    }

    @QueryMapping
    SchedulePreview previewServiceClosing(@Argument String id) {
        return services.previewClosing(OfferIds.service(id, "id"));
    }

    @QueryMapping
    MassChange massChange(@Argument String id) {
        return changes.get(OfferIds.massChange(id, "id"));
    }

    @MutationMapping
    OfferInputs.OfService createBookableService(@Argument OfferInputs.CreateService input, Locale locale) {
        return messages.tell(() -> services.create(input.service()), OfferInputs.OfService::new, locale);
    }

    @MutationMapping
    OfferInputs.OfService updateBookableService(@Argument OfferInputs.UpdateService input, Locale locale) {
        return messages.tell(() -> services.update(OfferIds.service(input.id(), "input.id"), input::over),
                OfferInputs.OfService::new, locale);
    }

    @MutationMapping
    OfferInputs.OfService closeBookableService(@Argument OfferInputs.Named input, Locale locale) {
        return messages.tell(() -> services.close(OfferIds.service(input.id(), "input.id")), OfferInputs.OfService::new,
                locale);
    }

    @MutationMapping
    OfferInputs.OfSchedule createSchedule(@Argument OfferInputs.CreateSchedule input, Locale locale) {
        return messages.tell(() -> schedules.create(input.schedule(OfferIds.service(input.service(), "input.service"),
                OfferIds.facility(input.facility(), "input.facility"))), OfferInputs.OfSchedule::new, locale);
    }

    @MutationMapping
    OfferInputs.OfSchedule updateSchedule(@Argument OfferInputs.UpdateSchedule input, Locale locale) {
        return messages.tell(
                () -> schedules.update(OfferIds.schedule(input.id(), "input.id"), version(input), input::over),
                OfferInputs.OfSchedule::new, locale);
    }

    @MutationMapping
    OfferInputs.OfSchedule closeSchedule(@Argument OfferInputs.Named input, Locale locale) {
        return messages.tell(() -> schedules.close(OfferIds.schedule(input.id(), "input.id")),
                OfferInputs.OfSchedule::new,
                locale);
    }

    @MutationMapping
    OfferInputs.OfSchedule declareScheduleException(@Argument OfferInputs.DeclareException input, Locale locale) {
        return messages.tell(() -> schedules.declare(OfferIds.schedule(input.id(), "input.id"), input.day()),
                OfferInputs.OfSchedule::new, locale);
    }

    @MutationMapping
    OfferInputs.OfSchedule withdrawScheduleException(@Argument OfferInputs.WithdrawException input, Locale locale) {
        return messages.tell(() -> schedules.withdraw(OfferIds.schedule(input.id(), "input.id"), input.date()),
                OfferInputs.OfSchedule::new, locale);
    }

    @MutationMapping
    OfferInputs.OfMassChange moveAppointments(@Argument OfferInputs.ChangeAppointments input, Locale locale) {
        return messages.tell(() -> order(input, MassChange.Act.MOVE), OfferInputs.OfMassChange::new, locale);
    }

    @MutationMapping
    OfferInputs.OfMassChange cancelAppointments(@Argument OfferInputs.ChangeAppointments input, Locale locale) {
        return messages.tell(() -> order(input, MassChange.Act.CANCEL), OfferInputs.OfMassChange::new, locale);
    }

    private MassChange order(OfferInputs.ChangeAppointments input, MassChange.Act act) {
        var named = new ArrayList<UUID>();
        for (String id : input.appointments()) {
            named.add(OfferIds.appointment(id, "input.appointments"));
        }
        return changes.order(OfferIds.schedule(input.schedule(), "input.schedule"), act, input.reason(),
                new MassChange.Which(named, input.from(), input.to(), input.outsideHoursOnly()));
    }

    private static @Nullable Long version(OfferInputs.UpdateSchedule input) {
        return input.version() == null ? null : Long.valueOf(input.version());
    }
}
