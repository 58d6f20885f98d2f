package cn.jinlin.api.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.security.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// E-mail addresses, encrypted: the one in use, and one that waits for its code.
@Repository
public class MailAddresses {

    static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final Duration CODE_PAUSE = Duration.ofMinutes(1);
    private static final int TRIES = 5;
    private static final int CODES_A_DAY = 10;
    private static final String ADDRESS = "notification_mail.address";
    private static final String CODE = "notification_mail.code";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final Clock clock;

    MailAddresses(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    public Optional<String> findConfirmed(Subject owner) {
        return find(owner, "mail_cipher");
    }

    public Optional<String> findWaiting(Subject owner) {
        return find(owner, "waiting_cipher");
    }

    private Optional<String> find(Subject owner, String column) {
        return jdbc.sql("select " + column + " from notification_mail where subject = ? and " + column + " is not null")
                .param(owner.toString())
                .query((row, _) -> cipher.decrypt(ADDRESS, row.getBytes(1)))
                .optional();
    }

    /// Lets an address wait for a code; only the newest code counts.
    ///
    /// @return false when the last code is younger than a minute, or the day has had ten
    boolean await(Subject owner, String address, String code) {
        Instant now = clock.instant();
        return jdbc.sql("""
                insert into notification_mail as present
                    (subject, waiting_cipher, code_index, code_sent_at, code_expires_at, codes, codes_since)
                values (:owner, :address, :code, :now, :expires, 1, :now)
                on conflict (subject) do update set
                    waiting_cipher = excluded.waiting_cipher, code_index = excluded.code_index, tries = 0,
                    code_sent_at = excluded.code_sent_at, code_expires_at = excluded.code_expires_at,
                    codes = case when present.codes_since > :yesterday then present.codes + 1 else 1 end,
                    codes_since = case when present.codes_since > :yesterday then present.codes_since else :now end
                where coalesce(present.code_sent_at <= :aMinuteAgo, true)
                  and (coalesce(present.codes_since <= :yesterday, true) or present.codes < :most)""")
                .param("owner", owner.toString())
                .param("address", cipher.encrypt(ADDRESS, address))
                .param("code", index(owner, code))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(CODE_LIFE)))
                .param("yesterday", Timestamp.from(now.minus(Duration.ofDays(1))))
                .param("aMinuteAgo", Timestamp.from(now.minus(CODE_PAUSE)))
                .param("most", CODES_A_DAY)
                .update() == 1;
    }

    /// Puts the waiting address to use if the code is right. A try counts before it is known to be right, so that many at
    /// once are no more than five.
    boolean confirm(Subject owner, String code) {
        Timestamp now = Timestamp.from(clock.instant());
        boolean mayTry = jdbc.sql("""
                update notification_mail set tries = tries + 1
                where subject = ? and code_index is not null and tries < ? and code_expires_at > ?""")
                .param(owner.toString())
                .param(TRIES)
                .param(now)
                .update() == 1;
        return mayTry && jdbc.sql("""
                update notification_mail set mail_cipher = waiting_cipher, confirmed_at = :now, waiting_cipher = null,
                    code_index = null
                where subject = :owner and code_index = :code and code_expires_at > :now""")
                .param("now", now)
                .param("owner", owner.toString())
                .param("code", index(owner, code))
                .update() == 1;
    }

    /// The count of codes stays: removing and giving again is no way around it.
    void remove(Subject owner) {
        jdbc.sql("""
                update notification_mail set mail_cipher = null, confirmed_at = null, waiting_cipher = null,
                    code_index = null where subject = ?""").param(owner.toString()).update();
    }

    private byte[] index(Subject owner, String code) {
        return cipher.blindIndex(CODE, owner + " " + code);
    }
}
