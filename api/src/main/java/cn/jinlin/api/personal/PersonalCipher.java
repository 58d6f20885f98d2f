package cn.jinlin.api.personal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Service;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Encrypts what the record keeps of a person, and makes the blind index by which it is found again.
///
/// Each text is bound to its purpose (`resident.phone`): a value copied into another column or table does not decrypt.
/// Shape at rest: one byte of version, 12 bytes nonce, AES-256-GCM ciphertext with its 16 byte tag.
@Service
public class PersonalCipher {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec encryption;
    private final SecretKeySpec index;

    PersonalCipher(PersonalDataKey key) {
        byte[] master = key.bytes();
        encryption = new SecretKeySpec(hmac(master, "encryption".getBytes(UTF_8)), "AES");
        index = new SecretKeySpec(hmac(master, "blind-index".getBytes(UTF_8)), "HmacSHA256");
    }

    /// @param purpose table and column, the same when decrypting
    public byte[] encrypt(String purpose, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(text.getBytes(UTF_8));
            return ByteBuffer.allocate(1 + nonce.length + sealed.length).put(VERSION).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java cannot encrypt", impossible);
        }
    }

    /// @throws IllegalStateException when the bytes were altered, moved from another purpose, or belong to another key
    public String decrypt(String purpose, byte[] stored) {
        if (stored.length <= 1 + NONCE_BYTES || stored[0] != VERSION) {
            throw new IllegalStateException("Not a value of " + purpose);
        }
        byte[] nonce = Arrays.copyOfRange(stored, 1, 1 + NONCE_BYTES);
        try {
            return new String(cipher(Cipher.DECRYPT_MODE, purpose, nonce)
                    .doFinal(stored, 1 + NONCE_BYTES, stored.length - 1 - NONCE_BYTES), UTF_8);
        } catch (GeneralSecurityException forged) {
            throw new IllegalStateException("A value of " + purpose + " does not decrypt with this key", forged);
        }
    }

    /// The same text of the same purpose always gives the same 32 bytes; without the key nobody can try texts out.
    public byte[] blindIndex(String purpose, String text) {
        return hmac(index.getEncoded(), (purpose + '\0' + text).getBytes(UTF_8));
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(UTF_8));
        return cipher;
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no HMAC", impossible);
        }
    }
}
