package cn.jinlin.api.account.staff;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.security.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells members of staff of an invitation, and of wrong tries at their account.
@Component
class StaffNews {

    /// Whose account it is, where no unit's name is known yet.
    private static final String PORTAL = "近邻 Jinlin";

    private final Notifications notifications;
    private final Clock clock;

    StaffNews(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    @EventListener
    void onInvitation(StaffInvited invited) {
        tell(invited.staff(), "staff.invited",
                Map.of("unit", PORTAL, "link", invited.link(), "expiresAt", invited.expiresAt().toString()));
    }

    /// After the answer, so that a name that has an account takes no longer to be shut than one that has none. A crash in
    /// between loses the notice, not the lock.
    @TransactionalEventListener
    void onLockout(StaffLockedOut locked) {
        Thread.ofVirtual().name("staff-news").start(() -> tellOfLock(locked));
    }

    private void tellOfLock(StaffLockedOut locked) {
        tell(locked.staff(), "account.locked",
                Map.of("lockedAt", clock.instant().toString(), "openAt", locked.until().toString()));
    }

    private void tell(UUID staff, String kind, Map<String, String> values) {
        notifications.send(new Subject(Subject.Kind.STAFF, staff), kind, values);
    }
}
