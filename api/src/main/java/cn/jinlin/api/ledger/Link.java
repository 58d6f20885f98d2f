package cn.jinlin.api.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// How entries are chained, byte by byte, so that anybody can write a verifier of their own. Numbers are big-endian.
///
/// The hash of an entry is SHA-256 over
/// ```
/// previous hash   32 bytes   of the entry before; of the first entry: SHA-256 of "jinlin-journal:" and the journal's name
/// number           8 bytes   1 for the first entry
/// id               8 bytes   the number the entry got when it was written
/// instant          8 bytes   microseconds since 1970-01-01T00:00:00Z
/// digest          32 bytes   SHA-256 over the salt and the payload's UTF-8
/// kind             the rest  UTF-8
/// ```
/// Not for several threads at once.
final class Link {

    static final int HASH_BYTES = 32;
    /// Longest kind the record takes.
    static final int KIND_BYTES = 60;

    private static final int FIXED = HASH_BYTES + 3 * Long.BYTES + HASH_BYTES;

    private final MessageDigest sha256 = sha256();
    private final byte[] bytes = new byte[FIXED + KIND_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);

    /// The previous hash of a journal's first entry.
    static byte[] genesis(String journal) {
        return sha256().digest(("jinlin-journal:" + journal).getBytes(StandardCharsets.UTF_8));
    }

    /// What is chained of a payload.
    static byte[] digest(byte[] salt, byte[] payload) {
        MessageDigest sha256 = sha256();
        sha256.update(salt);
        return sha256.digest(payload);
    }

    byte[] hash(byte[] previous, long number, long id, long micros, byte[] digest, byte[] kind) {
        byte[] hash = new byte[HASH_BYTES];
        hash(previous, number, id, micros, digest, kind, kind.length, hash);
        return hash;
    }

    /// The same without making an object.
    void hash(byte[] previous, long number, long id, long micros, byte[] digest, byte[] kind, int kindLength,
            byte[] into) {
        buffer.clear();
        buffer.put(previous, 0, HASH_BYTES).putLong(number).putLong(id).putLong(micros).put(digest, 0, HASH_BYTES);
        buffer.put(kind, 0, kindLength);
        finish(buffer.position(), into);
    }

    private void finish(int length, byte[] into) {
        try {
            sha256.update(bytes, 0, length);
            sha256.digest(into, 0, HASH_BYTES);
        } catch (DigestException impossible) {
            throw new IllegalStateException("A hash does not fit 32 bytes", impossible);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }
}
