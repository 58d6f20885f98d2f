package cn.jinlin.api.account.signin.phone;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.signin.SignInLimits;
import cn.jinlin.api.account.signin.SignInSettings;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One-time codes of six digits. The record keeps them as keyed hashes; only while a message waits to be sent is its code
/// there, encrypted.
@Component
class PhoneCodes {

    /// The owner of codes for signing in: nobody yet.
    static final UUID NOBODY = new UUID(0, 0);

    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final SignInLimits limits;
    private final SignInSettings settings;
    private final Clock clock;

    PhoneCodes(JdbcClient jdbc, PersonalCipher cipher, SignInLimits limits, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /// Makes a code and leaves it to be sent.
    ///
    /// @param address of who asks, for limits
    CodeRequest request(Purpose purpose, PhoneNumber phone, UUID owner, String address, Locale language) {
        Instant now = clock.instant();
        Optional<Instant> last = jdbc.sql("select created_at from phone_code where purpose = ? and phone_index = ?")
                .param(purpose.name())
                .param(index(phone))
                .query((row, _) -> row.getTimestamp("created_at").toInstant())
                .optional();
        Duration wait = last.map(at -> Duration.between(now, at.plus(settings.resendPause()))).orElse(Duration.ZERO);
        if (wait.isPositive()) {
            return tooSoon(wait);
        }
        Optional<SignInLimits.Exceeded> exceeded = limits.countCode(phone, address);
        if (exceeded.isPresent()) {
            return new CodeRequest(
                    exceeded.get().scope() == SignInLimits.Scope.EVERYBODY ? "CODES_PAUSED" : "TOO_MANY_CODES",
                    exceeded.get().retryAfter().toSeconds(), null);
        }
        Instant expiresAt = now.plus(settings.codeLife());
        return write(purpose, phone, owner, language, now, expiresAt)
                ? new CodeRequest(null, settings.resendPause().toSeconds(), expiresAt)
                // Another request for the same phone was a moment faster.
                : tooSoon(settings.resendPause());
    }

    /// Takes the code back, if it is the right one. Of two who bring it at once, one has it.
    ///
    /// Every call counts as a try, also one that runs beside others: counting and comparing are one statement, and the row
    /// lets one in at a time.
    boolean use(Purpose purpose, PhoneNumber phone, UUID owner, String code) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                update phone_code set tries = tries + 1,
                    used_at = case when code_hash = :hash then cast(:now as timestamptz) end
                where purpose = :purpose and phone_index = :phone and owner = :owner
                    and used_at is null and tries < :most and expires_at > :now
                returning used_at is not null as used
                """)
                .param("hash", hash(purpose, phone, code))
                .param("now", now)
                .param("purpose", purpose.name())
                .param("phone", index(phone))
                .param("owner", owner)
                .param("most", settings.triesPerCode())
                .query((row, _) -> row.getBoolean("used"))
                .optional()
                .orElse(false);
    }

    /// Lets a code that was just used serve once more, because another proof beside it failed. Its tries stay counted.
    void giveBack(Purpose purpose, PhoneNumber phone, UUID owner) {
        jdbc.sql("update phone_code set used_at = null where purpose = ? and phone_index = ? and owner = ?")
                .param(purpose.name())
                .param(index(phone))
                .param(owner)
                .update();
    }

    private boolean write(Purpose purpose, PhoneNumber phone, UUID owner, Locale language, Instant now,
            Instant expiresAt) {
        String code = "%06d".formatted(random.nextInt(CODES));
        return jdbc.sql("""
                with code as (
                    insert into phone_code as c (purpose, phone_index, owner, code_hash, created_at, expires_at)
                    values (:purpose, :index, :owner, :hash, :now, :expires)
                    on conflict (purpose, phone_index) do update set owner = excluded.owner, tries = 0, used_at = null,
                        code_hash = excluded.code_hash, created_at = excluded.created_at, expires_at = excluded.expires_at
                    where c.created_at <= :before
                    returning purpose)
                insert into phone_code_message (id, purpose, phone, code, language, next_at, expires_at)
                select :id, purpose, :phone, :code, :language, :now, :expires from code
                """)
                .param("purpose", purpose.name())
                .param("index", index(phone))
                .param("owner", owner)
                .param("hash", hash(purpose, phone, code))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expiresAt))
                .param("before", Timestamp.from(now.minus(settings.resendPause())))
                .param("id", UUID.randomUUID())
                .param("phone", cipher.encrypt(CodeMessages.PHONE, phone.digits()))
                .param("code", cipher.encrypt(CodeMessages.CODE, code))
                .param("language", language.toLanguageTag())
                .update() == 1;
    }

    private static CodeRequest tooSoon(Duration wait) {
        // Rounded up: whoever waits that long is not told to wait again.
        return new CodeRequest("RESEND_TOO_SOON", wait.plusMillis(999).toSeconds(), null);
    }

    private byte[] index(PhoneNumber phone) {
        return cipher.blindIndex("phone_code.phone", phone.digits());
    }

    private byte[] hash(Purpose purpose, PhoneNumber phone, String code) {
        return cipher.blindIndex("phone_code.code", purpose + ":" + phone.digits() + ":" + code);
    }
}
