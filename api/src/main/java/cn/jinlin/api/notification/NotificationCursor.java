package cn.jinlin.api.notification;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;

/// A place in a person's list.
final class NotificationCursor {

    private static final String TYPE = "NotificationCursor";

    private NotificationCursor() {}

    static String write(long number) {
        return GlobalId.of(TYPE, number);
    }

    /// @throws BadInput when the text is no such cursor
    static long read(String cursor) {
        return GlobalId.findNumber(TYPE, cursor).orElseThrow(() -> new BadInput("after", "BROKEN_CURSOR"));
    }
}
