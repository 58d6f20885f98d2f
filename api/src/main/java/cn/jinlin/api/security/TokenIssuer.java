package cn.jinlin.api.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Service;

/// Signs access tokens. Whoever can call it has access to the record itself: the operator's command line.
@Service
public class TokenIssuer {

    static final String ISSUER = "jinlin";
    static final String AUDIENCE = "jinlin-graphql";
    static final Duration LONGEST = Duration.ofHours(12);
    /// Nobody's account: whoever has the command line needs none.
    static final Subject OPERATOR = new Subject(Subject.Kind.STAFF, new UUID(0, 0));

    private final JwtEncoder encoder;
    private final Clock clock;

    TokenIssuer(JwtEncoder encoder, Clock clock) {
        this.encoder = encoder;
        this.clock = clock;
    }

    /// A bearer token for a person acting in a role.
    ///
    /// @param name who acts; appears in the audit trail
    /// @param life at most 12 hours
    public String issue(String name, Role role, Duration life) {
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A token lives between a second and " + LONGEST.toHours() + " hours");
        }
        Instant now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(AUDIENCE))
                .subject(OPERATOR.toString())
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .claim("name", name)
                .claim("roles", List.of(role.name()))
                .build();
        return encoder.encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
                .getTokenValue();
    }
}
