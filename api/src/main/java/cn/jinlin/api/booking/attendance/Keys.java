package cn.jinlin.api.booking.attendance;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import cn.jinlin.api.graphql.GlobalId;

/// Global ids whose key is a UUID.
final class Keys {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Keys() {}

    static Optional<UUID> find(String type, String id) {
        return GlobalId.find(id)
                .filter(global -> global.type().equals(type) && UUID_TEXT.matcher(global.key()).matches())
                .map(global -> UUID.fromString(global.key()));
    }
}
