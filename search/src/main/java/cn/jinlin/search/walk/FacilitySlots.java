package cn.jinlin.search.walk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Small numbers for the facilities of one category, used again when one closes.
final class FacilitySlots {

    private final Map<Long, Stop> stops = new HashMap<>();
    private final IntList free = new IntList();
    private long[] ids = new long[16];
    private int used;

    /// A facility on the network.
    record Stop(int slot, Attachment at) {}

    FacilitySlots() {}

    FacilitySlots(FacilitySlots other) {
        stops.putAll(other.stops);
        for (int i = 0; i < other.free.size(); i++) {
            free.add(other.free.get(i));
        }
        ids = other.ids.clone();
        used = other.used;
    }

    void clear() {
        stops.clear();
        free.clear();
        used = 0;
    }

    int add(long id, Attachment at) {
        int slot = free.size() > 0 ? free.removeLast() : used++;
        if (slot == ids.length) {
            ids = Arrays.copyOf(ids, slot * 2);
        }
        ids[slot] = id;
        stops.put(id, new Stop(slot, at));
        return slot;
    }

    @Nullable
    Stop remove(long id) {
        Stop stop = stops.remove(id);
        if (stop != null) {
            free.add(stop.slot);
        }
        return stop;
    }

    int slot(long id) {
        Stop stop = stops.get(id);
        if (stop == null) {
            throw new IllegalStateException("no facility " + id + " here");
        }
        return stop.slot;
    }

    long id(int slot) {
        return ids[slot];
    }

    long[] copyOfIds() {
        return Arrays.copyOf(ids, used);
    }
}
