package cn.jinlin.api.booking.offer;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.calendar.TimeOfDay;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.PlainField;
import graphql.schema.DataFetcher;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Fields computed from a service, a schedule or a change alone.
@Configuration(proxyBeanMethods = false)
class OfferWiring {

    private final ScheduleAdministration schedules;
    private final MassChangeService changes;
    private final Services services;

    OfferWiring(ScheduleAdministration schedules, MassChangeService changes, Services services) {
        this.schedules = schedules;
        this.changes = changes;
        this.services = services;
    }

    @Bean
    RuntimeWiringConfigurer serviceFields() {
        PlainField<BookableService> id = (service, _) -> GlobalId.of(BookableService.TYPE, service.id());
        PlainField<BookableService> name = (service, env) -> service.name(env.getLocale());
        PlainField<BookableService> description = (service, env) -> service.description(env.getLocale());
        PlainField<Material> material = (wanted, env) -> wanted.name(env.getLocale());
        PlainField<Question> question = (asked, env) -> asked.text(env.getLocale());
        PlainField<Question.Choice> choice = (one, env) -> one.text(env.getLocale());
        return wiring -> wiring
                .type(BookableService.TYPE,
                        type -> type.dataFetcher("id", id)
                                .dataFetcher("name", name)
                                .dataFetcher("description", description))
                .type("Material", type -> type.dataFetcher("name", material))
                .type("BookingQuestion", type -> type.dataFetcher("text", question))
                .type("BookingChoice", type -> type.dataFetcher("text", choice));
    }

    @Bean
    RuntimeWiringConfigurer scheduleFields() {
        PlainField<Schedule> id = (schedule, _) -> GlobalId.of(Schedule.TYPE, schedule.id());
        PlainField<Schedule> resource = (schedule, _) -> schedule.resource();
        PlainField<Schedule> releaseAt = (schedule, _) -> new TimeOfDay(schedule.releaseAt().toSecondOfDay() / 60);
        DataFetcher<@Nullable Object> exceptions = env -> {
            Schedule schedule = env.getSource();
            return schedule == null ? null : schedules.listExceptions(schedule);
        };
        DataFetcher<@Nullable Object> unpublishedFrom = env -> {
            Schedule schedule = env.getSource();
            return schedule == null ? null : schedules.findUnpublished(schedule).orElse(null);
        };
        PlainField<Touched.One> touched = (one, _) -> GlobalId.of(Appointment.TYPE, one.id());
        return wiring -> wiring
                .type(Schedule.TYPE,
                        type -> type.dataFetcher("id", id)
                                .dataFetcher("resource", resource)
                                .dataFetcher("releaseAt", releaseAt)
                                .dataFetcher("exceptions", exceptions)
                                .dataFetcher("unpublishedFrom", unpublishedFrom))
                .type("TouchedAppointment", type -> type.dataFetcher("id", touched));
    }

    @Bean
    RuntimeWiringConfigurer massChangeFields() {
        PlainField<MassChange> id = (change, _) -> GlobalId.of(MassChange.TYPE, change.id());
        PlainField<MassChange.Left> left = (one, _) -> GlobalId.of(Appointment.TYPE, one.appointment());
        DataFetcher<@Nullable Object> leftAppointments = env -> {
            MassChange change = env.getSource();
            return change == null ? null : changes.listLeft(change);
        };
        DataFetcher<@Nullable Object> rebookingPath = env -> {
            MassChange change = env.getSource();
            return change == null ? null : rebookingPath(change);
        };
        return wiring -> wiring
                .type(MassChange.TYPE,
                        type -> type.dataFetcher("id", id)
                                .dataFetcher("leftAppointments", leftAppointments)
                                .dataFetcher("rebookingPath", rebookingPath))
                .type("LeftAppointment", type -> type.dataFetcher("id", left));
    }

    private String rebookingPath(MassChange change) {
        long service = services.getSchedule(change.schedule()).serviceId();
        return "/book/" + services.get(service).number();
    }
}
