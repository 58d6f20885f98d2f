package cn.jinlin.api.booking.appointment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.account.person.People;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Question;
import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.FacilityNode;
import cn.jinlin.api.facility.FacilityNodes;
import cn.jinlin.api.facility.FacilityService;
import cn.jinlin.api.personal.Masks;
import cn.jinlin.api.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/// Fields of appointments that lie elsewhere, each read once for all appointments of an answer.
@Controller
class AppointmentEdges {

    private static final String TYPE = Appointment.TYPE;

    private final AppointmentService appointments;
    private final BookingPolicy policy;
    private final Services services;
    private final FacilityService facilities;
    private final FacilityNodes nodes;
    private final People people;
    private final Access access;
    private final Clock clock;

    AppointmentEdges(AppointmentService appointments, BookingPolicy policy, Services services,
            FacilityService facilities, FacilityNodes nodes, People people, Access access, Clock clock) {
        this.appointments = appointments;
        this.policy = policy;
        this.services = services;
        this.facilities = facilities;
        this.nodes = nodes;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    /// An answer in the caller's language.
    record Said(String question, String answer) {}

    @BatchMapping(typeName = TYPE)
    Map<Appointment, BookableService> service(List<Appointment> of) {
        Map<Long, BookableService> found = services.list(ids(of, Appointment::service));
        return map(of, one -> found.get(one.service()));
    }

    @BatchMapping(typeName = TYPE)
    Map<Appointment, FacilityNode> facility(List<Appointment> of) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<Long, Facility> found = facilities.list(ids(of, Appointment::facility));
        return map(of, one -> nodes.show(Objects.requireNonNull(found.get(one.facility())), locale));
    }

    @BatchMapping(typeName = TYPE)
    Map<Appointment, String> resource(List<Appointment> of) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<Long, Schedule> found = services.listSchedulesById(ids(of, Appointment::schedule));
        return map(of, one -> Objects.requireNonNull(found.get(one.schedule())).resource(locale));
    }

    @BatchMapping(typeName = TYPE)
    Map<Appointment, Instant> changeUntil(List<Appointment> of) {
        Map<Long, BookableService> found = services.list(ids(of, Appointment::service));
        return map(of, one -> until(one, found));
    }

    @BatchMapping(typeName = TYPE)
    Map<Appointment, Boolean> canChange(List<Appointment> of) {
        Map<Long, BookableService> found = services.list(ids(of, Appointment::service));
        Instant now = clock.instant();
        return map(of, one -> one.state() == AppointmentState.BOOKED && now.isBefore(until(one, found)));
    }

    private Instant until(Appointment one, Map<Long, BookableService> found) {
        return policy.changeUntil(Objects.requireNonNull(found.get(one.service())), one.startsAt());
    }

    /// Masked, and only another's: people know their own.
    @BatchMapping(typeName = TYPE)
    Map<Appointment, String> personName(List<Appointment> of) {
        UUID caller = access.getResident();
        Map<UUID, String> names = new HashMap<>();
        of.stream().map(Appointment::person).filter(Objects::nonNull).distinct().forEach(person -> {
            String name = person.equals(caller) ? null : people.getProfile(person).name();
            if (name != null) {
                names.put(person, Masks.name(name));
            }
        });
        return map(of, one -> one.person() == null ? null : names.get(one.person()));
    }

    @BatchMapping(typeName = TYPE)
    Map<Appointment, List<Said>> answers(List<Appointment> of) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<UUID, List<Answer>> said = appointments.listAnswers(of.stream().map(Appointment::id).toList());
        Map<Long, BookableService> found = services.list(ids(of, Appointment::service));
        return map(of, one -> said(said.getOrDefault(one.id(), List.of()),
                Objects.requireNonNull(found.get(one.service())).questions(), locale));
    }

    /// A question that the service asks no more is shown by its code.
    private static List<Said> said(List<Answer> answers, List<Question> questions, Locale locale) {
        Map<String, Question> asked = questions.stream().collect(Collectors.toMap(Question::code, Function.identity()));
        return answers.stream().map(answer -> {
            Question question = asked.get(answer.question());
            return question == null
                    ? new Said(answer.question(), answer.answer())
                    : new Said(question.text(locale), chosen(question, answer.answer(), locale));
        }).toList();
    }

    private static String chosen(Question question, String answer, Locale locale) {
        return question.choices()
                .stream()
                .filter(choice -> choice.code().equals(answer))
                .map(choice -> choice.text(locale))
                .findFirst()
                .orElse(answer);
    }

    private static List<Long> ids(List<Appointment> of, Function<Appointment, Long> id) {
        return of.stream().map(id).distinct().toList();
    }

    private static <V> Map<Appointment, V> map(Collection<Appointment> of, Function<Appointment, @Nullable V> value) {
        Map<Appointment, V> values = new HashMap<>();
        for (Appointment one : of) {
            V found = value.apply(one);
            if (found != null) {
                values.put(one, found);
            }
        }
        return values;
    }
}
