package cn.jinlin.api.booking.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentState;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Material;
import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.FacilityDetails;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.graphql.Messages;
import org.springframework.stereotype.Component;

/// Words appointments for a calendar.
@Component
class CalendarEntries {

    private final Services services;
    private final Facilities facilities;
    private final Messages messages;

    CalendarEntries(Services services, Facilities facilities, Messages messages) {
        this.services = services;
        this.facilities = facilities;
        this.messages = messages;
    }

    /// @param reader whose calendar it is; what is another's is marked as such, without a name
    List<CalendarEntry> of(List<Appointment> appointments, UUID reader, Locale language) {
        Map<Long, BookableService> booked = services
                .list(appointments.stream().map(Appointment::service).distinct().toList());
        Map<Long, Schedule> schedules = services
                .listSchedulesById(appointments.stream().map(Appointment::schedule).distinct().toList());
        Map<Long, Facility> places = facilities
                .list(appointments.stream().map(Appointment::facility).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Facility::id, Function.identity()));
        return appointments.stream()
                .map(each -> entry(each, Objects.requireNonNull(booked.get(each.service())),
                        Objects.requireNonNull(schedules.get(each.schedule())),
                        Objects.requireNonNull(places.get(each.facility())), reader, language))
                .toList();
    }

    private CalendarEntry entry(Appointment appointment, BookableService service, Schedule schedule, Facility place,
            UUID reader, Locale language) {
        boolean isOwn = reader.equals(appointment.person());
        String summary = isOwn
                ? service.name(language)
                : messages.get("calendar.for-another", language, service.name(language));
        return new CalendarEntry(appointment.id(), appointment.sequence(),
                appointment.state() == AppointmentState.CANCELLED, appointment.startsAt(), appointment.endsAt(),
                appointment.changedAt(), summary, where(place.details(), language),
                description(appointment, service, schedule, language));
    }

    private static String where(FacilityDetails details, Locale language) {
        return Languages.pick(language, details.name(), details.nameEn()) + ", "
                + Languages.pick(language, details.address(), details.addressEn());
    }

    private String description(Appointment appointment, BookableService service, Schedule schedule, Locale language) {
        String lines = messages.get("calendar.number", language, appointment.number()) + "\n"
                + schedule.resource(language);
        if (service.materials().isEmpty()) {
            return lines;
        }
        String bring = service.materials()
                .stream()
                .map((Material material) -> material.name(language))
                .collect(Collectors.joining("; "));
        return lines + "\n" + messages.get("calendar.bring", language, bring);
    }
}
