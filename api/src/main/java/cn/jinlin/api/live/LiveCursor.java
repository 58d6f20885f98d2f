package cn.jinlin.api.live;

import java.util.Optional;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;

/// A place in a topic, opaque to clients.
final class LiveCursor {

    private static final String TYPE = "Live";

    private LiveCursor() {}

    static String write(long position) {
        return GlobalId.of(TYPE, position);
    }

    /// @throws BadInput when the text is no such cursor
    static long read(String field, String cursor) {
        Optional<Long> position = GlobalId.findNumber(TYPE, cursor);
        return position.orElseThrow(() -> new BadInput(field, "NOT_A_LIVE_CURSOR"));
    }
}
