package cn.jinlin.api.security.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.security.IssuerSettings;
import cn.jinlin.api.security.TokenIssuer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Signing keys at rest: encrypted with a key that is not in the record.
@Repository
class KeyRows {

    /// How long before it signs a key is published, so that whoever keeps the published ones for a while knows it by then.
    static final Duration NOTICE = Duration.ofDays(1);
    private static final String PURPOSE = "signing_key.private";
    private static final int LOCK = 401;

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final IssuerSettings.Tokens tokens;

    KeyRows(JdbcClient jdbc, PersonalCipher cipher, IssuerSettings settings) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.tokens = settings.tokens();
    }

    /// Makes the first key, or the next where its time has come, drops those of which no token can live any more, and
    /// gives what there is: the one that signs now, then the older ones, then the one that will sign.
    @Transactional
    public List<JWK> keep() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((_, _) -> true).single();
        encryptPlain();
        if (isNextDue()) {
            add(generate());
        }
        dropSpent();
        return list();
    }

    /// Earlier versions kept key pairs as they are.
    private void encryptPlain() {
        jdbc.sql("select kid, private_jwk from signing_key where private_jwk is not null")
                .query((row, _) -> parse(row.getString("private_jwk")))
                .list()
                .forEach(pair -> jdbc
                        .sql("update signing_key set private_jwk = null, private_cipher = ? where kid = ?")
                        .param(cipher.encrypt(PURPOSE, pair.toJSONString()))
                        .param(pair.getKeyID())
                        .update());
    }

    private boolean isNextDue() {
        return jdbc.sql("""
                select coalesce(max(signs_from) + make_interval(secs => ?) <= now(), true) from signing_key""")
                .param(tokens.signing().minus(NOTICE).toSeconds())
                .query(Boolean.class)
                .single();
    }

    private void add(JWK pair) {
        jdbc.sql("""
                insert into signing_key (kid, private_cipher, signs_from)
                select ?, ?, greatest(now(), max(signs_from) + make_interval(secs => ?)) from signing_key""")
                .param(pair.getKeyID())
                .param(cipher.encrypt(PURPOSE, pair.toJSONString()))
                .param(tokens.signing().toSeconds())
                .update();
    }

    /// A key is spent when its successor has signed for longer than any token lives.
    private void dropSpent() {
        jdbc.sql("""
                delete from signing_key old where exists (select 1 from signing_key next
                where next.signs_from > old.signs_from and next.signs_from + make_interval(secs => ?) < now())""")
                .param(TokenIssuer.longest().plus(NOTICE).toSeconds())
                .update();
    }

    private List<JWK> list() {
        return jdbc.sql("""
                select private_cipher from signing_key
                order by signs_from > now(), signs_from desc""").query(this::read).list();
    }

    private JWK read(ResultSet row, int number) throws SQLException {
        return parse(cipher.decrypt(PURPOSE, row.getBytes("private_cipher")));
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
