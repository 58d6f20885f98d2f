package cn.jinlin.api.account.rights;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/// Whether whoever asks has just proven who they are, and not only kept a device signed in. OpenID Connect Core, `auth_time`.
@Component
class FreshSignIn {

    private final RightsRules rules;
    private final Clock clock;

    FreshSignIn(RightsRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /// False also where the token does not say when its owner signed in.
    boolean isGiven() {
        return signedInAt().filter(at -> at.isAfter(clock.instant().minus(rules.freshSignIn()))).isPresent();
    }

    private static Optional<Instant> signedInAt() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.ofNullable(token.getToken().getClaimAsInstant("auth_time"))
                : Optional.empty();
    }
}
