package cn.jinlin.api.booking.offer;

/// How wanted places go out.
public enum SlotRelease {
    AT_ONCE, WAITING_ROOM, LOTTERY
}
