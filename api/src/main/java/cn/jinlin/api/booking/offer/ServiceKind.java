package cn.jinlin.api.booking.offer;

/// What a booking is for.
public enum ServiceKind {
    COUNTER, HEALTH,
    /// Hired from when to when: it has no slots, only opening periods in which intervals lie.
    ROOM, COURSE, HOME_VISIT
}
