package cn.jinlin.api.facility.intake.hours;

import java.util.List;
import java.util.Optional;

import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.calendar.ScheduleLine;

/// Weekly hours that were understood.
///
/// @param policy how holidays count, where the text says so
public record ReadHours(List<ScheduleLine> lines, Optional<HolidayPolicy> policy) {

    /// Open on all seven days is open on holidays too, unless the text says otherwise; that is how such notices are
    /// meant.
    public HolidayPolicy policyOrUsual() {
        boolean everyDay = lines.stream().flatMap(line -> line.byday().stream()).distinct().count() == 7;
        return policy.orElse(everyDay ? HolidayPolicy.AS_USUAL : HolidayPolicy.FOLLOWS_CALENDAR);
    }
}
