package cn.jinlin.api.booking.attendance;

import java.util.Set;

import cn.jinlin.api.booking.offer.ServiceKind;
import cn.jinlin.api.graphql.BadInput;

/// The rule about not coming. Of the district's own making: no law sets it, so it is data.
///
/// @param graceMinutes nobody came when so many minutes after the end nobody had checked in, 0 to 1,440
/// @param absences so many, 1 to 20,
/// @param withinDays within so many days, 1 to 730,
/// @param blockDays block booking for so many days from the last of them, 1 to 365
/// @param appealDays so many days one can appeal, 1 to 365
/// @param exemptKinds kinds of service that do not count
record AttendanceRule(int graceMinutes, int absences, int withinDays, int blockDays, int appealDays,
        Set<ServiceKind> exemptKinds) {

    AttendanceRule {
        exemptKinds = Set.copyOf(exemptKinds);
    }

    /// @throws BadInput RULE_OUT_OF_RANGE
    void requireInRange() {
        requireWithin("input.graceMinutes", graceMinutes, 0, 1440);
        requireWithin("input.absences", absences, 1, 20);
        requireWithin("input.withinDays", withinDays, 1, 730);
        requireWithin("input.blockDays", blockDays, 1, 365);
        requireWithin("input.appealDays", appealDays, 1, 365);
    }

    private static void requireWithin(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadInput(field, "RULE_OUT_OF_RANGE", least, most);
        }
    }
}
