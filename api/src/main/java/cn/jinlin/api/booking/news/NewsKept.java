package cn.jinlin.api.booking.news;

import java.time.Duration;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.RetentionRule;
import org.springframework.stereotype.Component;

/// Links in reminders and what was still to be told, in the erasure of a person, and when they have served their time.
/// Its name puts it before the appointments, which afterwards are nobody's.
@Component
class NewsKept implements PersonalDataEraser, RetentionRule {

    private static final Duration UNTOLD = Duration.ofDays(7);
    private static final Duration REMINDED = Duration.ofDays(30);

    private final NewsRows news;
    private final Reminders reminders;
    private final ReminderLinks links;

    NewsKept(NewsRows news, Reminders reminders, ReminderLinks links) {
        this.news = news;
        this.reminders = reminders;
        this.links = links;
    }

    @Override
    public String name() {
        return "appointment-links";
    }

    @Override
    public Outcome erase(UUID resident) {
        return Outcome.removed(links.forget(resident) + news.forget(resident));
    }

    @Override
    public int apply() {
        return links.deleteOver() + news.deleteOlderThan(UNTOLD) + reminders.deleteOlderThan(REMINDED);
    }
}
