package cn.jinlin.api.booking.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.account.access.ResidentAccess;
import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.staff.Unit;
import cn.jinlin.api.account.staff.Units;
import cn.jinlin.api.booking.attendance.AttendanceInputs.AppealView;
import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.personal.Masks;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Caller;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who decides about absences: the leader of the facility's unit, and the district's administrators.
@Service
class AppealService {

    private static final int MOST = 50;

    private final Appeals appeals;
    private final Absences absences;
    private final AttendanceRules rules;
    private final Exemptions exemptions;
    private final Standings standings;
    private final People people;
    private final ResidentAccess residents;
    private final Facilities facilities;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppealService(Appeals appeals, Absences absences, AttendanceRules rules, Exemptions exemptions,
            Standings standings, People people, ResidentAccess residents, Facilities facilities, Units units,
            Access access, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.appeals = appeals;
        this.absences = absences;
        this.rules = rules;
        this.exemptions = exemptions;
        this.standings = standings;
        this.people = people;
        this.residents = residents;
        this.facilities = facilities;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @param unit global id of the unit one leads; null for all, for administrators
    /// @throws BadInput UNKNOWN_UNIT, PAGE_SIZE_OUT_OF_RANGE, BROKEN_CURSOR
    @Transactional(readOnly = true)
    public Connection<AppealView> list(@Nullable String unit, int first, @Nullable String after) {
        Long facility = null;
        if (unit == null) {
            access.require(Role.DISTRICT_ADMIN);
        } else {
            facility = getFacility(Role.UNIT_LEADER, unit, "unit");
        }
        Connection.requireSize(first, MOST);
        Appeals.After position = after == null ? null : Appeals.After.read(after);
        return Connection.of(first, after != null, show(appeals.list(facility, position, first + 1)),
                row -> Appeals.After.of(row.appeal()).write());
    }

    /// An accepted appeal takes the absence out of the count.
    ///
    /// @throws BadInput UNKNOWN_APPEAL also for another facility's, DECIDED_ALREADY, REASON_LENGTH_OUT_OF_RANGE
    @Transactional
    AppealView decide(AttendanceInputs.Decide input) {
        Caller caller = access.getCaller();
        if (!caller.holds(Role.UNIT_LEADER) && !caller.holds(Role.DISTRICT_ADMIN)) {
            throw new AccessDeniedException("Needs UNIT_LEADER or DISTRICT_ADMIN");
        }
        String reason = AttendancePolicy.readWords(input.reason(), "input.reason", "REASON_LENGTH_OUT_OF_RANGE");
        Appeal appeal = GlobalId.findUuid(Appeal.TYPE, input.id())
                .flatMap(appeals::find)
                .filter(found -> decides(caller, found.facility()))
                .orElseThrow(() -> new BadInput("input.id", "UNKNOWN_APPEAL"));
        Appeal.State decision = input.accept() ? Appeal.State.ACCEPTED : Appeal.State.REJECTED;
        if (!appeals.decide(appeal, decision, reason, caller.subject().id())) {
            throw new BadInput("input.id", "DECIDED_ALREADY");
        }
        if (input.accept()) {
            absences.remove(appeal.absence());
        }
        audit.record("attendance.appeal-" + (input.accept() ? "accept" : "reject"), "Appeal:" + appeal.id(), null);
        AppealView decided = show(List.of(appeals.find(appeal.id()).orElseThrow())).getFirst();
        if (appeal.person() != null) {
            Absence missed = decided.absence();
            events.publishEvent(new AppealDecided(appeal.person(), appeal.actor(), input.accept(), reason,
                    missed.number(), missed.serviceName(), missed.serviceNameEn()));
        }
        return decided;
    }

    /// @throws BadInput RULE_OUT_OF_RANGE
    @Transactional
    AttendanceRule change(AttendanceInputs.ChangeRule input) {
        access.require(Role.DISTRICT_ADMIN);
        AttendanceRule rule = input.rule();
        rule.requireInRange();
        rules.save(rule);
        audit.record("attendance.change-rule", "AttendanceRule:1", null);
        return rule;
    }

    /// @throws BadInput UNKNOWN_UNIT, PERSON_NOT_AT_DESK, EXEMPTION_TOO_LONG, REASON_LENGTH_OUT_OF_RANGE
    @Transactional
    LocalDate exempt(AttendanceInputs.Exempt input) {
        UUID unit = GlobalId.readUuid(Unit.TYPE, input.unit(), "input.unit", "UNKNOWN_UNIT");
        getFacility(Role.UNIT_LEADER, input.unit(), "input.unit");
        UUID person = GlobalId.findUuid(Resident.TYPE, input.person())
                .filter(known -> residents.hasToDoWith(new Duty(Role.FACILITY_DESK, unit), known))
                .orElseThrow(() -> new BadInput("input.person", "PERSON_NOT_AT_DESK"));
        AttendancePolicy.requireLastDay(input.until(), LocalDate.ofInstant(clock.instant(), Scalars.SHANGHAI));
        exemptions.save(person, input.until(), AttendancePolicy.readExemptionReason(input.reason()),
                access.getCaller().subject().id(), unit);
        audit.record("attendance.exempt", "Resident:" + person, null);
        return input.until();
    }

    private long getFacility(Role role, String unit, String field) {
        UUID id = GlobalId.readUuid(Unit.TYPE, unit, field, "UNKNOWN_UNIT");
        access.require(role, id);
        return units.find(id)
                .filter(found -> !found.isClosed())
                .map(Unit::facility)
                .orElseThrow(() -> new BadInput(field, "UNKNOWN_UNIT"));
    }

    private boolean decides(Caller caller, long facility) {
        if (caller.holds(Role.DISTRICT_ADMIN)) {
            return true;
        }
        Set<UUID> led = caller.duties()
                .stream()
                .filter(duty -> duty.role() == Role.UNIT_LEADER && duty.unit() != null)
                .map(duty -> Objects.requireNonNull(duty.unit()))
                .collect(Collectors.toSet());
        return units.list(led)
                .values()
                .stream()
                .anyMatch(unit -> !unit.isClosed() && unit.facility() != null && unit.facility() == facility);
    }

    private List<AppealView> show(List<Appeal> found) {
        Map<UUID, Absence> missed = absences.list(found.stream().map(Appeal::absence).toList())
                .stream()
                .collect(Collectors.toMap(Absence::id, Function.identity()));
        Map<Long, Facility> places = facilities.list(found.stream().map(Appeal::facility).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Facility::id, Function.identity()));
        List<UUID> known = found.stream().map(Appeal::person).filter(Objects::nonNull).distinct().toList();
        Map<UUID, String> names = people.listNames(known);
        Map<UUID, Standing> standing = standings.list(known);
        return found.stream().map(appeal -> {
            UUID person = appeal.person();
            String name = person == null ? null : names.get(person);
            Standing how = person == null ? null : standing.get(person);
            return new AppealView(appeal, Objects.requireNonNull(missed.get(appeal.absence())),
                    Objects.requireNonNull(places.get(appeal.facility())), name == null ? null : Masks.name(name),
                    how == null ? 0 : how.counted(clock.instant()));
        }).toList();
    }
}
