package cn.jinlin.api.account.signin.passkey;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A key pair on a device of its owner.
///
/// @param name what its owner calls it
/// @param lastUsedAt null when it never was
public record Passkey(UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
