package cn.jinlin.api.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import cn.jinlin.api.calendar.TimeOfDay;
import cn.jinlin.api.notification.channel.NotificationChannel;
import cn.jinlin.api.notification.template.Template;
import cn.jinlin.api.security.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people chose; whoever chose nothing has the kinds' own defaults and the installation's quiet hours.
@Repository
public class Preferences {

    private final JdbcClient jdbc;
    private final NotificationProperties properties;

    Preferences(JdbcClient jdbc, NotificationProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    record Choice(String kind, NotificationChannel channel) {}

    /// Whether a kind shall take that way; never one that the kind does not have.
    public boolean wants(Subject owner, Template template, NotificationChannel channel) {
        Boolean byDefault = template.channels().get(channel);
        return byDefault != null && (template.addressOnly() || jdbc.sql("""
                select wanted from notification_choice where subject = ? and kind = ? and channel = ?""")
                .param(owner.toString())
                .param(template.kind())
                .param(channel.name())
                .query(Boolean.class)
                .optional()
                .orElse(byDefault));
    }

    Map<Choice, Boolean> listChoices(Subject owner) {
        Map<Choice, Boolean> choices = new HashMap<>();
        jdbc.sql("select kind, channel, wanted from notification_choice where subject = ?")
                .param(owner.toString())
                .query(row -> {
                    choices.put(new Choice(row.getString(1), NotificationChannel.valueOf(row.getString(2))),
                            row.getBoolean(3));
                });
        return choices;
    }

    void choose(Subject owner, Choice choice, boolean wanted) {
        jdbc.sql("""
                insert into notification_choice (subject, kind, channel, wanted) values (?, ?, ?, ?)
                on conflict (subject, kind, channel) do update set wanted = excluded.wanted""")
                .param(owner.toString())
                .param(choice.kind())
                .param(choice.channel().name())
                .param(wanted)
                .update();
    }

    /// Empty for whoever wants to hear at any hour.
    public Optional<QuietHours> quietHours(Subject owner) {
        return jdbc.sql("select from_minute, to_minute from notification_quiet_hours where subject = ?")
                .param(owner.toString())
                .query((row, _) -> {
                    int from = row.getInt(1);
                    return row.wasNull()
                            ? Optional.<QuietHours>empty()
                            : Optional.of(new QuietHours(new TimeOfDay(from), new TimeOfDay(row.getInt(2))));
                })
                .optional()
                .orElseGet(() -> Optional.of(properties.quietHours()));
    }

    void chooseQuietHours(Subject owner, @Nullable QuietHours hours) {
        jdbc.sql("""
                insert into notification_quiet_hours (subject, from_minute, to_minute) values (:owner, :from, :to)
                on conflict (subject) do update set from_minute = :from, to_minute = :to""")
                .param("owner", owner.toString())
                .param("from", hours == null ? null : hours.from().minute(), java.sql.Types.INTEGER)
                .param("to", hours == null ? null : hours.to().minute(), java.sql.Types.INTEGER)
                .update();
    }
}
