package cn.jinlin.api.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Seals the end of each chain with a key that is not in the database: whoever rewrites a whole chain there, its end
/// included, cannot seal it.
@Component
class HeadSeal {

    private static final int LEAST_KEY_BYTES = 32;

    private final @Nullable SecretKeySpec key;

    /// @param key Base64 of at least 32 random bytes; empty to go without
    HeadSeal(@Value("${jinlin.ledger.head-key:}") String key) {
        this.key = key.isBlank() ? null : new SecretKeySpec(decode(key.strip()), "HmacSHA256");
    }

    private static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException("jinlin.ledger.head-key needs at least 32 bytes");
        }
        return bytes;
    }

    boolean isKept() {
        return key != null;
    }

    /// Null where no key is configured.
    byte @Nullable [] of(Head head) {
        if (key == null) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((head.journal() + ":").getBytes(StandardCharsets.UTF_8));
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(head.number()).flip());
            return mac.doFinal(head.hash());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no HmacSHA256", impossible);
        }
    }

    /// Whether a head is as it was sealed; always, where no key is configured.
    boolean fits(Head head, byte @Nullable [] seal) {
        byte[] right = of(head);
        return right == null || (seal != null && MessageDigest.isEqual(right, seal));
    }
}
