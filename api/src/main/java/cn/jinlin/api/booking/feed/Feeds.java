package cn.jinlin.api.booking.feed;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Calendar feeds, one for each resident who wanted one.
@Repository
class Feeds {

    private static final String PURPOSE = "calendar_feed.secret";
    private static final int BYTES = 16;
    private static final int CHARACTERS = 22;
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final Clock clock;

    Feeds(JdbcClient jdbc, PersonalCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /// @param fetchedAt when a program last fetched it, within the hour; null while none has
    record Feed(Instant createdAt, @Nullable Instant fetchedAt) {}

    Optional<Feed> find(UUID resident) {
        return jdbc.sql("select created_at, fetched_at from calendar_feed where resident_id = ?")
                .param(resident)
                .query((row, _) -> {
                    Timestamp fetched = row.getTimestamp(2);
                    return new Feed(row.getTimestamp(1).toInstant(), fetched == null ? null : fetched.toInstant());
                })
                .optional();
    }

    /// @return the new secret, which the record does not keep; the one before opens nothing any more
    String renew(UUID resident) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                insert into calendar_feed (resident_id, secret_index, created_at) values (:resident, :index, :now)
                on conflict (resident_id) do update
                set secret_index = excluded.secret_index, created_at = excluded.created_at, fetched_at = null""")
                .param("resident", resident)
                .param("index", cipher.blindIndex(PURPOSE, secret))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return secret;
    }

    /// @return whether there was one
    boolean revoke(UUID resident) {
        return jdbc.sql("delete from calendar_feed where resident_id = ?").param(resident).update() == 1;
    }

    /// Whose feed that secret opens.
    Optional<UUID> open(String secret) {
        if (secret.length() != CHARACTERS) {
            return Optional.empty();
        }
        Optional<UUID> resident = jdbc.sql("select resident_id from calendar_feed where secret_index = ?")
                .param(cipher.blindIndex(PURPOSE, secret))
                .query(UUID.class)
                .optional();
        resident.ifPresent(this::noteFetched);
        return resident;
    }

    private void noteFetched(UUID resident) {
        Instant now = clock.instant();
        jdbc.sql("""
                update calendar_feed set fetched_at = :now
                where resident_id = :resident and (fetched_at is null or fetched_at < :lately)""")
                .param("now", Timestamp.from(now))
                .param("resident", resident)
                .param("lately", Timestamp.from(now.minus(NOTED_EVERY)))
                .update();
    }
}
