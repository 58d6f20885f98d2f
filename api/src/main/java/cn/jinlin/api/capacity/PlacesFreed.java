package cn.jinlin.api.capacity;

/// Places of a slot came back, or it was enlarged. Told in the transaction that does it, with the slot locked, so that
/// whoever waits can be given them before anybody else sees them.
public record PlacesFreed(long slot) {}
