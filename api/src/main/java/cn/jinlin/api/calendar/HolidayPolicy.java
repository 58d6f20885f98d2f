package cn.jinlin.api.calendar;

/// How a facility treats the State Council's calendar.
public enum HolidayPolicy {
    /// Closed on public holidays, open on make-up working days.
    FOLLOWS_CALENDAR,
    /// Open by its weekly schedule whatever the calendar says.
    AS_USUAL
}
