package cn.jinlin.api.calendar;

/// Why a day's hours are what they are.
public enum OpeningReason {
    REGULAR, EXCEPTION, HOLIDAY, MAKE_UP_WORKDAY,
    /// That year's calendar is not published: the weekly schedule, unconfirmed.
    CALENDAR_UNKNOWN
}
