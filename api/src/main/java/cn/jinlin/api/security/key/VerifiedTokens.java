package cn.jinlin.api.security.key;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

import cn.jinlin.api.security.IssuerSettings;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.security.TokenIssuer;
import cn.jinlin.api.security.session.EndedSessions;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Checks access tokens: RS256 by a key of ours, this issuer, this audience, a known kind of subject, in its time, and of
/// a session that has not ended. Asks no store; only a key id it has never seen makes it look for new keys.
///
/// A signature is verified once: the token's hash is remembered for its life. Its time and its session are looked at each
/// time.
@Component
class VerifiedTokens implements JwtDecoder {

    private static final int LONGEST = 4096;
    private static final int MOST = 10_000;

    private final NimbusJwtDecoder verifying;
    private final Duration skew;
    private final Clock clock;
    private final EndedSessions ended;
    private final Cache<ByteBuffer, Verified> verified;

    /// What is looked at each time, read once: reading a claim converts it anew.
    private record Verified(Jwt jwt, Instant begins, Instant ends, @Nullable UUID session) {

        static Verified of(Jwt jwt) {
            String session = jwt.getClaimAsString("sid");
            Instant begins = jwt.getNotBefore();
            return new Verified(jwt, begins == null ? Instant.MIN : begins, Objects.requireNonNull(jwt.getExpiresAt()),
                    session == null ? null : UUID.fromString(session));
        }

        boolean isInItsTime(Instant now, Duration skew) {
            return !now.minus(skew).isAfter(ends) && !now.plus(skew).isBefore(begins);
        }
    }

    VerifiedTokens(SigningKeys keys, EndedSessions ended, IssuerSettings settings, Clock clock) {
        this.ended = ended;
        this.skew = settings.tokens().skew();
        this.clock = clock;
        verifying = NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
        verifying.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(settings.issuer().toString()),
                new JwtClaimValidator<Collection<String>>("aud",
                        audience -> audience != null && audience.contains(TokenIssuer.AUDIENCE)),
                new JwtClaimValidator<String>("sub", VerifiedTokens::isSubject),
                VerifiedTokens::ends));
        verified = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofMinutes(10)).build();
    }

    @Override
    public Jwt decode(String token) {
        if (token.length() > LONGEST) {
            throw new BadJwtException("Longer than any token of this service");
        }
        Verified known = verified.get(hash(token), _ -> Verified.of(verifying.decode(token)));
        if (!known.isInItsTime(clock.instant(), skew)) {
            throw new BadJwtException("Not in its time");
        }
        if (known.session() != null && ended.isEnded(known.session())) {
            throw new BadJwtException("Its session has ended");
        }
        return known.jwt();
    }

    private static boolean isSubject(String sub) {
        try {
            return sub != null && Subject.parse(sub).toString().equals(sub);
        } catch (IllegalArgumentException notOurs) {
            return false;
        }
    }

    private static OAuth2TokenValidatorResult ends(Jwt jwt) {
        return jwt.getExpiresAt() == null
                ? OAuth2TokenValidatorResult.failure(
                        new org.springframework.security.oauth2.core.OAuth2Error("invalid_token", "It has no end",
                                null))
                : OAuth2TokenValidatorResult.success();
    }

    /// Its hash rather than the token itself: what is in memory cannot be used by whoever reads it.
    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }
}
