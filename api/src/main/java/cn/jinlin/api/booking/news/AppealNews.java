package cn.jinlin.api.booking.news;

import java.util.Map;

import cn.jinlin.api.booking.attendance.AppealDecided;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.security.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells people what became of their appeal. Decisions are few and nobody waits for them, so this needs no note.
@Component
class AppealNews {

    private final Audience audience;
    private final Notifications notifications;

    AppealNews(Audience audience, Notifications notifications) {
        this.audience = audience;
        this.notifications = notifications;
    }

    @EventListener
    void onDecided(AppealDecided decided) {
        audience.list(decided.person(), decided.actor(), null)
                .forEach(reader -> notifications.send(new Subject(Subject.Kind.RESIDENT, reader.resident()),
                        decided.accepted() ? "booking.appeal_accepted" : "booking.appeal_rejected",
                        Map.of("who", reader.who(), "service",
                                Languages.pick(reader.language(), decided.service(), decided.serviceEn()), "number",
                                decided.number(), "reason", decided.reason())));
    }
}
