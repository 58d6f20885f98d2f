package cn.jinlin.api.booking.news;

import java.time.Duration;

/// When people are reminded. Whoever booked, moved or confirmed later than that is not: they know.
enum ReminderKind {
    DAY("booking.reminder_day", Duration.ofDays(1), Duration.ofHours(2)),
    HOURS("booking.reminder_hours", Duration.ofHours(2), Duration.ZERO);

    private final String message;
    private final Duration before;
    private final Duration until;

    ReminderKind(String message, Duration before, Duration until) {
        this.message = message;
        this.before = before;
        this.until = until;
    }

    String message() {
        return message;
    }

    /// So long before the start it goes out.
    Duration before() {
        return before;
    }

    /// Less than that before the start it goes out no more, whatever kept it.
    Duration until() {
        return until;
    }
}
