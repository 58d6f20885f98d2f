package cn.jinlin.api.booking.release;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The order that follows from a seed. Anyone who has the seed and the numbers computes the same: each number, as decimal
/// ASCII digits, is put through HMAC-SHA-256 (RFC 2104, FIPS 180-4) with the seed's 32 bytes as key, and the numbers are
/// sorted by the results, compared as unsigned bytes from the left.
final class Draw {

    private static final String HMAC = "HmacSHA256";

    private Draw() {}

    /// @param mark hexadecimal: its order is that of the bytes
    private record Lot(long number, String mark) {}

    /// What is published before the draw: SHA-256 of the seed.
    static byte[] commitment(byte[] seed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(seed);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    static List<Long> order(byte[] seed, Collection<Long> numbers) {
        Mac mac = mac(seed);
        return numbers.stream()
                .map(number -> new Lot(number, HexFormat.of()
                        .formatHex(mac.doFinal(Long.toString(number).getBytes(StandardCharsets.US_ASCII)))))
                .sorted(Comparator.comparing(Lot::mark))
                .map(Lot::number)
                .toList();
    }

    private static Mac mac(byte[] seed) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(seed, HMAC));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
