package cn.jinlin.api.account.staff.invitation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.staff.StaffSettings;
import cn.jinlin.api.account.staff.proof.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// One-time links to accounts. The record knows their hashes only.
@Repository
public class Invitations {

    private final JdbcClient jdbc;
    private final StaffSettings settings;
    private final Clock clock;

    Invitations(JdbcClient jdbc, StaffSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /// A link as its receiver gets it. The secret follows the `#`, which browsers keep to themselves: it reaches no log of
    /// any server on its way.
    public record Link(String address, Instant expiresAt) {

        /// Tells no secret.
        @Override
        public String toString() {
            return "Link[until " + expiresAt + ']';
        }
    }

    /// An invitation that is good.
    record Open(UUID staff, Instant expiresAt) {}

    /// A new link; one given before ends.
    Link renew(UUID staff, Duration life) {
        String secret = Secrets.create();
        Instant expiresAt = clock.instant().plus(life);
        jdbc.sql(
                """
                insert into staff_invitation (staff_id, secret_hash, expires_at) values (?, ?, ?)
                on conflict (staff_id) do update set secret_hash = excluded.secret_hash, expires_at = excluded.expires_at""")
                .params(staff, Secrets.hash(secret), Timestamp.from(expiresAt))
                .update();
        String portal = settings.portal().toString();
        return new Link((portal.endsWith("/") ? portal : portal + '/') + "staff/welcome#" + secret, expiresAt);
    }

    Optional<Open> find(byte[] secretHash) {
        return jdbc.sql("select staff_id, expires_at from staff_invitation where secret_hash = ? and expires_at > ?")
                .params(secretHash, Timestamp.from(clock.instant()))
                .query((row, _) -> new Open(row.getObject("staff_id", UUID.class),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /// Takes it; of two at once one gets it.
    ///
    /// @param secretHash of what followed the `#`
    /// @return who was invited
    public Optional<UUID> take(byte[] secretHash) {
        return jdbc.sql("delete from staff_invitation where secret_hash = ? and expires_at > ? returning staff_id")
                .params(secretHash, Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forget() {
        jdbc.sql("delete from staff_invitation where expires_at <= ?").param(Timestamp.from(clock.instant())).update();
    }
}
