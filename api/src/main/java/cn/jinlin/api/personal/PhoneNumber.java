package cn.jinlin.api.personal;

import java.util.Optional;
import java.util.regex.Pattern;

/// A mobile number of mainland China: eleven digits, the first a 1, the second 3 to 9.
///
/// Prints itself masked, so that no log or message shows it by accident.
public final class PhoneNumber {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern ORNAMENT = Pattern.compile("[\\s\\-().]");

    private final String digits;

    private PhoneNumber(String digits) {
        this.digits = digits;
    }

    /// Reads what people type: blanks, hyphens, +86 or 0086 in front, full-width digits.
    public static Optional<PhoneNumber> parse(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        String plain = ORNAMENT.matcher(java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC))
                .replaceAll("");
        if (plain.startsWith("+86")) {
            plain = plain.substring(3);
        } else if (plain.startsWith("0086")) {
            plain = plain.substring(4);
        }
        return MOBILE.matcher(plain).matches() ? Optional.of(new PhoneNumber(plain)) : Optional.empty();
    }

    /// Eleven digits. For the cipher and the sender of messages, nobody else.
    public String digits() {
        return digits;
    }

    /// `138****1234`.
    public String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber phone && phone.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }
}
