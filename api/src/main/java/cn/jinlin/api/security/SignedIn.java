package cn.jinlin.api.security;

import java.time.Instant;

/// Somebody signed in. Told in the transaction that opens the session.
///
/// @param device how its owner would recognise it
/// @param isFirst whether no earlier sign-in is remembered
/// @param isKnownDevice whether an earlier one was from the same client on such a device
public record SignedIn(Subject subject, String device, Instant at, boolean isFirst, boolean isKnownDevice) {}
