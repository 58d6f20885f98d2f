package cn.jinlin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A resident in a storm, and what the service has told them so far. Used by one thread at a time.
final class StormResident {

    private final long number;
    private final List<UUID> cancelled = new ArrayList<>();
    private @Nullable Told standing;
    private int unanswered;

    StormResident(long number) {
        this.number = number;
    }

    /// An appointment as they were told of it last.
    record Told(UUID appointment, long slot) {}

    long number() {
        return number;
    }

    UUID id() {
        return BookingData.resident(number);
    }

    @Nullable
    Told standing() {
        return standing;
    }

    /// What they have called off, and were told so.
    List<UUID> cancelled() {
        return cancelled;
    }

    /// Acts of theirs that never got a final answer.
    int unanswered() {
        return unanswered;
    }

    void booked(UUID appointment, long slot) {
        standing = new Told(appointment, slot);
    }

    void cancelled(UUID appointment) {
        cancelled.add(appointment);
        standing = null;
    }

    void leftWithoutAnswer() {
        unanswered++;
    }
}
