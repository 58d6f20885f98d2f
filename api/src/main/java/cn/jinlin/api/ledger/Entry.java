package cn.jinlin.api.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// An entry of a chain.
///
/// @param number 1 for the first; without gaps
/// @param id what appending it gave
/// @param at when it was appended, to the microsecond
/// @param kind what it records
/// @param payload as it was given; null once erased
public record Entry(long number, long id, Instant at, String kind, @Nullable String payload) {}
