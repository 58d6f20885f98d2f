package cn.jinlin.api.capacity;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A span of a court or room that somebody holds or has.
///
/// @param heldUntil when a hold lapses; null once it is taken
public record Interval(UUID id, long series, Instant startsAt, Instant endsAt, UUID holder,
        @Nullable Instant heldUntil) {}
