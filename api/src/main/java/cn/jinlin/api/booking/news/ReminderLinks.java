package cn.jinlin.api.booking.news;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links by which whoever got a reminder answers it. The record knows them by their hash alone.
@Repository
class ReminderLinks {

    private static final int BYTES = 16;
    private static final int CHARACTERS = 22;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    ReminderLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param cancelled whether the appointment was called off by it
    record Link(UUID appointment, boolean cancelled) {}

    /// A new link's secret part: 128 random bits, 22 characters that stand in an address as they are.
    String make(UUID appointment) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("insert into reminder_link (hash, appointment_id, created_at) values (?, ?, ?)")
                .param(hash(token))
                .param(appointment)
                .param(Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    Optional<Link> find(String token) {
        return token.length() != CHARACTERS
                ? Optional.empty()
                : jdbc.sql("select appointment_id, cancelled from reminder_link where hash = ?")
                        .param(hash(token))
                        .query((row, _) -> new Link(row.getObject(1, UUID.class), row.getBoolean(2)))
                        .optional();
    }

    void noteCancelled(String token) {
        jdbc.sql("update reminder_link set cancelled = true where hash = ?").param(hash(token)).update();
    }

    /// Forgets links of appointments that are over.
    int deleteOver() {
        return jdbc.sql("""
                delete from reminder_link l using appointment a where a.id = l.appointment_id and a.ends_at < ?""")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    int forget(UUID person) {
        return jdbc.sql(
                "delete from reminder_link l using appointment a where a.id = l.appointment_id and a.person_id = ?")
                .param(person)
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256", impossible);
        }
    }
}
