package cn.jinlin.api.account.signin.phone;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.personal.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Codes on their way. Any number of nodes may take from them at once.
@Repository
class CodeMessages {

    static final String PHONE = "phone_code_message.phone";
    static final String CODE = "phone_code_message.code";

    /// After which a message counts as not sent, because the node that took it must have died.
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final Clock clock;

    CodeMessages(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /// @param attempts including this one
    record Message(UUID id, Purpose purpose, PhoneNumber phone, String code, String language, int attempts) {

        @Override
        public String toString() {
            return "Message[" + id + "]";
        }
    }

    /// Takes messages that are due; what is not reported back within half a minute is due again.
    List<Message> take(int most) {
        Instant now = clock.instant();
        return jdbc.sql("""
                update phone_code_message set attempts = attempts + 1, next_at = :lease
                where id in (select id from phone_code_message where next_at <= :now and expires_at > :now
                    order by next_at limit :most for update skip locked)
                returning *
                """)
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, _) -> new Message(row.getObject("id", UUID.class),
                        Purpose.valueOf(row.getString("purpose")),
                        PhoneNumber.parse(cipher.decrypt(PHONE, row.getBytes("phone"))).orElseThrow(),
                        cipher.decrypt(CODE, row.getBytes("code")), row.getString("language"), row.getInt("attempts")))
                .list();
    }

    /// Forgets messages that were accepted, or never will be.
    void remove(List<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from phone_code_message where id = any(?)").param(ids.toArray(UUID[]::new)).update();
        }
    }

    void postpone(UUID id, Duration pause) {
        jdbc.sql("update phone_code_message set next_at = ? where id = ?")
                .param(Timestamp.from(clock.instant().plus(pause)))
                .param(id)
                .update();
    }
}
