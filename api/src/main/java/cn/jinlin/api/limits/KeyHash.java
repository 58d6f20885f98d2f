package cn.jinlin.api.limits;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Turns addresses, accounts and phone numbers into keys for Redis that tell nothing to who reads them there. The secret
/// lies in the record, because all nodes need the same; a plain hash of an address would be found by trying them all.
@Component
class KeyHash {

    private static final String PREFIX = "jinlin:limit:";
    private static final int SECRET_BYTES = 32;
    private static final int KEPT_BYTES = 16;

    private final JdbcClient jdbc;
    private volatile @Nullable SecretKeySpec secret;

    KeyHash(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    byte[] of(String purpose, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret());
            mac.update((purpose + ":").getBytes(StandardCharsets.UTF_8));
            byte[] hash = mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
            return (PREFIX + purpose + ":" + HexFormat.of().formatHex(Arrays.copyOf(hash, KEPT_BYTES)))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no HmacSHA256", impossible);
        }
    }

    private SecretKeySpec secret() {
        SecretKeySpec known = secret;
        if (known == null) {
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            jdbc.sql("insert into limit_secret (secret) values (?) on conflict do nothing").param(fresh).update();
            byte[] kept = jdbc.sql("select secret from limit_secret")
                    .query((row, _) -> row.getBytes("secret"))
                    .single();
            known = new SecretKeySpec(kept, "HmacSHA256");
            secret = known;
        }
        return known;
    }
}
