package cn.jinlin.api.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Service;

/// Signs access tokens. Whoever can call it has access to the record itself: the token endpoint, and the operator's
/// command line.
@Service
public class TokenIssuer {

    public static final String AUDIENCE = "jinlin-graphql";
    static final Duration LONGEST = Duration.ofHours(12);
    /// Nobody's account: whoever has the command line needs none.
    static final Subject OPERATOR = new Subject(Subject.Kind.STAFF, new UUID(0, 0));

    private final JwtEncoder encoder;
    private final Clock clock;
    private final IssuerSettings settings;
    private final ObjectProvider<DutiesOfStaff> duties;

    TokenIssuer(JwtEncoder encoder, Clock clock, IssuerSettings settings, ObjectProvider<DutiesOfStaff> duties) {
        this.encoder = encoder;
        this.clock = clock;
        this.settings = settings;
        this.duties = duties;
    }

    /// The longest that any token of this service lives.
    public static Duration longest() {
        return LONGEST;
    }

    /// A bearer token for a person acting in a role.
    ///
    /// @param name who acts; appears in the audit trail
    /// @param life at most 12 hours
    public String issue(String name, Role role, Duration life) {
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A token lives between a second and " + LONGEST.toHours() + " hours");
        }
        return sign(claims(OPERATOR, life).claim("name", name).claim("roles", List.of(role.name()))).getTokenValue();
    }

    /// An access token of a session. Its `roles` are the duties of this moment.
    ///
    /// @param signedInAt when the session began; `auth_time` of OpenID Connect Core
    public Jwt issue(Subject subject, UUID session, Instant signedInAt) {
        return sign(claims(subject, settings.tokens().access()).claim("sid", session.toString())
                .claim("auth_time", signedInAt.getEpochSecond())
                .claim("roles", roles(subject)));
    }

    private List<String> roles(Subject subject) {
        if (subject.kind() != Subject.Kind.STAFF) {
            return List.of();
        }
        DutiesOfStaff known = duties.getIfAvailable();
        return known == null
                ? List.of()
                : known.listDuties(subject.id()).stream().map(Duty::toString).sorted().toList();
    }

    private JwtClaimsSet.Builder claims(Subject subject, Duration life) {
        Instant now = clock.instant();
        return JwtClaimsSet.builder()
                .issuer(settings.issuer().toString())
                .audience(List.of(AUDIENCE))
                .subject(subject.toString())
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(life));
    }

    private Jwt sign(JwtClaimsSet.Builder claims) {
        return encoder.encode(
                JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build()));
    }
}
