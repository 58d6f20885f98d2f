package cn.jinlin.api.security;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people's tokens are made and kept.
///
/// @param issuer the public address of this service, without a slash at its end. Everything but `http://localhost` must be
///         `https`, because sign-ins travel in cookies that browsers send over `https` only
/// @param clients other systems that may sign people in, beside the portal and the mini-program
@ConfigurationProperties("jinlin")
public record IssuerSettings(
        @DefaultValue("http://localhost:8080") URI issuer,
        @DefaultValue Tokens tokens,
        @DefaultValue List<Client> clients) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    public IssuerSettings {
        if (!"https".equals(issuer.getScheme()) && !isThisMachine(issuer)) {
            throw new IllegalArgumentException("jinlin.issuer must be an https address, or http://localhost");
        }
        if (issuer.toString().endsWith("/")) {
            throw new IllegalArgumentException("jinlin.issuer must not end with a slash");
        }
    }

    /// How long they live.
    ///
    /// @param access life of an access token
    /// @param idle after which a session that asked for nothing is over
    /// @param session longest life of a session
    /// @param skew by how much other clocks may be wrong
    /// @param signing for how long a key signs
    /// @param away for how long a node may go on without hearing which sessions ended
    public record Tokens(
            @DefaultValue("10m") Duration access,
            @DefaultValue("30d") Duration idle,
            @DefaultValue("180d") Duration session,
            @DefaultValue("60s") Duration skew,
            @DefaultValue("90d") Duration signing,
            @DefaultValue("60s") Duration away) {

        /// How long after its making the last access token of a session can be used anywhere.
        public Duration accessAtMost() {
            return access.plus(skew).plus(skew);
        }
    }

    /// A system that signs people in.
    ///
    /// @param secret hashed, with the name of the hash in front: `{bcrypt}$2a$…`; without one the client is public
    /// @param grants the grant types it may use, beside refreshing
    public record Client(String id, @Nullable String secret, Set<String> grants) {}

    /// Whether cookies may travel only over https.
    public boolean isSecure() {
        return "https".equals(issuer.getScheme());
    }

    private static boolean isThisMachine(URI address) {
        return "http".equals(address.getScheme()) && address.getHost() != null
                && THIS_MACHINE.contains(address.getHost());
    }
}
