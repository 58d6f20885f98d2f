package cn.jinlin.api.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.notification.channel.NotificationChannel;
import cn.jinlin.api.notification.template.Template;
import cn.jinlin.api.security.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Everybody's messages.
@Repository
class Inbox {

    private static final String COLUMNS = "id, number, kind, template_version, values_cipher, created_at, read_at";

    private final JdbcClient jdbc;
    private final MessageValues values;
    private final Clock clock;

    Inbox(JdbcClient jdbc, MessageValues values, Clock clock) {
        this.jdbc = jdbc;
        this.values = values;
        this.clock = clock;
    }

    /// A delivery as its owner may see it.
    record State(UUID message, NotificationChannel channel, String state, Instant changedAt) {}

    /// @return the message's number
    long insert(UUID id, Subject to, Template template, Map<String, String> filled) {
        return jdbc.sql("""
                insert into notification (id, subject, kind, template_version, values_cipher, in_inbox, created_at)
                values (:id, :subject, :kind, :version, :values, :inbox, :now) returning number""")
                .param("id", id)
                .param("subject", to.toString())
                .param("kind", template.kind())
                .param("version", template.newest().version())
                .param("values", values.write(filled))
                .param("inbox", !template.addressOnly())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    void insertDelivery(UUID id, NotificationChannel channel) {
        jdbc.sql("insert into notification_delivery (notification_id, channel) values (?, ?)")
                .param(id)
                .param(channel.name())
                .update();
    }

    /// @param before number of the message after which the page begins; the highest for the first page
    List<Message> list(Subject owner, long before, boolean unreadOnly, int most) {
        return jdbc.sql("select " + COLUMNS + """
                 from notification
                where subject = :owner and in_inbox and number < :before and (not :unread or read_at is null)
                order by number desc limit :most""")
                .param("owner", owner.toString())
                .param("before", before)
                .param("unread", unreadOnly)
                .param("most", most)
                .query(this::read)
                .list();
    }

    Optional<Message> find(Subject owner, long number) {
        return jdbc.sql("select " + COLUMNS + " from notification where subject = ? and number = ? and in_inbox")
                .param(owner.toString())
                .param(number)
                .query(this::read)
                .optional();
    }

    List<Message> list(Subject owner, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS
                        + " from notification where subject = :owner and in_inbox and id in (:ids) order by number desc")
                        .param("owner", owner.toString())
                        .param("ids", ids)
                        .query(this::read)
                        .list();
    }

    List<State> listStates(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                select notification_id, channel, state, changed_at from notification_delivery
                where notification_id in (:ids) order by notification_id, channel""")
                        .param("ids", ids)
                        .query((row, _) -> new State(row.getObject(1, UUID.class),
                                NotificationChannel.valueOf(row.getString(2)), row.getString(3),
                                row.getTimestamp(4).toInstant()))
                        .list();
    }

    int countUnread(Subject owner) {
        return jdbc.sql("select count(*) from notification where subject = ? and in_inbox and read_at is null")
                .param(owner.toString())
                .query(Integer.class)
                .single();
    }

    void markRead(Subject owner, Collection<UUID> ids) {
        jdbc.sql("""
                update notification set read_at = :now
                where subject = :owner and in_inbox and id in (:ids) and read_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("owner", owner.toString())
                .param("ids", ids)
                .update();
    }

    void markReadUpTo(Subject owner, long number) {
        jdbc.sql("""
                update notification set read_at = :now
                where subject = :owner and in_inbox and number <= :number and read_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("owner", owner.toString())
                .param("number", number)
                .update();
    }

    void erase(Subject owner) {
        for (String table : List.of("notification", "notification_choice", "notification_quiet_hours",
                "notification_mail")) {
            jdbc.sql("delete from " + table + " where subject = ?").param(owner.toString()).update();
        }
    }

    /// @return number of messages erased
    int eraseOlderThan(Duration age, Duration ageOfAddressOnly) {
        return jdbc.sql("""
                delete from notification
                where created_at < :old or (not in_inbox and created_at < :oldAddressOnly)""")
                .param("old", Timestamp.from(clock.instant().minus(age)))
                .param("oldAddressOnly", Timestamp.from(clock.instant().minus(ageOfAddressOnly)))
                .update();
    }

    private Message read(ResultSet row, int number) throws SQLException {
        Timestamp readAt = row.getTimestamp("read_at");
        return new Message(row.getObject("id", UUID.class), row.getLong("number"), row.getString("kind"),
                row.getInt("template_version"), values.read(row.getBytes("values_cipher")),
                row.getTimestamp("created_at").toInstant(), readAt == null ? null : readAt.toInstant());
    }
}
