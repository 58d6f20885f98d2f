package cn.jinlin.api.security.session;

import java.time.Instant;
import java.util.UUID;

import cn.jinlin.api.security.Subject;

/// What a device holds after a sign-in or a renewal.
///
/// @param refreshToken for one use
/// @param deviceSecret that must come with it; the same for the whole session
/// @param signedInAt when the person proved who they are; a renewal proves nothing anew
public record OpenSession(UUID id, Subject subject, String refreshToken, String deviceSecret, Instant signedInAt) {

    /// Tells no secret.
    @Override
    public String toString() {
        return "OpenSession[" + id + "]";
    }
}
