package cn.jinlin.api.account.staff;

import java.util.List;
import java.util.UUID;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shuts members of staff out and lets them back in, and sees to the work that lies with them.
@Service
class SuspensionService {

    private final StaffMembers members;
    private final DutyService dutyService;
    private final DutyPolicy policy;
    private final List<OpenWork> works;
    private final Access access;
    private final ApplicationEventPublisher events;

    SuspensionService(StaffMembers members, DutyService dutyService, DutyPolicy policy, List<OpenWork> works,
            Access access, ApplicationEventPublisher events) {
        this.members = members;
        this.dutyService = dutyService;
        this.policy = policy;
        this.works = works;
        this.access = access;
        this.events = events;
    }

    /// Some work of one kind.
    record Pieces(String kind, int count) {}

    /// What became of work.
    record HandedOver(List<Pieces> moved, List<Pieces> left) {}

    /// What still lies with somebody; kinds with nothing are left out.
    List<Pieces> openWork(UUID staff) {
        access.require(Role.DISTRICT_ADMIN);
        return works.stream()
                .map(work -> new Pieces(work.kind(), work.count(staff)))
                .filter(pieces -> pieces.count > 0)
                .toList();
    }

    /// @param successor who takes the open work; null where there is none, or where it may stay
    /// @throws BadInput when a rule is broken, or work would be left that nobody said may stay
    @Transactional
    void suspend(UUID staff, String why, @Nullable UUID successor, boolean leaveWork) {
        access.require(Role.DISTRICT_ADMIN);
        policy.requireNotOneself(staff, "id");
        String reason = StaffTexts.reason(why);
        policy.requireAnAdministratorBeside(staff, "id");
        DutyPolicy.requireActive(members.findLocked(staff).orElse(null), "id");
        if (successor != null) {
            handOver(staff, successor, "successor");
        }
        if (!leaveWork && !openWork(staff).isEmpty()) {
            throw new BadInput("input.successor", "OPEN_WORK_LEFT");
        }
        members.put(staff, StaffState.SUSPENDED);
        dutyService.changed(staff);
        events.publishEvent(new StaffActed(access.getCaller().subject(), "staff.suspended", staff, reason));
    }

    /// @throws BadInput when they are not suspended
    @Transactional
    void reactivate(UUID staff) {
        access.require(Role.DISTRICT_ADMIN);
        policy.requireNotOneself(staff, "id");
        StaffMember member = members.findLocked(staff)
                .orElseThrow(() -> new BadInput("input.id", "UNKNOWN_STAFF"));
        if (member.state() != StaffState.SUSPENDED) {
            throw new BadInput("input.id", "STAFF_NOT_SUSPENDED");
        }
        members.put(staff, StaffState.ACTIVE);
        dutyService.changed(staff);
        events.publishEvent(new StaffActed(access.getCaller().subject(), "staff.reactivated", staff, null));
    }

    /// @throws BadInput when one of them is unknown, or the successor is not active
    @Transactional
    HandedOver handOver(UUID from, UUID to) {
        access.require(Role.DISTRICT_ADMIN);
        if (members.find(from).isEmpty()) {
            throw new BadInput("input.from", "UNKNOWN_STAFF");
        }
        HandedOver done = handOver(from, to, "to");
        events.publishEvent(new StaffActed(access.getCaller().subject(), "work.handed_over", from, null));
        return done;
    }

    private HandedOver handOver(UUID from, UUID to, String field) {
        if (from.equals(to)) {
            throw new BadInput("input." + field, "HAND_OVER_TO_ANOTHER");
        }
        DutyPolicy.requireActive(members.findLocked(to).orElse(null), field);
        List<Pieces> moved = works.stream()
                .map(work -> new Pieces(work.kind(), work.move(from, to)))
                .filter(pieces -> pieces.count > 0)
                .toList();
        return new HandedOver(moved, openWork(from));
    }
}
