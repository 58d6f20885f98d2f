package cn.jinlin.api.booking.offer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.capacity.NewSlot;
import cn.jinlin.api.capacity.SlotRecord;

/// What has to happen to a schedule's slots so that they are as planned. Slots that somebody has a place in, and that the
/// plan has no more, stay until staff decide; nothing is made beside them at the same time.
///
/// @param added that are not there yet
/// @param changed that nobody has a place in, or whose hours stay
/// @param dropped that nobody has a place in
/// @param kept that somebody has a place in, though the plan has none there, or fewer places than are taken
/// @param same how many are as they should be
/// @param taken places, in all slots to come
record SlotChange(List<NewSlot> added, List<Changed> changed, List<SlotRecord> dropped, List<SlotRecord> kept,
        int same, long taken) {

    record Changed(SlotRecord slot, NewSlot as) {}

    /// @param there of the schedule, to come, closed ones too
    static SlotChange between(List<SlotRecord> there, List<NewSlot> planned) {
        Map<Instant, NewSlot> byStart = planned.stream()
                .collect(Collectors.toMap(NewSlot::startsAt, Function.identity(), (one, _) -> one));
        var changed = new ArrayList<Changed>();
        var dropped = new ArrayList<SlotRecord>();
        var kept = new ArrayList<SlotRecord>();
        int same = 0;
        for (SlotRecord slot : there) {
            NewSlot as = byStart.remove(slot.startsAt());
            if (as != null && isAlready(slot, as)) {
                same++;
            } else if (as != null && canBecome(slot, as)) {
                changed.add(new Changed(slot, as));
            } else if (slot.taken() > 0) {
                kept.add(slot);
            } else if (slot.open()) {
                dropped.add(slot);
            }
        }
        return new SlotChange(byStart.values().stream().filter(as -> isFree(as, kept)).toList(),
                changed.stream().filter(change -> isFree(change.as(), kept)).toList(), dropped, kept, same,
                there.stream().mapToLong(SlotRecord::taken).sum());
    }

    private static boolean canBecome(SlotRecord slot, NewSlot as) {
        return slot.taken() == 0 || (slot.endsAt().equals(as.endsAt()) && slot.taken() <= as.capacity());
    }

    private static boolean isAlready(SlotRecord slot, NewSlot as) {
        return slot.open() && slot.endsAt().equals(as.endsAt()) && slot.releasesAt().equals(as.releasesAt())
                && slot.closesAt().equals(as.closesAt()) && slot.flowsBackAt().equals(as.flowsBackAt())
                && slot.capacity() == as.capacity() && slot.rooms().phone() == as.phone()
                && slot.rooms().walkIn() == as.walkIn() && slot.rooms().priority() == as.priority();
    }

    /// The counter can serve no others while those are served.
    private static boolean isFree(NewSlot as, List<SlotRecord> kept) {
        return kept.stream()
                .noneMatch(slot -> slot.startsAt().isBefore(as.endsAt()) && as.startsAt().isBefore(slot.endsAt()));
    }

    boolean isNothing() {
        return added.isEmpty() && changed.isEmpty() && dropped.isEmpty();
    }
}
