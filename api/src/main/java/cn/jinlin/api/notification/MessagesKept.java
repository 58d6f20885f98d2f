package cn.jinlin.api.notification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import cn.jinlin.api.security.Subject;
import org.springframework.stereotype.Component;

/// Messages in the copy of a person's data, and in its erasure.
@Component
class MessagesKept implements PersonalDataSource, PersonalDataEraser {

    private static final Locale LANGUAGE = Languages.CHINESE;

    private final Notifications notifications;

    MessagesKept(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public List<Map<String, String>> list(UUID resident) {
        return notifications.export(subject(resident), LANGUAGE)
                .stream()
                .map(message -> Map.of("at", message.createdAt().toString(), "title", message.title(), "text",
                        message.text()))
                .toList();
    }

    @Override
    public Outcome erase(UUID resident) {
        int messages = list(resident).size();
        notifications.erase(subject(resident));
        return Outcome.removed(messages);
    }

    private static Subject subject(UUID resident) {
        return new Subject(Subject.Kind.RESIDENT, resident);
    }
}
