package cn.jinlin.api.account.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.access.AccessRecords.Look;
import cn.jinlin.api.account.person.Home;
import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.person.Profile;
import cn.jinlin.api.account.person.ProfilePolicy;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.personal.Masks;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door through which staff see residents. Each look is on record in the same transaction: no record, no look.
@Service
public class ResidentAccess {

    private final Residents residents;
    private final People people;
    private final ProfilePolicy profiles;
    private final AccessRecords records;
    private final AccessPolicy policy;
    private final ActingDuty acting;
    private final Access access;
    private final ApplicationEventPublisher events;

    ResidentAccess(Residents residents, People people, ProfilePolicy profiles, AccessRecords records,
            AccessPolicy policy, ActingDuty acting, Access access, ApplicationEventPublisher events) {
        this.residents = residents;
        this.people = people;
        this.profiles = profiles;
        this.records = records;
        this.policy = policy;
        this.acting = acting;
        this.access = access;
        this.events = events;
    }

    /// @throws BadInput NOT_A_MOBILE, TOO_MANY_LOOKS, UNIT_NEEDED
    @Transactional
    Optional<ResidentForStaff> findByPhone(String phone, @Nullable String unit) {
        Duty duty = acting.get(AccessPolicy.DESK, unit, "input.unit");
        PhoneNumber number = PhoneNumber.parse(phone).orElseThrow(() -> new BadInput("input.phone", "NOT_A_MOBILE"));
        policy.requireFindsLeft(access.getCaller().subject().id());
        Optional<Resident> found = residents.findByPhone(number);
        note(duty, Look.of(AccessAct.FOUND_BY_PHONE, found.map(Resident::id).orElse(null)));
        return found.map(this::masked);
    }

    /// Empty for whoever the caller's work has nothing to do with, as for whoever does not exist.
    @Transactional
    Optional<ResidentForStaff> find(String id, @Nullable String unit) {
        Duty duty = acting.get(AccessPolicy.WORK_WITH_RESIDENTS, unit, "unit");
        Optional<Resident> found = GlobalId.findUuid(Resident.TYPE, id).flatMap(known -> findConcerned(duty, known));
        found.ifPresent(resident -> note(duty, Look.of(AccessAct.VIEWED, resident.id())));
        return found.map(this::masked);
    }

    /// @throws BadInput UNKNOWN_RESIDENT also for whoever the caller's work has nothing to do with; FIELDS_EMPTY,
    ///         FIELD_NOT_FOR_ROLE, REASON_LENGTH_OUT_OF_RANGE, TOO_MANY_LOOKS, UNIT_NEEDED
    @Transactional
    RevealedResident reveal(AccessInputs.Reveal input) {
        Duty duty = acting.get(AccessPolicy.WORK_WITH_RESIDENTS, input.unit(), "input.unit");
        policy.requireSeenBy(duty.role(), input.fields());
        String reason = policy.readReason(input.reason());
        policy.requireRevealsLeft(access.getCaller().subject().id());
        Resident resident = GlobalId.findUuid(Resident.TYPE, input.id())
                .flatMap(known -> findConcerned(duty, known))
                .orElseThrow(() -> new BadInput("input.id", "UNKNOWN_RESIDENT"));
        EnumSet<PersonalField> fields = EnumSet.copyOf(input.fields());
        note(duty, new Look(AccessAct.REVEALED, resident.id(), List.copyOf(fields), input.reasonKind(), reason));
        Home home = fields.contains(PersonalField.HOME) ? people.findHome(resident.id()).orElse(null) : null;
        return RevealedResident.of(input.id(), fields, resident, people.getProfile(resident.id()), home);
    }

    /// Puts on record that a desk registered a person, or changed who acts for them.
    @Transactional
    public void noteRegistered(Duty duty, UUID resident) {
        note(duty, Look.of(AccessAct.REGISTERED, resident));
    }

    /// Whether the work of that duty has to do with the person.
    public boolean hasToDoWith(Duty duty, UUID resident) {
        return policy.hasToDoWith(duty, resident);
    }

    /// Who looked at the signed-in resident.
    @Transactional(readOnly = true)
    Connection<AccessRecord> listOwn(Connection.Request page) {
        return Connection.of(page, records.list(access.getResident(), page), AccessRecord::id);
    }

    private void note(Duty duty, Look look) {
        UUID staff = access.getCaller().subject().id();
        records.insert(staff, duty, look);
        events.publishEvent(new StaffActed(staff, duty, look.act(), look.resident(), look.kind()));
    }

    private Optional<Resident> findConcerned(Duty duty, UUID id) {
        return residents.find(id)
                .filter(resident -> !resident.isErased())
                .filter(resident -> policy.hasToDoWith(duty, resident.id()));
    }

    private ResidentForStaff masked(Resident resident) {
        Profile profile = people.getProfile(resident.id());
        return new ResidentForStaff(GlobalId.of(Resident.TYPE, resident.id()),
                profile.name() == null ? null : Masks.name(profile.name()),
                resident.phone() == null ? null : resident.phone().masked(),
                profile.isSixtyOrOver(profiles.today()).orElse(null));
    }
}
