package cn.jinlin.api.booking.slot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import cn.jinlin.api.booking.offer.OpenSpan;
import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.OnFoot;
import org.jspecify.annotations.Nullable;

/// Slots by facility.
///
/// @param unpublishedFrom first day of which nobody knows yet whether it is a working day
record SlotsAnswer(List<OfFacility> facilities, @Nullable LocalDate unpublishedFrom) {

    /// @param walk null without a point
    record OfFacility(Facility facility, OnFoot.@Nullable Walk walk, List<SlotView> slots, List<Room> rooms) {

        /// When the first place can be had; far away when none.
        Instant firstFree() {
            Instant slot = slots.stream()
                    .filter(view -> view.state() == SlotView.State.FREE)
                    .map(view -> view.slot().startsAt())
                    .findFirst()
                    .orElse(Instant.MAX);
            Instant room = rooms.stream()
                    .flatMap(one -> one.free().stream())
                    .map(OpenSpan::from)
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
            return slot.isBefore(room) ? slot : room;
        }
    }

    /// A court or room, and when nobody has it.
    record Room(Schedule schedule, List<OpenSpan> free) {}
}
