package cn.jinlin.api.booking.news;

import java.time.Instant;
import java.util.UUID;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentBooked;
import cn.jinlin.api.booking.appointment.AppointmentCancelled;
import cn.jinlin.api.booking.appointment.AppointmentMoved;
import cn.jinlin.api.booking.news.NewsRows.Kind;
import cn.jinlin.api.booking.news.NewsRows.News;
import cn.jinlin.api.booking.release.LotteryDecided;
import cn.jinlin.api.booking.waitlist.WaitlistEntry;
import cn.jinlin.api.booking.waitlist.WaitlistOffered;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Notes, in the transaction of the act, that people have to be told. One insert and no more: while it runs, everybody
/// who wants a place in the same slot waits.
@Component
class AppointmentNews {

    /// The reason of whatever residents call off themselves.
    private static final String BY_RESIDENT = "BY_RESIDENT";

    private final NewsRows rows;
    private final Access access;

    AppointmentNews(NewsRows rows, Access access) {
        this.rows = rows;
        this.access = access;
    }

    @EventListener
    void onBooked(AppointmentBooked booked) {
        note(booked.appointment(), Kind.BOOKED, null, null);
    }

    @EventListener
    void onMoved(AppointmentMoved moved) {
        note(moved.appointment(), Kind.MOVED, moved.from(), null);
    }

    @EventListener
    void onCancelled(AppointmentCancelled cancelled) {
        boolean byResident = cancelled.reason().equals(BY_RESIDENT);
        note(cancelled.appointment(), byResident ? Kind.CANCELLED : Kind.CANCELLED_BY_FACILITY, null,
                byResident ? null : cancelled.reason());
    }

    @EventListener
    void onOffered(WaitlistOffered offered) {
        WaitlistEntry entry = offered.entry();
        if (entry.person() != null && entry.offeredUntil() != null) {
            rows.insert(new News(0, entry.id(), Kind.OFFERED, null, entry.offeredUntil(), null, null));
        }
    }

    @EventListener
    void onDrawn(LotteryDecided drawn) {
        Kind kind = drawn.heldUntil() == null ? Kind.NOT_DRAWN : Kind.DRAWN;
        rows.insert(new News(0, drawn.entry(), kind, null, drawn.heldUntil(), null, null));
    }

    /// Nobody can be told of an appointment of nobody: somebody at the desk without an account, or an erased person.
    private void note(Appointment about, Kind kind, @Nullable Instant before, @Nullable String reason) {
        if (about.person() != null) {
            UUID acting = access.findCaller()
                    .filter(Caller::isResident)
                    .map(caller -> caller.subject().id())
                    .orElse(null);
            rows.insert(new News(0, about.id(), kind, about.startsAt(), before, reason, acting));
        }
    }
}
