package cn.jinlin.api.security.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

import cn.jinlin.api.personal.PersonalCipher;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Refresh tokens and device secrets: 256 bits, in Base64 for addresses. The record keeps their hashes only.
@Component
class Secrets {

    private static final int BYTES = 32;
    private static final String SUCCESSOR = "refresh_token.successor";

    private final SecureRandom random = new SecureRandom();
    private final PersonalCipher cipher;

    Secrets(PersonalCipher cipher) {
        this.cipher = cipher;
    }

    String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return encode(bytes);
    }

    /// The refresh token that follows one: the same for the same salt, so that an answer that was lost on its way can be
    /// given again although nobody kept it. Whoever lacks the key or the salt cannot compute it.
    String successor(String token, String salt) {
        return encode(cipher.blindIndex(SUCCESSOR, salt + token));
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
