package cn.jinlin.api.booking.kept;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.booking.appointment.Answer;
import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.booking.appointment.Forgotten;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Appointments in the copy of a person's data, and in its erasure.
@Component
class AppointmentData implements PersonalDataSource, PersonalDataEraser {

    private final AppointmentService appointments;
    private final Services services;
    private final Facilities facilities;

    AppointmentData(AppointmentService appointments, Services services, Facilities facilities) {
        this.appointments = appointments;
        this.services = services;
        this.facilities = facilities;
    }

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public List<Map<String, String>> list(UUID resident) {
        List<Appointment> all = appointments.listAll(resident);
        Map<Long, BookableService> booked = services
                .list(all.stream().map(Appointment::service).distinct().toList());
        Map<Long, Facility> places = facilities.list(all.stream().map(Appointment::facility).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Facility::id, Function.identity()));
        Map<UUID, List<Answer>> answers = appointments.listAnswers(
                all.stream().filter(each -> resident.equals(each.person())).map(Appointment::id).toList());
        return all.stream().map(each -> {
            Map<String, String> fields = entry(resident, each, booked.get(each.service()), places.get(each.facility()));
            List<Answer> said = answers.getOrDefault(each.id(), List.of());
            if (!said.isEmpty()) {
                fields.put("answers", said.stream()
                        .map(answer -> answer.question() + ": " + answer.answer())
                        .collect(Collectors.joining("; ")));
            }
            return fields;
        }).toList();
    }

    /// Whom an appointment is for is in that person's own copy; here it says no more than that it is another's.
    private static Map<String, String> entry(UUID resident, Appointment appointment,
            @Nullable BookableService service,
            @Nullable Facility facility) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", appointment.number());
        if (service != null) {
            fields.put("service", service.name());
        }
        if (facility != null) {
            fields.put("facility", facility.details().name());
        }
        fields.put("startsAt", appointment.startsAt().toString());
        fields.put("endsAt", appointment.endsAt().toString());
        fields.put("party", Integer.toString(appointment.party()));
        fields.put("state", appointment.state().name());
        fields.put("side", resident.equals(appointment.person()) ? "OWN" : "MADE_FOR_ANOTHER");
        fields.put("createdAt", appointment.createdAt().toString());
        return fields;
    }

    /// What is to come is called off and its places are free. The rest stays for the figures and is nobody's any more:
    /// Personal Information Protection Law, articles 4 and 47.
    @Override
    public Outcome erase(UUID resident) {
        Forgotten forgotten = appointments.forget(resident);
        return new Outcome(0, forgotten.kept(), forgotten.kept() == 0 ? null : "NAMELESS_FIGURES");
    }
}
