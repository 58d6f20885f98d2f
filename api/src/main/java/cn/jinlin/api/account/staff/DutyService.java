package cn.jinlin.api.account.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Caller;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives duties, takes them away, lets others stand in.
@Service
public class DutyService {

    private final Duties duties;
    private final DutyPolicy policy;
    private final StaffMembers members;
    private final Access access;
    private final ApplicationEventPublisher events;

    DutyService(Duties duties, DutyPolicy policy, StaffMembers members, Access access,
            ApplicationEventPublisher events) {
        this.duties = duties;
        this.policy = policy;
        this.members = members;
        this.access = access;
        this.events = events;
    }

    /// @return the member
    /// @throws BadInput when a rule is broken, or they hold it already
    @Transactional
    public UUID assign(UUID staff, Duty duty) {
        access.require(Role.DISTRICT_ADMIN);
        policy.requireNotOneself(staff, "staffMember");
        if (members.findLocked(staff).isEmpty()) {
            throw new BadInput("input.staffMember", "UNKNOWN_STAFF");
        }
        policy.requireFits(duty, "duty");
        if (!duties.insert(staff, duty)) {
            throw new BadInput("input.duty", "DUTY_HELD_ALREADY");
        }
        events.publishEvent(new DutiesChanged(staff));
        acted("duty.assigned", staff);
        return staff;
    }

    /// The duties an account is made with. No permission is asked: whoever makes accounts has been asked.
    ///
    /// @throws BadInput when one fits no unit
    @Transactional
    public void found(UUID staff, List<Duty> first) {
        for (Duty duty : first) {
            policy.requireFits(duty, "duties");
            duties.insert(staff, duty);
        }
    }

    /// @return the member
    @Transactional
    UUID withdraw(UUID id) {
        access.require(Role.DISTRICT_ADMIN);
        HeldDuty duty = duties.find(id).orElseThrow(() -> new BadInput("input.id", "UNKNOWN_DUTY"));
        policy.requireNotOneself(duty.staff(), "id");
        if (duty.role() == Role.DISTRICT_ADMIN) {
            policy.requireAnAdministratorBeside(duty.staff(), "id");
        }
        changed(duty.staff());
        duties.end(id);
        acted("duty.withdrawn", duty.staff());
        return duty.staff();
    }

    /// @throws BadInput when a rule is broken
    @Transactional
    Delegation delegate(UUID id, UUID to, LocalDate begins, LocalDate ends) {
        Caller caller = access.getCaller();
        if (!caller.holds(Role.DISTRICT_ADMIN) && !caller.holds(Role.UNIT_LEADER)) {
            throw new AccessDeniedException("Needs DISTRICT_ADMIN or UNIT_LEADER");
        }
        HeldDuty duty = duties.find(id).orElseThrow(() -> new BadInput("input.duty", "UNKNOWN_DUTY"));
        policy.requireMayDelegate(duty);
        if (duty.staff().equals(to)) {
            throw new BadInput("input.to", "DELEGATE_TO_ANOTHER");
        }
        DutyPolicy.requireDays(begins, ends, duties.today());
        DutyPolicy.requireActive(members.findLocked(to).orElse(null), "to");
        UUID delegation = duties.insertDelegation(id, to, begins, ends);
        events.publishEvent(new DutiesChanged(to));
        acted("duty.delegated", delegation);
        return duties.findDelegation(delegation).orElseThrow();
    }

    /// @return what ended
    @Transactional
    Delegation endDelegation(UUID id) {
        Caller caller = access.getCaller();
        Delegation delegation = duties.findDelegation(id)
                .filter(found -> caller.holds(Role.DISTRICT_ADMIN) || isParty(caller, found))
                .orElse(null);
        if (delegation == null) {
            // Whoever is no party learns nothing, not even whether there is one.
            access.require(Role.DISTRICT_ADMIN);
            throw new BadInput("input.id", "UNKNOWN_DELEGATION");
        }
        duties.endDelegation(id);
        events.publishEvent(new DutiesChanged(delegation.to()));
        acted("delegation.ended", id);
        return delegation;
    }

    private static boolean isParty(Caller caller, Delegation delegation) {
        UUID asker = caller.subject().id();
        return caller.isStaff() && (delegation.from().equals(asker) || delegation.to().equals(asker));
    }

    /// Ends the tokens of that member and of all who stand in for them.
    void changed(UUID staff) {
        events.publishEvent(new DutiesChanged(staff));
        duties.listStandIns(staff).forEach(standIn -> events.publishEvent(new DutiesChanged(standIn)));
    }

    private void acted(String act, UUID object) {
        events.publishEvent(new StaffActed(access.getCaller().subject(), act, object, null));
    }
}
