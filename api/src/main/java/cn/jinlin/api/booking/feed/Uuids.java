package cn.jinlin.api.booking.feed;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Reads keys of global ids.
final class Uuids {

    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Uuids() {}

    static Optional<UUID> find(String text) {
        return TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
