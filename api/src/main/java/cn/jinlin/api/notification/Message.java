package cn.jinlin.api.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A message as the record has it.
///
/// @param number orders a person's messages; the higher the newer
record Message(UUID id, long number, String kind, int templateVersion, Map<String, String> values, Instant createdAt,
        @Nullable Instant readAt) {

    /// Not the values: they are personal.
    @Override
    public String toString() {
        return "Message[" + id + ", " + kind + "]";
    }
}
