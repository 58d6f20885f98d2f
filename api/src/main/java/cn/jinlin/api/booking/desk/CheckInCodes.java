package cn.jinlin.api.booking.desk;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.personal.PersonalCipher;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/// The text of the QR code by which people check in: `JL:<number>:<check>`. It names nobody. The check part needs the
/// service's key: nobody can make codes for numbers they guess.
@Component
public class CheckInCodes {

    private static final String PREFIX = "JL:";
    private static final String PURPOSE = "desk.check-in";
    private static final int CHECK_BYTES = 8;
    private static final int LONGEST = 80;

    private final PersonalCipher cipher;

    CheckInCodes(PersonalCipher cipher) {
        this.cipher = cipher;
    }

    public String write(String number) {
        return PREFIX + number + ':' + HexFormat.of().formatHex(check(number));
    }

    /// The appointment's number, of a QR code's text or as somebody typed it.
    ///
    /// @throws BadInput NOT_A_CHECK_IN_CODE
    String read(String typed, String field) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new BadInput(field, "NOT_A_CHECK_IN_CODE");
        }
        if (!text.startsWith(PREFIX)) {
            return text.toUpperCase(Locale.ROOT);
        }
        int colon = text.lastIndexOf(':');
        String number = colon < PREFIX.length() ? "" : text.substring(PREFIX.length(), colon);
        String expected = HexFormat.of().formatHex(check(number));
        if (!MessageDigest.isEqual(expected.getBytes(US_ASCII),
                text.substring(colon + 1).getBytes(UTF_8))) {
            throw new BadInput(field, "NOT_A_CHECK_IN_CODE");
        }
        return number;
    }

    private byte[] check(String number) {
        return Arrays.copyOf(cipher.blindIndex(PURPOSE, number), CHECK_BYTES);
    }
}
