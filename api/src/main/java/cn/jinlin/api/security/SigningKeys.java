package cn.jinlin.api.security;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys that sign and verify tokens, shared by all nodes through PostgreSQL. The first node makes the first key.
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    /// How often a node may ask for keys it does not know; a forged key id must not become a query each.
    private static final Duration RELOAD_PAUSE = Duration.ofSeconds(10);
    private static final int LOCK = 401;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile JWKSet keys = new JWKSet();
    private volatile Instant loadedAt = Instant.EPOCH;

    SigningKeys(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> found = selector.select(keys);
        if (found.isEmpty() && loadedAt.plus(RELOAD_PAUSE).isBefore(Instant.now())) {
            load();
            found = selector.select(keys);
        }
        return found;
    }

    private synchronized void load() {
        List<String> stored = transaction.execute(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, _) -> true).single();
            List<String> present = list();
            if (!present.isEmpty()) {
                return present;
            }
            JWK fresh = generate();
            jdbc.sql("insert into signing_key (kid, private_jwk) values (?, ?)")
                    .param(fresh.getKeyID())
                    .param(fresh.toJSONString())
                    .update();
            return list();
        });
        keys = new JWKSet(stored.stream().map(SigningKeys::parse).toList());
        loadedAt = Instant.now();
    }

    private List<String> list() {
        return jdbc.sql("select private_jwk from signing_key order by created_at desc")
                .query((row, _) -> row.getString("private_jwk"))
                .list();
    }

    private static JWK generate() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This Java has no RSA", impossible);
        }
    }

    private static JWK parse(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException broken) {
            // The text holds a private key: it must not reach a log.
            throw new IllegalStateException("A row of signing_key is no JWK");
        }
    }
}
