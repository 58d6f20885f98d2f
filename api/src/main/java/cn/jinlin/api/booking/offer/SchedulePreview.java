package cn.jinlin.api.booking.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// What a change of a schedule does, before it is done.
///
/// @param slotsAdded slots that are made
/// @param slotsChanged slots that get another length, other places or other times of release
/// @param slotsClosed slots without takers that go
/// @param slotsKept slots with takers that the schedule has no hours for; nobody new can book them
/// @param appointments how many stand in those
/// @param touched the first 50 of them, in order of time
/// @param unpublishedFrom no slots are made from this day on, because its year's calendar is not published yet
record SchedulePreview(int slotsAdded, int slotsChanged, int slotsClosed, int slotsKept, int appointments,
        List<Touched.One> touched, @Nullable LocalDate unpublishedFrom) {

    static final SchedulePreview NOTHING = new SchedulePreview(0, 0, 0, 0, 0, List.of(), null);
    private static final int SHOWN = 50;

    SchedulePreview withoutNames() {
        return new SchedulePreview(slotsAdded, slotsChanged, slotsClosed, slotsKept, appointments, List.of(),
                unpublishedFrom);
    }

    /// Both together.
    SchedulePreview and(SchedulePreview other) {
        return new SchedulePreview(slotsAdded + other.slotsAdded, slotsChanged + other.slotsChanged,
                slotsClosed + other.slotsClosed, slotsKept + other.slotsKept, appointments + other.appointments,
                Stream.concat(touched.stream(), other.touched.stream()).limit(SHOWN).toList(), unpublishedFrom);
    }

    static SchedulePreview of(SlotChange change, List<Touched.One> touched, @Nullable LocalDate unpublishedFrom) {
        return new SchedulePreview(change.added().size(), change.changed().size(), change.dropped().size(),
                change.kept().size(), touched.size(), touched.stream().limit(SHOWN).toList(), unpublishedFrom);
    }
}
