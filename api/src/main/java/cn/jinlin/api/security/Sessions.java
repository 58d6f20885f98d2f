package cn.jinlin.api.security;

/// The sign-ins of people, for domains that must end them: someone is suspended, loses a role, or is erased.
public interface Sessions {

    /// Ends every session of somebody: refresh tokens at once, access tokens on every node as soon as the calling
    /// transaction is committed and heard of, which takes a fraction of a second.
    ///
    /// @return how many ended
    int endAll(Subject subject);
}
