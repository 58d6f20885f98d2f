package cn.jinlin.api.account.staff.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import cn.jinlin.api.graphql.BadInput;
import org.springframework.stereotype.Component;

/// Which passwords and user names there may be. Length counts, and not being guessed; no rule about kinds of characters,
/// no expiry (NIST SP 800-63B, 5.1.1.2).
@Component
class PasswordPolicy {

    static final int LONGEST = 128;
    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]");
    /// Of so few different characters that it is a pattern rather than a password.
    private static final int FEWEST_DIFFERENT = 5;
    private static final String ROWS = "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm";

    private final int shortest;
    private final Set<String> common;

    PasswordPolicy(PasswordSettings settings) {
        shortest = settings.shortest();
        common = read();
    }

    /// @return the name as it is kept
    /// @throws BadInput when it is none
    String requireUserName(String typed) {
        String name = fold(typed);
        if (!USER_NAME.matcher(name).matches()) {
            throw new BadInput("input.userName", "NOT_A_USER_NAME");
        }
        return name;
    }

    /// The form by which names are compared.
    static String fold(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /// @throws BadInput saying what is wrong with it
    void require(String password, String userName, String field) {
        String path = "input." + field;
        int length = password.codePointCount(0, password.length());
        if (length < shortest) {
            throw new BadInput(path, "PASSWORD_TOO_SHORT", shortest);
        }
        if (length > LONGEST) {
            throw new BadInput(path, "PASSWORD_TOO_LONG", LONGEST);
        }
        String folded = fold(password);
        if (folded.contains(userName)) {
            throw new BadInput(path, "PASSWORD_CONTAINS_USER_NAME");
        }
        if (isCommon(folded)) {
            throw new BadInput(path, "PASSWORD_TOO_COMMON");
        }
    }

    private boolean isCommon(String folded) {
        return folded.codePoints().distinct().count() < FEWEST_DIFFERENT || ROWS.contains(folded)
                || ROWS.contains(new StringBuilder(folded).reverse())
                // Digits and signs put around a common word do not hide it.
                || common.contains(folded) || common.contains(folded.replaceAll("^[^a-z]+|[^a-z]+$", ""));
    }

    private static Set<String> read() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream("/staff/common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
