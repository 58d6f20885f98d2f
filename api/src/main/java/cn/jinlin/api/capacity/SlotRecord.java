package cn.jinlin.api.capacity;

import java.time.Instant;

/// A slot as the record has it.
///
/// @param open false once it was closed before its time
/// @param taken places held or taken
public record SlotRecord(long id, long series, Instant startsAt, Instant endsAt, Instant releasesAt, Instant closesAt,
        Instant flowsBackAt, boolean open, int capacity, int taken, Rooms rooms, Rooms takenOf) {

    /// Places by way of coming.
    public record Rooms(int online, int phone, int walkIn, int priority) {

        int of(Pool pool) {
            return switch (pool) {
                case ONLINE -> online;
                case PHONE -> phone;
                case WALK_IN -> walkIn;
                case PRIORITY -> priority;
            };
        }
    }

    /// Places that somebody who comes that way can still get at a moment, whether or not it is the time to ask.
    public int freeFor(Pool pool, Instant now) {
        int free = capacity - taken;
        return Math.max(0, now.isBefore(flowsBackAt) ? Math.min(free, rooms.of(pool) - takenOf.of(pool)) : free);
    }
}
