package cn.jinlin.api.account.staff.proof;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

import cn.jinlin.api.personal.PersonalCipher;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Codes of an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds, which every app knows). One step to either side
/// is let through for clocks that are off, and no step twice.
@Component
class Totp implements SecondFactor {

    private static final String SECRET = "staff_totp.secret";
    private static final int SECRET_BYTES = 20;
    private static final int STEPS_ASIDE = 1;
    private static final String ISSUER = "Jinlin";

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final Clock clock;

    Totp(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public String parameter() {
        return "code";
    }

    @Override
    public boolean isEnrolled(UUID staff) {
        return jdbc.sql("select exists (select from staff_totp where staff_id = ? and confirmed_at is not null)")
                .param(staff)
                .query(Boolean.class)
                .single();
    }

    /// Makes a secret that waits for its first right code; an earlier one that waited is forgotten.
    ///
    /// @return the secret in Base32
    String begin(UUID staff) {
        String secret = Base32.encode(Secrets.bytes(SECRET_BYTES));
        jdbc.sql("""
                insert into staff_totp (staff_id, secret_cipher) values (?, ?)
                on conflict (staff_id) do update set secret_cipher = excluded.secret_cipher, last_step = 0
                where staff_totp.confirmed_at is null""").params(staff, cipher.encrypt(SECRET, secret)).update();
        return secret;
    }

    /// What an app reads from a QR code.
    static String uri(String secret, String userName) {
        return "otpauth://totp/" + ISSUER + ':' + URLEncoder.encode(userName, StandardCharsets.UTF_8) + "?secret="
                + secret + "&issuer=" + ISSUER;
    }

    /// Takes the waiting secret into use.
    ///
    /// @return whether the code is right
    boolean confirm(UUID staff, String code) {
        return verify(staff, code, false) && jdbc
                .sql("update staff_totp set confirmed_at = ? where staff_id = ? and confirmed_at is null")
                .params(Timestamp.from(clock.instant()), staff)
                .update() == 1;
    }

    @Override
    public boolean verify(UUID staff, String code) {
        return verify(staff, code, true);
    }

    private boolean verify(UUID staff, String code, boolean confirmed) {
        String secret = jdbc
                .sql("select secret_cipher from staff_totp where staff_id = ? and (confirmed_at is not null) = ?")
                .params(staff, confirmed)
                .query(byte[].class)
                .optional()
                .map(stored -> cipher.decrypt(SECRET, stored))
                .orElse(null);
        if (secret == null) {
            return false;
        }
        OptionalLong step = findStep(secret, code.replace(" ", ""));
        return step.isPresent() && jdbc
                .sql("update staff_totp set last_step = :step where staff_id = :staff and last_step < :step")
                .param("step", step.getAsLong())
                .param("staff", staff)
                .update() == 1;
    }

    private OptionalLong findStep(String secret, String code) {
        long seconds = generator.getTimeStep().toSeconds();
        long now = clock.instant().getEpochSecond() / seconds;
        return LongStream.rangeClosed(now - STEPS_ASIDE, now + STEPS_ASIDE)
                .filter(step -> isCodeOf(secret, step * seconds, code))
                .max();
    }

    private boolean isCodeOf(String secret, long second, String code) {
        return MessageDigest.isEqual(code(secret, Instant.ofEpochSecond(second)).getBytes(StandardCharsets.UTF_8),
                code.getBytes(StandardCharsets.UTF_8));
    }

    /// The code that an app with this secret shows at that time.
    static String code(String secret, Instant time) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(Base32.decode(secret), "HmacSHA1"), time);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("Not a key", impossible);
        }
    }

    @Override
    public void remove(UUID staff) {
        jdbc.sql("delete from staff_totp where staff_id = ?").param(staff).update();
    }
}
