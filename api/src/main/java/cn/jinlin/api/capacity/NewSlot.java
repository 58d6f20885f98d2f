package cn.jinlin.api.capacity;

import java.time.Instant;

/// A slot to be made.
///
/// @param series what it belongs to, an id of the sequence `slot_series`
/// @param releasesAt from when residents may ask for places
/// @param closesAt until when they may
/// @param flowsBackAt from when kept places are everybody's
/// @param capacity places in all; those not kept for another way of coming are for residents online
public record NewSlot(long series, Instant startsAt, Instant endsAt, Instant releasesAt, Instant closesAt,
        Instant flowsBackAt, int capacity, int phone, int walkIn, int priority) {

    int online() {
        return capacity - phone - walkIn - priority;
    }
}
