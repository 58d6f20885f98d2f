package cn.jinlin.api.booking.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.account.family.ActingFor;
import cn.jinlin.api.account.family.Scope;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.booking.attendance.AttendanceInputs.AbsenceState;
import cn.jinlin.api.booking.attendance.AttendanceInputs.Attendance;
import cn.jinlin.api.booking.attendance.AttendanceInputs.OwnAbsence;
import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.api.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How residents stand, and what they say against it.
@Service
class AttendanceService {

    private final Absences absences;
    private final Appeals appeals;
    private final AttendanceRules rules;
    private final Exemptions exemptions;
    private final Standings standings;
    private final Facilities facilities;
    private final ActingFor actingFor;
    private final Access access;
    private final Clock clock;

    AttendanceService(Absences absences, Appeals appeals, AttendanceRules rules, Exemptions exemptions,
            Standings standings, Facilities facilities, ActingFor actingFor, Access access, Clock clock) {
        this.absences = absences;
        this.appeals = appeals;
        this.rules = rules;
        this.exemptions = exemptions;
        this.standings = standings;
        this.facilities = facilities;
        this.actingFor = actingFor;
        this.access = access;
        this.clock = clock;
    }

    /// @param person global id; oneself when null
    /// @throws AccessDeniedException unless the caller may act for them in bookings
    @Transactional(readOnly = true)
    public Attendance get(@Nullable String person) {
        UUID caller = access.getResident();
        UUID wanted = person == null
                ? caller
                : GlobalId.findUuid(Resident.TYPE, person)
                        .orElseThrow(() -> new AccessDeniedException("Nobody one acts for"));
        actingFor.require(caller, wanted, Scope.BOOKING);
        return show(wanted);
    }

    AttendanceRule rule() {
        return rules.get();
    }

    /// @throws BadInput UNKNOWN_ABSENCE also for another's, NOTHING_TO_APPEAL, APPEALED_ALREADY, APPEAL_TOO_LATE,
    ///         TEXT_LENGTH_OUT_OF_RANGE
    @Transactional
    Attendance appeal(AttendanceInputs.AppealAbsence input) {
        UUID caller = access.getResident();
        String words = AttendancePolicy.readWords(input.text(), "input.text", "TEXT_LENGTH_OUT_OF_RANGE");
        Absence absence = GlobalId.findUuid(Absence.TYPE, input.absence())
                .flatMap(absences::find)
                .filter(found -> found.person() != null && mayActFor(caller, found.person()))
                .orElseThrow(() -> new BadInput("input.absence", "UNKNOWN_ABSENCE"));
        UUID person = Objects.requireNonNull(absence.person());
        if (absence.state() != Absence.State.COUNTED) {
            throw new BadInput("input.absence", "NOTHING_TO_APPEAL");
        }
        if (!clock.instant().isBefore(appealUntil(rules.get(), absence))) {
            throw new BadInput("input.absence", "APPEAL_TOO_LATE", rules.get().appealDays());
        }
        if (!appeals.insert(absence, person, caller, words)) {
            throw new BadInput("input.absence", "APPEALED_ALREADY");
        }
        return show(person);
    }

    private boolean mayActFor(UUID caller, UUID person) {
        try {
            actingFor.require(caller, person, Scope.BOOKING);
            return true;
        } catch (AccessDeniedException notTheirs) {
            return false;
        }
    }

    private Attendance show(UUID person) {
        Instant now = clock.instant();
        AttendanceRule rule = rules.get();
        Standing standing = standings.get(person);
        List<Absence> missed = absences.listOf(person);
        Map<UUID, Appeal> appealed = appeals.listOf(missed.stream().map(Absence::id).toList());
        Map<Long, Facility> places = facilities.list(missed.stream().map(Absence::facility).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Facility::id, Function.identity()));
        Optional<LocalDate> exempt = exemptions.findLastDay(person)
                .filter(until -> !until.isBefore(LocalDate.ofInstant(now, Scalars.SHANGHAI)));
        return new Attendance(person, standing.counted(now), standing.blockedUntil(now).orElse(null),
                exempt.orElse(null), missed.stream().map(absence -> {
                    Appeal appeal = appealed.get(absence.id());
                    AbsenceState state = state(absence, standing, now);
                    Instant until = appealUntil(rule, absence);
                    boolean canAppeal = state == AbsenceState.COUNTED && appeal == null && now.isBefore(until);
                    return new OwnAbsence(absence, Objects.requireNonNull(places.get(absence.facility())), state,
                            canAppeal ? until : null, appeal);
                }).toList(), rule);
    }

    private static AbsenceState state(Absence absence, Standing standing, Instant now) {
        return switch (absence.state()) {
            case EXEMPT -> AbsenceState.EXEMPT;
            case REMOVED -> AbsenceState.REMOVED;
            case COUNTED -> standing.isPast(absence.missedAt(), now) ? AbsenceState.PAST : AbsenceState.COUNTED;
        };
    }

    private static Instant appealUntil(AttendanceRule rule, Absence absence) {
        return absence.missedAt().plus(Duration.ofDays(rule.appealDays()));
    }
}
