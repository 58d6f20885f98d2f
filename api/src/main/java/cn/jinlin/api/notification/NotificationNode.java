package cn.jinlin.api.notification;

import java.time.Instant;
import java.util.List;

import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.notification.channel.NotificationChannel;
import org.jspecify.annotations.Nullable;

/// A message as its owner sees it, in the language asked for.
record NotificationNode(String id, long number, String kind, String title, String text, boolean urgent,
        @Nullable String path, Instant createdAt, @Nullable Instant readAt, int templateVersion,
        List<Delivery> deliveries) {

    record Delivery(NotificationChannel channel, String state, Instant changedAt) {}

    String cursor() {
        return Connection.cursor(number);
    }
}
