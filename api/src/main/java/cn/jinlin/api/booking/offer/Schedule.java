package cn.jinlin.api.booking.offer;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.api.graphql.Languages;
import org.jspecify.annotations.Nullable;

/// When one counter, room or person of a facility offers a service, in the words of Open Referral HSDS.
///
/// @param id also the series its slots and intervals belong to
/// @param resource the counter, room or person: 3 号窗口, 多功能厅, 王医生
/// @param durationMinutes of a slot, 5 to 1440; of a ROOM the step on which intervals begin and end
/// @param bufferMinutes between two slots
/// @param capacity places of a slot, of which `roomPhone`, `roomWalkIn` and `roomPriority` are kept at first
/// @param flowBackMinutes before the start, when kept places go to all
/// @param leadMinutes before the start, when booking ends
/// @param horizonDays so many days ahead slots are made, today being the first
/// @param releaseDays so many days before its day a slot's places go out, at `releaseAt` in Asia/Shanghai
/// @param version grows with each change
public record Schedule(long id, long serviceId, long facilityId, String resource, @Nullable String resourceEn,
        List<ScheduleLine> lines, HolidayPolicy holidayPolicy, int durationMinutes, int bufferMinutes, int capacity,
        int roomPhone, int roomWalkIn, int roomPriority, int flowBackMinutes, int leadMinutes, int horizonDays,
        int releaseDays, LocalTime releaseAt, State state, long version) {

    public static final String TYPE = "Schedule";

    /// Slots are made of published ones only.
    public enum State {
        DRAFT, PUBLISHED, CLOSED
    }

    public String resource(Locale locale) {
        return Languages.pick(locale, resource, resourceEn);
    }

    Schedule named(String name, @Nullable String nameEn) {
        return new Schedule(id, serviceId, facilityId, name, nameEn, lines, holidayPolicy, durationMinutes,
                bufferMinutes, capacity, roomPhone, roomWalkIn, roomPriority, flowBackMinutes, leadMinutes, horizonDays,
                releaseDays, releaseAt, state, version);
    }

    Schedule as(long known, long atVersion) {
        return new Schedule(known, serviceId, facilityId, resource, resourceEn, lines, holidayPolicy, durationMinutes,
                bufferMinutes, capacity, roomPhone, roomWalkIn, roomPriority, flowBackMinutes, leadMinutes, horizonDays,
                releaseDays, releaseAt, state, atVersion);
    }

    Schedule in(State other) {
        return new Schedule(id, serviceId, facilityId, resource, resourceEn, lines, holidayPolicy, durationMinutes,
                bufferMinutes, capacity, roomPhone, roomWalkIn, roomPriority, flowBackMinutes, leadMinutes, horizonDays,
                releaseDays, releaseAt, other, version);
    }

    /// Places that anybody can book from the release on.
    public int roomOnline() {
        return capacity - roomPhone - roomWalkIn - roomPriority;
    }
}
