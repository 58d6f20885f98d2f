package cn.jinlin.api.booking.appointment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.graphql.BadInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was done for whom under which key, so that asking again does nothing twice. On record in the transaction of the act:
/// a node that dies before its answer leaves either both or neither. A refusal did nothing, so it is not kept.
@Repository
public class BookingRequests {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    BookingRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Something that is asked for under a key.
    ///
    /// @param actor a resident or a member of staff
    /// @param act stable name
    /// @param input by which the same act is told from another under the same key; only its digest is kept
    public record Act(UUID actor, UUID key, String act, String input) {}

    /// Begins an act. Two at once under one key wait for each other here.
    ///
    /// @param outcome what it will come to, an id
    /// @return what it came to before; empty when it is new
    /// @throws BadInput KEY_USED_OTHERWISE
    public Optional<UUID> begin(Act act, UUID outcome) {
        byte[] digest = digest(act);
        boolean isNew = jdbc.sql("""
                insert into booking_request (actor_id, key, act, digest, outcome, created_at)
                values (:actor, :key, :act, :digest, to_jsonb(:outcome::text), :now) on conflict do nothing""")
                .param("actor", act.actor())
                .param("key", act.key())
                .param("act", act.act())
                .param("digest", digest)
                .param("outcome", outcome.toString())
                .param("now", Timestamp.from(clock.instant()))
                .update() == 1;
        return isNew ? Optional.empty() : Optional.of(earlier(act, digest));
    }

    private UUID earlier(Act act, byte[] digest) {
        return jdbc.sql("""
                select outcome #>> '{}' as outcome from booking_request
                 where actor_id = ? and key = ? and act = ? and digest = ?""")
                .param(act.actor())
                .param(act.key())
                .param(act.act())
                .param(digest)
                .query((row, _) -> UUID.fromString(Objects.requireNonNull(row.getString("outcome"))))
                .optional()
                .orElseThrow(() -> new BadInput("input.idempotencyKey", "KEY_USED_OTHERWISE"));
    }

    /// @return how many old ones were forgotten
    int forgetOld() {
        return jdbc.sql("""
                delete from booking_request where (actor_id, key) in (
                    select actor_id, key from booking_request where created_at < ? order by created_at limit ?)""")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .param(BATCH)
                .update();
    }

    int forget(UUID actor) {
        return jdbc.sql("delete from booking_request where actor_id = ?").param(actor).update();
    }

    private static byte[] digest(Act act) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(act.input().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
