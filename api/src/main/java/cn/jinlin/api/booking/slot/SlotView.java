package cn.jinlin.api.booking.slot;

import java.time.Instant;

import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.facility.Facility;

/// A slot as somebody sees it at a moment.
///
/// @param party so many places they need
/// @param priority they may use places kept for that
public record SlotView(SlotRecord slot, Schedule schedule, BookableService service, Facility facility, Instant now,
        int party, boolean priority) {

    /// Whether a place can be had.
    public enum State {
        FREE, FULL, NOT_YET, CLOSED
    }

    public int free() {
        return priority
                ? Math.max(slot.freeFor(Pool.ONLINE, now), slot.freeFor(Pool.PRIORITY, now))
                : slot.freeFor(Pool.ONLINE, now);
    }

    public State state() {
        if (!slot.open() || !now.isBefore(slot.closesAt()) || !now.isBefore(slot.startsAt())) {
            return State.CLOSED;
        }
        if (now.isBefore(slot.releasesAt())) {
            return State.NOT_YET;
        }
        return free() >= party ? State.FREE : State.FULL;
    }
}
