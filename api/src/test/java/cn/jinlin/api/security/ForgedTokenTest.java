package cn.jinlin.api.security;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import cn.jinlin.api.support.GraphQl;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import static org.assertj.core.api.Assertions.assertThat;

@SignedInTest
class ForgedTokenTest {

    private static final String ASK = "{ mySessions { id } }";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private JwtEncoder encoder;
    @Autowired
    private Clock clock;

    @Test
    void aTokenAsTheIssuerMakesItIsTaken() {
        assertThat(status(sign(encoder, _ -> {}))).isEqualTo(200);
    }

    @Test
    void anExpiredTokenIsRefusedButOneThatOtherClocksMayStillThinkGoodIsNot() {
        assertThat(status(expiringIn(Duration.ofSeconds(-59)))).isEqualTo(200);
        assertThat(status(expiringIn(Duration.ofSeconds(-61)))).isEqualTo(401);
    }

    @Test
    void aTokenOfANodeWhoseClockIsFiveMinutesFastIsNotTakenBeforeItsTime() {
        Instant ahead = clock.instant().plus(Duration.ofMinutes(5));
        assertThat(status(sign(encoder, claims -> claims.issuedAt(ahead).notBefore(ahead)))).isEqualTo(401);
        Instant nearly = clock.instant().plusSeconds(59);
        assertThat(status(sign(encoder, claims -> claims.issuedAt(nearly).notBefore(nearly)))).isEqualTo(200);
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        String unsigned = base64("{\"alg\":\"none\"}") + "." + sign(encoder, _ -> {}).split("\\.")[1] + ".";
        assertThat(status(unsigned)).isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherKeyIsRefusedEvenUnderOurKeysName() throws JOSEException {
        String kid = keyId();
        RSAKey forged = new RSAKeyGenerator(2048).keyID(kid).generate();
        var forger = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(forged)));
        assertThat(status(sign(forger, _ -> {}))).isEqualTo(401);
    }

    @Test
    void aTokenForAnotherAudienceOrOfAnotherIssuerIsRefused() {
        assertThat(status(sign(encoder, claims -> claims.audience(List.of("another"))))).isEqualTo(401);
        assertThat(status(sign(encoder, claims -> claims.issuer("http://localhost:9999")))).isEqualTo(401);
    }

    @Test
    void aTokenOfNoKnownKindOfPersonOrWithoutAnEndIsRefused() {
        assertThat(status(sign(encoder, claims -> claims.subject("anna")))).isEqualTo(401);
        assertThat(status(sign(encoder, claims -> claims.claims(all -> all.remove("exp"))))).isEqualTo(401);
    }

    @Test
    void headersBeyondAllMeasureAreRefused() {
        assertThat(status("a".repeat(5_000))).isEqualTo(401);
        assertThat(status("a".repeat(100_000))).isEqualTo(400);
    }

    @Test
    void theRefusalIsInTheCallersLanguageAndSaysNothingOfTheReason() {
        Browser.Answer refused = new Browser(graphQl.address()).with("Accept-Language", "zh-CN")
                .with("Authorization", "Bearer " + expiringIn(Duration.ofHours(-1)))
                .graphql(ASK);
        assertThat(refused.text("/errors/0/extensions/code")).isEqualTo("TOKEN_REFUSED");
        assertThat(refused.text("/errors/0/message")).contains("请重新登录");
    }

    private String expiringIn(Duration life) {
        Instant end = clock.instant().plus(life);
        return sign(encoder, claims -> claims.issuedAt(end.minusSeconds(600))
                .notBefore(end.minusSeconds(600))
                .expiresAt(end));
    }

    private String sign(JwtEncoder with, Consumer<JwtClaimsSet.Builder> change) {
        Instant now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer("http://localhost:8080")
                .audience(List.of(TokenIssuer.AUDIENCE))
                .subject("resident:" + UUID.randomUUID())
                .issuedAt(now)
                .expiresAt(now.plusSeconds(600))
                .claim("roles", List.of());
        change.accept(claims);
        var header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return with.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    private String keyId() {
        return new Browser(graphQl.address()).get("/oauth2/jwks").text("/keys/0/kid");
    }

    private int status(String token) {
        return new Browser(graphQl.address()).with("Authorization", "Bearer " + token).graphql(ASK).status();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
