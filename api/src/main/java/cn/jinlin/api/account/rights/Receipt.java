package cn.jinlin.api.account.rights;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// A number that opens the report of an erasure: twenty characters in groups of four, made to be written down. A hundred
/// random bits; the record keeps only its hash.
record Receipt(String text) {

    /// Crockford's Base32: no letter that looks like a digit.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final Pattern PLAIN = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private static final SecureRandom RANDOM = new SecureRandom();

    static Receipt fresh() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Receipt(text.toString());
    }

    /// Reads what people type: small letters, other or no hyphens, O for 0, I and L for 1.
    static Optional<Receipt> parse(String typed) {
        if (typed.length() > 60) {
            return Optional.empty();
        }
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        return PLAIN.matcher(plain).matches() ? Optional.of(new Receipt(plain)) : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.replace("-", "").getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }

    /// Tells nothing: it belongs in no log.
    @Override
    public String toString() {
        return "Receipt[...]";
    }
}
