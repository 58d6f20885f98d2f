package cn.jinlin.api.booking.desk;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.PlainField;
import graphql.schema.idl.TypeRuntimeWiring;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Fields computed from what a desk, a phone or a screen is shown.
@Configuration(proxyBeanMethods = false)
class DeskWiring {

    private final CheckInCodes codes;
    private final Messages messages;
    private final Clock clock;

    DeskWiring(CheckInCodes codes, Messages messages, Clock clock) {
        this.codes = codes;
        this.messages = messages;
        this.clock = clock;
    }

    @Bean
    RuntimeWiringConfigurer deskFields() {
        PlainField<Appointment> checkInCode = (appointment, _) -> codes.write(appointment.number());
        return wiring -> wiring.type("Appointment", type -> type.dataFetcher("checkInCode", checkInCode))
                .type("DeskAppointment", DeskWiring::appointment)
                .type("DeskCounter", this::counter)
                .type("DeskTicket", DeskWiring::deskTicket)
                .type("MyTicket", DeskWiring::myTicket)
                .type("DeskNotice", this::notice);
    }

    private static TypeRuntimeWiring.Builder appointment(TypeRuntimeWiring.Builder type) {
        Map<String, PlainField<DeskAppointment>> fields = Map.of(
                "id", (each, _) -> GlobalId.of(Appointment.TYPE, each.id()),
                "serviceName", (each, env) -> each.serviceName(env.getLocale()),
                "resource", (each, env) -> each.resource(env.getLocale()),
                "person", (each, _) -> id("Resident", each.person()),
                "ticket", (each, _) -> id(Ticket.TYPE, each.ticket()));
        fields.forEach(type::dataFetcher);
        return type;
    }

    private TypeRuntimeWiring.Builder counter(TypeRuntimeWiring.Builder type) {
        Map<String, PlainField<Counter>> fields = Map.of(
                "id", (each, _) -> GlobalId.of(Counter.TYPE, each.id()),
                "name", (each, _) -> BothLanguages.of(each.name(), each.nameEn()),
                "open", (each, _) -> each.isOpenOn(Act.dayOf(clock.instant())));
        fields.forEach(type::dataFetcher);
        return type;
    }

    private static TypeRuntimeWiring.Builder deskTicket(TypeRuntimeWiring.Builder type) {
        Map<String, PlainField<TicketView>> fields = Map.ofEntries(
                Map.entry("id", (each, _) -> GlobalId.of(Ticket.TYPE, each.ticket().id())),
                Map.entry("number", (each, _) -> each.ticket().number()),
                Map.entry("lane", (each, _) -> each.ticket().lane()),
                Map.entry("state", (each, _) -> each.ticket().state()),
                Map.entry("service", (each, _) -> each.row().serviceNumber()),
                Map.entry("serviceName", (each, env) -> each.row().serviceName(env.getLocale())),
                Map.entry("takenAt", (each, _) -> each.ticket().drawnAt()),
                Map.entry("dueAt", (each, _) -> each.ticket().dueAt()),
                Map.entry("calledAt", (each, _) -> each.ticket().calledAt()),
                Map.entry("calls", (each, _) -> each.ticket().calls()),
                Map.entry("appointment", (each, _) -> id(Appointment.TYPE, each.ticket().appointment())),
                Map.entry("appointmentNumber", (each, _) -> each.row().appointmentNumber()));
        fields.forEach(type::dataFetcher);
        return type;
    }

    private static TypeRuntimeWiring.Builder myTicket(TypeRuntimeWiring.Builder type) {
        Map<String, PlainField<MyTickets.MyTicket>> fields = Map.of(
                "id", (each, _) -> GlobalId.of(Ticket.TYPE, each.view().ticket().id()),
                "number", (each, _) -> each.view().ticket().number(),
                "lane", (each, _) -> each.view().ticket().lane(),
                "state", (each, _) -> each.view().ticket().state(),
                "facility", (each, _) -> GlobalId.of("Facility", each.facility().id()),
                "facilityName", (each, env) -> Languages.pick(env.getLocale(), each.facility().details().name(),
                        each.facility().details().nameEn()),
                "serviceName", (each, env) -> each.view().row().serviceName(env.getLocale()),
                "counterName", (each, env) -> {
                    Counter counter = each.view().counter();
                    boolean isCalled = each.view().ticket().state() == TicketState.CALLED;
                    return counter == null || !isCalled ? null : counter.name(env.getLocale());
                },
                "place", (each, _) -> each.view().place(),
                "expectedWait", (each, _) -> each.view().expectedWait());
        fields.forEach(type::dataFetcher);
        return type;
    }

    private TypeRuntimeWiring.Builder notice(TypeRuntimeWiring.Builder type) {
        PlainField<DeskNotices.Notice> counterName = (each, env) -> each.counterName(env.getLocale());
        PlainField<DeskNotices.Notice> message = (each, env) -> messages.get(each.code(), env.getLocale(),
                each.arguments().toArray());
        return type.dataFetcher("counterName", counterName).dataFetcher("message", message);
    }

    private static @Nullable String id(String type, @Nullable UUID key) {
        return key == null ? null : GlobalId.of(type, key);
    }
}
