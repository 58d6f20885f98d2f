package cn.jinlin.api.notification;

import java.util.List;

import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.PageInfo;
import cn.jinlin.api.graphql.UserError;
import cn.jinlin.api.notification.channel.NotificationChannel;
import org.jspecify.annotations.Nullable;

/// What the API gives back.
final class NotificationViews {

    private NotificationViews() {}

    record OwnConnection(List<Connection.Edge<NotificationNode>> edges, PageInfo pageInfo, int unreadCount,
            String liveCursor) {

        static OwnConnection of(Connection<NotificationNode> page, int unreadCount, String liveCursor) {
            return new OwnConnection(page.edges(), page.pageInfo(), unreadCount, liveCursor);
        }

        public List<NotificationNode> nodes() {
            return edges.stream().map(Connection.Edge::node).toList();
        }
    }

    record Received(String cursor, NotificationNode notification, int unreadCount) {}

    record All(List<Kind> kinds, @Nullable QuietHours quietHours, Address mailAddress) {}

    record Kind(String kind, String name, boolean urgent, List<Wanted> channels) {}

    record Wanted(NotificationChannel channel, boolean wanted) {}

    record Address(@Nullable String confirmed, @Nullable String waiting) {}

    record MarkRead(@Nullable List<NotificationNode> notifications, int unreadCount, List<UserError> userErrors) {}

    record Changed(@Nullable All preferences, List<UserError> userErrors) {}

    record AddressChanged(@Nullable Address mailAddress, List<UserError> userErrors) {}
}
