package cn.jinlin.api.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.notification.channel.NotificationChannel;
import cn.jinlin.api.security.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What waits to be sent. Each step is a short statement of its own: no transaction waits for a provider.
@Repository
class Deliveries {

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes the next delivery that is due on a way, and whose claim, if it had one, has run out.
    Optional<Delivery> claim(NotificationChannel channel, Duration life) {
        return jdbc.sql("""
                with due as (
                    select notification_id, channel from notification_delivery
                    where channel = :channel and state in ('CREATED', 'TEMPORARY_FAILURE') and next_at <= now()
                      and (claimed_until is null or claimed_until < now())
                    order by next_at limit 1 for update skip locked),
                claimed as (
                    update notification_delivery delivery
                    set claim = :claim, claimed_until = now() + cast(:life as interval)
                    from due
                    where delivery.notification_id = due.notification_id and delivery.channel = due.channel
                    returning delivery.*)
                select claimed.*, subject, kind, template_version, values_cipher
                from claimed join notification on id = notification_id""")
                .param("channel", channel.name())
                .param("claim", UUID.randomUUID())
                .param("life", interval(life))
                .query(Deliveries::read)
                .optional();
    }

    /// Says, before the provider is called, that it will be; with this the attempt counts.
    ///
    /// @return false when the claim has run out meanwhile and the provider must not be called
    boolean begin(Delivery delivery) {
        return jdbc.sql("""
                update notification_delivery set sending_since = now(), attempts = attempts + 1
                where claim = ? and claimed_until > now()""").param(delivery.claim()).update() == 1;
    }

    void delivered(Delivery delivery, String providerNumber) {
        jdbc.sql("""
                update notification_delivery set state = 'DELIVERED', provider_number = nullif(?, ''), failure = null,
                    claim = null, claimed_until = null, sending_since = null, changed_at = now()
                where claim = ?""").param(providerNumber).param(delivery.claim()).update();
    }

    void failedForNow(Delivery delivery, String reason, int attempts, Duration pause) {
        jdbc.sql("""
                update notification_delivery set state = 'TEMPORARY_FAILURE', failure = :reason, attempts = :attempts,
                    next_at = now() + cast(:pause as interval),
                    claim = null, claimed_until = null, sending_since = null, changed_at = now()
                where claim = :claim""")
                .param("reason", reason)
                .param("attempts", attempts)
                .param("pause", interval(pause))
                .param("claim", delivery.claim())
                .update();
    }

    void failedForGood(Delivery delivery, String reason) {
        jdbc.sql("""
                update notification_delivery set state = 'PERMANENT_FAILURE', failure = ?,
                    claim = null, claimed_until = null, sending_since = null, changed_at = now()
                where claim = ?""").param(reason).param(delivery.claim()).update();
    }

    /// Leaves it for later without counting an attempt.
    void postpone(Delivery delivery, Duration pause) {
        jdbc.sql("""
                update notification_delivery set next_at = now() + cast(? as interval),
                    claim = null, claimed_until = null, sending_since = null
                where claim = ?""").param(interval(pause)).param(delivery.claim()).update();
    }

    /// Nobody wants it on this way any more.
    void drop(Delivery delivery) {
        jdbc.sql("delete from notification_delivery where claim = ?").param(delivery.claim()).update();
    }

    private static String interval(Duration duration) {
        return duration.toMillis() + " milliseconds";
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(row.getObject("notification_id", UUID.class),
                NotificationChannel.valueOf(row.getString("channel")), row.getObject("claim", UUID.class),
                row.getInt("attempts"), row.getTimestamp("sending_since") != null,
                Subject.parse(row.getString("subject")), row.getString("kind"), row.getInt("template_version"),
                row.getBytes("values_cipher"));
    }
}
