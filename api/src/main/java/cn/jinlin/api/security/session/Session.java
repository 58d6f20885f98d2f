package cn.jinlin.api.security.session;

import java.time.Instant;
import java.util.UUID;

import cn.jinlin.api.security.Subject;

/// A sign-in on one device.
///
/// @param client that signed it in
/// @param device as its owner would recognise it
/// @param address without its end
/// @param lastSeenAt when it last asked for a token
public record Session(UUID id, Subject subject, String client, String device, String address, Instant createdAt,
        Instant lastSeenAt) {}
