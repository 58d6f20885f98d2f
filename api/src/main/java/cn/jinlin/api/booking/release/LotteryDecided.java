package cn.jinlin.api.booking.release;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A chance was drawn. Told in the transaction that draws.
///
/// @param actor who entered it, for themselves or for the person
/// @param heldUntil until when the place has to be booked; null for who did not win and stands in the line now
public record LotteryDecided(UUID entry, UUID actor, UUID person, @Nullable Instant heldUntil) {}
