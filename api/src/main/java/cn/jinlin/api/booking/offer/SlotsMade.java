package cn.jinlin.api.booking.offer;

/// Slots of a service were looked at and made where they were missing. Told in the transaction that does it.
public record SlotsMade(long service) {}
