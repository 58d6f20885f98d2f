package cn.jinlin.api.security.session;

/// Why a session ended.
enum Ending {
    SIGNED_OUT,
    ENDED_BY_OWNER,
    EVERYWHERE,
    /// A refresh token came back after its successor was in use: one of two holders is not the owner.
    REFRESH_REUSED,
    /// A refresh token came without the secret of its device.
    OTHER_DEVICE,
    /// Somebody signed in on yet another device.
    TOO_MANY,
    /// A domain ended it: a suspension, a lost role, an erasure.
    REVOKED
}
