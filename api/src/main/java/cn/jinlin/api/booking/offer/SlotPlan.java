package cn.jinlin.api.booking.offer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import cn.jinlin.api.capacity.NewSlot;
import cn.jinlin.api.graphql.Scalars;

/// Which slots a schedule should have.
final class SlotPlan {

    private SlotPlan() {}

    /// One slot after another in each span, a pause between two, none that would end after it. Those that have begun are
    /// left out.
    ///
    /// @param spans in which the schedule is open, in order, none overlapping
    static List<NewSlot> of(Schedule schedule, List<OpenSpan> spans, Instant now) {
        Duration length = Duration.ofMinutes(schedule.durationMinutes());
        Duration step = length.plusMinutes(schedule.bufferMinutes());
        var slots = new ArrayList<NewSlot>();
        for (OpenSpan span : spans) {
            for (Instant start = span.from(); !start.plus(length).isAfter(span.to()); start = start.plus(step)) {
                if (start.isAfter(now)) {
                    slots.add(slot(schedule, start, start.plus(length)));
                }
            }
        }
        return slots;
    }

    private static NewSlot slot(Schedule schedule, Instant start, Instant end) {
        Instant closes = start.minus(Duration.ofMinutes(schedule.leadMinutes()));
        return new NewSlot(schedule.id(), start, end, releaseOf(schedule, start, closes), closes,
                start.minus(Duration.ofMinutes(schedule.flowBackMinutes())), schedule.capacity(), schedule.roomPhone(),
                schedule.roomWalkIn(), schedule.roomPriority());
    }

    /// All places of a day go out at one hour. Where that would be after booking has closed, as on a day with earlier
    /// hours than usual, they go out a day before it closes.
    private static Instant releaseOf(Schedule schedule, Instant start, Instant closes) {
        LocalDate day = LocalDate.ofInstant(start, Scalars.SHANGHAI).minusDays(schedule.releaseDays());
        Instant release = day.atTime(schedule.releaseAt()).atZone(Scalars.SHANGHAI).toInstant();
        return release.isBefore(closes) ? release : closes.minus(Duration.ofDays(1));
    }
}
