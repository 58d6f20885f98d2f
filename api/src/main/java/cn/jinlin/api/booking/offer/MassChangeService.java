package cn.jinlin.api.booking.offer;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Orders of a facility's staff to move or cancel many appointments.
@Service
class MassChangeService {

    static final int MOST = 10_000;
    static final int MOST_NAMED = 500;
    private static final int MOST_LEFT_SHOWN = 50;

    private final ScheduleAdministration schedules;
    private final MassChangeRows rows;
    private final Schedules record;
    private final FacilityStaff staff;
    private final Audit audit;

    MassChangeService(ScheduleAdministration schedules, MassChangeRows rows, Schedules record, FacilityStaff staff,
            Audit audit) {
        this.schedules = schedules;
        this.rows = rows;
        this.record = record;
        this.staff = staff;
        this.audit = audit;
    }

    /// Puts the order on record; it is carried out soon after, on any node.
    ///
    /// @throws BadInput UNKNOWN_SCHEDULE, NO_APPOINTMENTS, TOO_MANY, CHANGE_UNDER_WAY, ENDS_BEFORE_IT_BEGINS
    @Transactional
    MassChange order(long schedule, MassChange.Act act, MassReason reason, MassChange.Which which) {
        Schedule locked = record.findLocked(schedule)
                .orElseThrow(() -> new BadInput("input.schedule", "UNKNOWN_SCHEDULE"));
        Caller caller = staff.require(locked.facilityId());
        if (which.named().size() > MOST_NAMED) {
            throw new BadInput("input.appointments", "TOO_MANY", MOST_NAMED);
        }
        if (which.from() != null && which.to() != null && !which.from().isBefore(which.to())) {
            throw new BadInput("input.to", "ENDS_BEFORE_IT_BEGINS");
        }
        List<UUID> wanted = list(schedule, which);
        if (wanted.isEmpty()) {
            throw new BadInput("input", "NO_APPOINTMENTS");
        }
        if (rows.isUnderWay(wanted)) {
            throw new BadInput("input", "CHANGE_UNDER_WAY");
        }
        UUID id = rows.insert(schedule, act, reason, caller.subject().toString(), wanted);
        audit.record(act == MassChange.Act.MOVE ? "appointments.move" : "appointments.cancel",
                Schedule.TYPE + ":" + schedule, reason.name());
        return rows.find(id).orElseThrow();
    }

    private List<UUID> list(long schedule, MassChange.Which which) {
        List<Touched.One> standing = rows.listStanding(schedule, which, MOST);
        if (!which.outside()) {
            return standing.stream().map(Touched.One::id).toList();
        }
        Set<UUID> outside = schedules.listOutside(schedule).stream().map(Touched.One::id).collect(Collectors.toSet());
        return standing.stream().map(Touched.One::id).filter(outside::contains).toList();
    }

    /// @throws BadInput UNKNOWN_CHANGE also for another facility's
    @Transactional(readOnly = true)
    MassChange get(UUID id) {
        MassChange change = rows.find(id).orElseThrow(() -> new BadInput("id", "UNKNOWN_CHANGE"));
        staff.require(record.list(List.of(change.schedule())).getFirst().facilityId());
        return change;
    }

    List<MassChange.Left> listLeft(MassChange change) {
        return rows.listLeft(change.id(), MOST_LEFT_SHOWN);
    }
}
