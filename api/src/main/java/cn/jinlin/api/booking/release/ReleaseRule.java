package cn.jinlin.api.booking.release;

import java.time.Duration;
import java.time.Instant;

/// How places of a service go out.
///
/// @param roomOpens the waiting room opens so long before the hour
/// @param roomPerSecond so many are let in a second
/// @param roomLasts so long after the hour a ticket is needed
/// @param lotteryHold so long a drawn place is held for who won it
/// @param noTransfer so long after cancelling nobody takes the same place for somebody else
record ReleaseRule(Duration roomOpens, int roomPerSecond, Duration roomLasts, Duration lotteryHold,
        Duration noTransfer) {

    /// When whoever has a place in the line is let in.
    ///
    /// @param place from 1
    Instant admission(Instant from, int place) {
        return from.plusNanos((place - 1) * (1_000_000_000L / roomPerSecond));
    }

    Duration step() {
        return Duration.ofNanos(1_000_000_000L / roomPerSecond);
    }

    // Named as the GraphQL type has them.
    public long roomOpensMinutes() {
        return roomOpens.toMinutes();
    }

    public int admitsPerSecond() {
        return roomPerSecond;
    }

    public long roomLastsMinutes() {
        return roomLasts.toMinutes();
    }

    public long lotteryHoldHours() {
        return lotteryHold.toHours();
    }

    public long noTransferHours() {
        return noTransfer.toHours();
    }
}
