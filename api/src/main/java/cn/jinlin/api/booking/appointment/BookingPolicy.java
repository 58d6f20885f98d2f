package cn.jinlin.api.booking.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.person.Profile;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Offered;
import cn.jinlin.api.booking.offer.OpenSpan;
import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.booking.offer.ServiceKind;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.facility.FacilityDetails;
import cn.jinlin.api.facility.FacilityService;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.graphql.Scalars;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Who may book what, when and how often. Each rule refuses with its own code.
@Component
public class BookingPolicy {

    static final String SLOT = "input.slot";

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT)
            .withZone(Scalars.SHANGHAI);

    private final Appointments appointments;
    private final Services services;
    private final FacilityService facilities;
    private final People people;
    private final ObjectProvider<BookingGate> gates;
    private final BookingRules rules;
    private final Clock clock;

    BookingPolicy(Appointments appointments, Services services, FacilityService facilities, People people,
            ObjectProvider<BookingGate> gates, BookingRules rules, Clock clock) {
        this.appointments = appointments;
        this.services = services;
        this.facilities = facilities;
        this.people = people;
        this.gates = gates;
        this.rules = rules;
        this.clock = clock;
    }

    /// @throws BadInput SLOT_PAST, SLOT_CLOSED
    public void requireOpen(SlotRecord slot, boolean byStaff) {
        Instant now = clock.instant();
        if (!now.isBefore(byStaff ? slot.endsAt() : slot.startsAt())) {
            throw new BadInput(SLOT, "SLOT_PAST");
        }
        if (!slot.open() || (!byStaff && !now.isBefore(slot.closesAt()))) {
            throw new BadInput(SLOT, "SLOT_CLOSED");
        }
    }

    /// @throws BadInput NOT_YET_RELEASED
    public void requireReleased(Instant releasesAt) {
        if (clock.instant().isBefore(releasesAt)) {
            throw new BadInput(SLOT, "NOT_YET_RELEASED", WHEN.format(releasesAt));
        }
    }

    /// @throws BadInput SERVICE_NOT_OFFERED, PARTY_OUT_OF_RANGE
    public void requireOffered(BookableService service, Schedule schedule, int party) {
        if (!service.inService() || schedule.state() != Schedule.State.PUBLISHED) {
            throw new BadInput(SLOT, "SERVICE_NOT_OFFERED");
        }
        if (party < 1 || party > service.partyLimit()) {
            throw new BadInput("input.party", "PARTY_OUT_OF_RANGE", service.partyLimit());
        }
    }

    /// Places kept for elderly, disabled and pregnant people: who is sixty or over (Law on the Protection of the Rights of
    /// the Elderly, article 2), or has said which accessibility they need. Whoever has said neither asks at the desk.
    ///
    /// @throws BadInput NOT_ENTITLED_TO_PRIORITY
    public void requirePriority(UUID person) {
        Profile profile = people.getProfile(person);
        if (profile.accessibilityNeeds().isEmpty() && !profile.isSixtyOrOver(today()).orElse(false)) {
            throw new BadInput("input.priority", "NOT_ENTITLED_TO_PRIORITY");
        }
    }

    /// @throws BadInput as the gates say
    public void requireAdmitted(BookingGate.Wish wish) {
        gates.stream().forEach(gate -> gate.require(wish));
    }

    /// So many appointments to come one person may have for a service, and so many the household: all that one resident
    /// books, for whomever, and all that others booked for that resident.
    ///
    /// And nobody is in two places at once.
    ///
    /// @throws BadInput PERSON_LIMIT_REACHED, HOUSEHOLD_LIMIT_REACHED, DOUBLE_BOOKING
    public void requireWithinLimits(BookableService service, UUID person, UUID actor, Instant from, Instant to) {
        Appointments.Standing counts = appointments.standing(service.id(), person, actor, clock.instant(), from, to);
        if (counts.ofPerson() >= service.personLimit()) {
            throw new BadInput(SLOT, "PERSON_LIMIT_REACHED", service.personLimit());
        }
        if (counts.ofHousehold() >= service.householdLimit()) {
            throw new BadInput(SLOT, "HOUSEHOLD_LIMIT_REACHED", service.householdLimit());
        }
        if (counts.elsewhere()) {
            requireNotElsewhere(person, from, to, null);
        }
    }

    /// @throws BadInput TOO_MANY_HOLDS
    void requireFewHolds(int held) {
        if (held >= rules.mostHolds()) {
            throw new BadInput(SLOT, "TOO_MANY_HOLDS", rules.mostHolds());
        }
    }

    /// Nobody is in two places at once.
    ///
    /// @param except an appointment that is to be moved there; null for none
    /// @throws BadInput DOUBLE_BOOKING naming what the person has then, where and when
    public void requireNotElsewhere(@Nullable UUID person, Instant from, Instant to, @Nullable UUID except) {
        if (person != null) {
            appointments.findElsewhere(person, from, to, except).ifPresent(other -> {
                Locale locale = LocaleContextHolder.getLocale();
                throw new BadInput(SLOT, "DOUBLE_BOOKING", services.get(other.service()).name(locale),
                        facilityName(other.facility(), locale), WHEN.format(other.startsAt()));
            });
        }
    }

    private String facilityName(long facility, Locale locale) {
        return facilities.find(facility).map(found -> {
            FacilityDetails details = found.details();
            return Languages.pick(locale, details.name(), details.nameEn());
        }).orElse("");
    }

    /// @throws BadInput MATERIALS_NOT_READ
    void requireMaterialsRead(BookableService service, boolean read) {
        if (!service.materials().isEmpty() && !read) {
            throw new BadInput("input.materialsRead", "MATERIALS_NOT_READ");
        }
    }

    /// Until when residents move and cancel by themselves.
    public Instant changeUntil(BookableService service, Instant startsAt) {
        return startsAt.minus(Duration.ofMinutes(service.changeMinutes()));
    }

    /// @throws BadInput TOO_LATE_TO_CHANGE
    void requireInTime(BookableService service, Appointment appointment) {
        if (!clock.instant().isBefore(changeUntil(service, appointment.startsAt()))) {
            throw new BadInput("input.appointment", "TOO_LATE_TO_CHANGE", service.changeMinutes());
        }
    }

    /// A span of a court or room: on whole steps of its schedule, within one opening, 15 minutes to four hours, from the
    /// release on and before the lead time.
    ///
    /// @throws BadInput INTERVAL_OUT_OF_RANGE, SLOT_PAST, SLOT_CLOSED, NOT_YET_RELEASED, CALENDAR_UNPUBLISHED,
    ///         OUTSIDE_HOURS
    void requireInterval(Offered offered, Instant from, Instant to) {
        String field = "input.interval";
        Schedule schedule = offered.schedule();
        if (offered.service().kind() != ServiceKind.ROOM || !from.isBefore(to)
                || Duration.between(from, to).compareTo(rules.longestInterval()) > 0) {
            throw new BadInput(field, "INTERVAL_OUT_OF_RANGE", rules.longestInterval().toHours());
        }
        Instant now = clock.instant();
        if (!now.isBefore(from)) {
            throw new BadInput(field, "SLOT_PAST");
        }
        if (!now.isBefore(from.minus(Duration.ofMinutes(schedule.leadMinutes())))) {
            throw new BadInput(field, "SLOT_CLOSED");
        }
        LocalDate day = LocalDate.ofInstant(from, Scalars.SHANGHAI);
        requireReleased(day.minusDays(schedule.releaseDays())
                .atTime(schedule.releaseAt())
                .atZone(Scalars.SHANGHAI)
                .toInstant());
        if (!day.isBefore(today().plusDays(schedule.horizonDays()))) {
            throw new BadInput(field, "BEYOND_HORIZON", schedule.horizonDays());
        }
        List<OpenSpan> open = services.listOpen(schedule, day.minusDays(1), day);
        if (open.isEmpty() && services.findUnpublished(day, day).isPresent()) {
            throw new BadInput(field, "CALENDAR_UNPUBLISHED");
        }
        boolean fits = open.stream()
                .anyMatch(span -> span.contains(from, to) && isOnStep(schedule, span.from(), from)
                        && isOnStep(schedule, span.from(), to));
        if (!fits) {
            throw new BadInput(field, "OUTSIDE_HOURS", schedule.durationMinutes());
        }
    }

    private static boolean isOnStep(Schedule schedule, Instant opening, Instant at) {
        return Duration.between(opening, at).toSeconds() % (60L * schedule.durationMinutes()) == 0;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Scalars.SHANGHAI);
    }
}
