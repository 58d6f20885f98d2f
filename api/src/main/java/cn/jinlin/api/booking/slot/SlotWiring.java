package cn.jinlin.api.booking.slot;

import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.booking.offer.OpenSpan;
import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.facility.FacilityNodes;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.PlainField;
import graphql.schema.idl.TypeRuntimeWiring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Fields of slots: an answer has thousands of them, so each is computed from what was read with the slot.
@Configuration(proxyBeanMethods = false)
class SlotWiring {

    private final FacilityNodes nodes;

    SlotWiring(FacilityNodes nodes) {
        this.nodes = nodes;
    }

    @Bean
    RuntimeWiringConfigurer slotFields() {
        PlainField<SlotsAnswer> facilities = (answer, _) -> answer.facilities();
        PlainField<SlotsAnswer> unpublishedFrom = (answer, _) -> answer.unpublishedFrom();
        PlainField<SlotsAnswer.OfFacility> facility = (one, env) -> nodes.show(one.facility(), env.getLocale());
        PlainField<SlotsAnswer.OfFacility> walkSeconds = (one, _) -> one.walk() == null ? null : one.walk().seconds();
        PlainField<SlotsAnswer.OfFacility> walkEstimated = (one, _) -> one.walk() != null && one.walk().estimated();
        PlainField<SlotsAnswer.OfFacility> slots = (one, _) -> one.slots();
        PlainField<SlotsAnswer.OfFacility> rooms = (one, _) -> one.rooms();
        return wiring -> wiring
                .type("SlotsAnswer",
                        type -> type.dataFetcher("facilities", facilities)
                                .dataFetcher("unpublishedFrom", unpublishedFrom))
                .type("FacilitySlots",
                        type -> type.dataFetcher("facility", facility)
                                .dataFetcher("walkSeconds", walkSeconds)
                                .dataFetcher("walkEstimated", walkEstimated)
                                .dataFetcher("slots", slots)
                                .dataFetcher("rooms", rooms))
                .type("RoomTimes", SlotWiring::room)
                .type("FreeSpan", SlotWiring::span)
                .type(BookingIds.SLOT, this::slot);
    }

    private TypeRuntimeWiring.Builder slot(TypeRuntimeWiring.Builder type) {
        PlainField<SlotView> id = (view, _) -> GlobalId.of(BookingIds.SLOT, view.slot().id());
        PlainField<SlotView> schedule = (view, _) -> GlobalId.of(Schedule.TYPE, view.schedule().id());
        PlainField<SlotView> service = (view, _) -> view.service();
        PlainField<SlotView> facility = (view, env) -> nodes.show(view.facility(), env.getLocale());
        PlainField<SlotView> startsAt = (view, _) -> view.slot().startsAt();
        PlainField<SlotView> endsAt = (view, _) -> view.slot().endsAt();
        PlainField<SlotView> resource = (view, env) -> view.schedule().resource(env.getLocale());
        PlainField<SlotView> state = (view, _) -> view.state();
        PlainField<SlotView> free = (view, _) -> view.free();
        PlainField<SlotView> capacity = (view, _) -> view.slot().capacity();
        PlainField<SlotView> releasesAt = (view, _) -> view.slot().releasesAt();
        return type.dataFetcher("id", id)
                .dataFetcher("schedule", schedule)
                .dataFetcher("service", service)
                .dataFetcher("facility", facility)
                .dataFetcher("startsAt", startsAt)
                .dataFetcher("endsAt", endsAt)
                .dataFetcher("resource", resource)
                .dataFetcher("state", state)
                .dataFetcher("free", free)
                .dataFetcher("capacity", capacity)
                .dataFetcher("releasesAt", releasesAt);
    }

    private static TypeRuntimeWiring.Builder room(TypeRuntimeWiring.Builder type) {
        PlainField<SlotsAnswer.Room> schedule = (room, _) -> GlobalId.of(Schedule.TYPE, room.schedule().id());
        PlainField<SlotsAnswer.Room> resource = (room, env) -> room.schedule().resource(env.getLocale());
        PlainField<SlotsAnswer.Room> stepMinutes = (room, _) -> room.schedule().durationMinutes();
        PlainField<SlotsAnswer.Room> free = (room, _) -> room.free();
        return type.dataFetcher("schedule", schedule)
                .dataFetcher("resource", resource)
                .dataFetcher("stepMinutes", stepMinutes)
                .dataFetcher("free", free);
    }

    private static TypeRuntimeWiring.Builder span(TypeRuntimeWiring.Builder type) {
        PlainField<OpenSpan> startsAt = (span, _) -> span.from();
        PlainField<OpenSpan> endsAt = (span, _) -> span.to();
        return type.dataFetcher("startsAt", startsAt).dataFetcher("endsAt", endsAt);
    }
}
