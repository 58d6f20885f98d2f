package cn.jinlin.api.account.staff.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import cn.jinlin.api.graphql.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordPolicyTest {

    private static final PasswordSettings SMALL = new PasswordSettings(64, 1, 1, 12, 2);

    private final PasswordPolicy policy = new PasswordPolicy(SMALL);

    @ParameterizedTest
    @CsvSource({"short-phrase, PASSWORD_CONTAINS_USER_NAME, phrase", "elevensigns, PASSWORD_TOO_SHORT, wang",
        "Password2026!!, PASSWORD_TOO_COMMON, wang", "woaini1314520, PASSWORD_TOO_COMMON, wang",
        "aaaaaaaaaaaaaa, PASSWORD_TOO_COMMON, wang", "qwertyuiopasdf, PASSWORD_TOO_COMMON, wang",
        "xX-WANG-fang-Xx, PASSWORD_CONTAINS_USER_NAME, wang"})
    void whatIsEasilyGuessedIsRefused(String password, String code, String userName) {
        assertThatThrownBy(() -> policy.require(password, userName, "password"))
                .isInstanceOfSatisfying(BadInput.class, refused -> assertThat(refused.reason()).isEqualTo(code));
    }

    @Test
    void aLongPhraseInAnyScriptIsTaken() {
        assertThatCode(() -> policy.require("梅园路口的红色邮筒向左三步", "wang", "password")).doesNotThrowAnyException();
        assertThatThrownBy(() -> policy.require("ab".repeat(65), "wang", "password")).isInstanceOf(BadInput.class);
    }

    @Test
    void aHashMadeWithLessIsKnownToBeOutdatedAndStillMatches() {
        String weak = new Passwords(SMALL).hash("correct horse");
        Passwords stronger = new Passwords(new PasswordSettings(128, 2, 1, 12, 2));
        assertThat(stronger.isOutdated(weak)).isTrue();
        assertThat(stronger.matches("correct horse", weak)).isTrue();
        assertThat(stronger.matches("correct house", weak)).isFalse();
        assertThat(stronger.matches("the password of nobody at all", null)).isFalse();
        assertThat(weak).startsWith("$argon2id$");
    }

    /// RFC 6238, appendix B, cut to six digits.
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void codesAreThoseOfTheStandard(long second, String code) {
        String secret = Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(secret).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.code(secret, Instant.ofEpochSecond(second))).isEqualTo(code);
    }
}
