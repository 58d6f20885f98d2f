package cn.jinlin.api.notification;

import java.util.List;

import cn.jinlin.api.calendar.TimeOfDay;
import cn.jinlin.api.notification.channel.NotificationChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/// The inputs of the mutations.
final class NotificationInputs {

    private NotificationInputs() {}

    record MarkRead(@Nullable List<String> ids, @Nullable String upTo) {}

    record Update(@Nullable List<Choice> channels, ArgumentValue<Quiet> quietHours) {}

    record Choice(String kind, NotificationChannel channel, boolean wanted) {}

    record Quiet(TimeOfDay from, TimeOfDay to) {}

    record SaveMail(String address) {}

    record ConfirmMail(String code) {}
}
