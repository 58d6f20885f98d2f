package cn.jinlin.bench;

import java.time.Instant;
import java.util.List;

import cn.jinlin.api.JinlinApplication;
import cn.jinlin.api.security.IssuerSettings;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.security.TokenIssuer;
import cn.jinlin.engines.Engines;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/// A node within the benchmark's own process that serves nobody: it signs tokens and does what a benchmark needs done.
final class QuietNode {

    private QuietNode() {}

    static ConfigurableApplicationContext start(Engines engines) {
        return new SpringApplicationBuilder(JinlinApplication.class).web(WebApplicationType.NONE)
                .run("--spring.datasource.url=" + engines.postgres().jdbcUrl(),
                        "--spring.datasource.username=" + engines.postgres().user(),
                        "--spring.datasource.password=" + engines.postgres().password(),
                        "--spring.data.redis.host=" + engines.redis().host(),
                        "--spring.data.redis.port=" + engines.redis().port(),
                        "--jinlin.elasticsearch.uris=" + engines.elasticsearch().url(),
                        "--jinlin.personal-data.key=" + ServiceProcess.PERSONAL_DATA_KEY,
                        "--logging.threshold.console=off", "--jinlin.indexer.enabled=false",
                        "--spring.main.lazy-initialization=true");
    }

    static String token(ConfigurableApplicationContext node, Subject subject) {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer(node.getBean(IssuerSettings.class).issuer().toString())
                .audience(List.of(TokenIssuer.AUDIENCE))
                .subject(subject.toString())
                .issuedAt(now)
                .expiresAt(now.plusSeconds(3600))
                .claim("roles", List.of())
                .build();
        return node.getBean(JwtEncoder.class)
                .encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
                .getTokenValue();
    }
}
