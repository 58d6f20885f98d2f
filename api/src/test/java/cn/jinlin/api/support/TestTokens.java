package cn.jinlin.api.support;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Subject;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/// Access tokens as the issuer would sign them, without going through a sign-in.
@TestComponent
public class TestTokens {

    private final JwtEncoder encoder;

    TestTokens(JwtEncoder encoder) {
        this.encoder = encoder;
    }

    public String resident(UUID id) {
        return sign(new Subject(Subject.Kind.RESIDENT, id), List.of());
    }

    public String staff(UUID id, Duty... duties) {
        return sign(new Subject(Subject.Kind.STAFF, id), Stream.of(duties).map(Duty::toString).toList());
    }

    private String sign(Subject subject, List<String> roles) {
        Instant now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer("jinlin")
                .audience(List.of("jinlin-graphql"))
                .subject(subject.toString())
                .issuedAt(now)
                .expiresAt(now.plusSeconds(600))
                .claim("roles", roles)
                .build();
        return encoder.encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
                .getTokenValue();
    }
}
