package cn.jinlin.api.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.live.LiveEvents;
import cn.jinlin.api.notification.channel.Channel;
import cn.jinlin.api.notification.channel.NotificationChannel;
import cn.jinlin.api.notification.template.Template;
import cn.jinlin.api.notification.template.Templates;
import cn.jinlin.api.security.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door for domains that have something to tell a person.
@Service
public class Notifications {

    private static final int EXPORTED = 100_000;

    private final Templates templates;
    private final Inbox inbox;
    private final Preferences preferences;
    private final MailAddresses addresses;
    private final List<Channel> channels;
    private final LiveEvents live;

    Notifications(Templates templates, Inbox inbox, Preferences preferences, MailAddresses addresses,
            List<Channel> channels,
            LiveEvents live) {
        this.templates = templates;
        this.inbox = inbox;
        this.preferences = preferences;
        this.addresses = addresses;
        this.channels = channels;
        this.live = live;
    }

    /// A message as its owner gets it out.
    public record Exported(String kind, Instant createdAt, String title, String text) {}

    /// Tells a person something. It is a row in the caller's transaction: what rolls back was never told, what commits is
    /// in the portal at once and goes out by the other ways soon after.
    ///
    /// @param kind as in `notification/templates.json`
    /// @param values one for each place of the kind's newest wording, at most 500 characters each; those whose name ends
    /// with `At` are RFC 3339 instants
    /// @throws IllegalArgumentException when there is no such kind, or the values do not fit it
    @Transactional
    public void send(Subject to, String kind, Map<String, String> values) {
        Template template = templates.get(kind);
        Map<String, String> clean = templates.clean(template, values);
        UUID id = UUID.randomUUID();
        long number = inbox.insert(id, to, template, clean);
        for (Channel channel : channels) {
            if (channel.carries(kind) && preferences.wants(to, template, channel.name())) {
                inbox.insertDelivery(id, channel.name());
            }
        }
        if (!template.addressOnly()) {
            live.publish(topic(to), Long.toString(number));
        }
    }

    /// Where a person's messages are told live.
    static String topic(Subject owner) {
        return "notification:" + owner;
    }

    /// Everything that was sent to a person and is still kept, the newest first.
    @Transactional(readOnly = true)
    public List<Exported> export(Subject owner, Locale language) {
        return inbox.list(owner, Long.MAX_VALUE, false, EXPORTED).stream().map(message -> {
            Templates.Worded worded = templates.word(templates.get(message.kind()), message.templateVersion(),
                    message.values(), language);
            return new Exported(message.kind(), message.createdAt(), worded.title(), worded.text());
        }).toList();
    }

    /// The address somebody has confirmed, whole; for their own export and for nobody else.
    public Optional<String> findMailAddress(Subject owner) {
        return addresses.findConfirmed(owner);
    }

    /// Erases everything about a person: messages, deliveries, choices, address, live events. Erasing twice is no error.
    @Transactional
    public void erase(Subject owner) {
        inbox.erase(owner);
        live.forget(topic(owner));
    }

    /// Which ways are set up on this installation.
    boolean isSetUp(NotificationChannel channel, String kind) {
        return channels.stream().anyMatch(each -> each.name() == channel && each.carries(kind));
    }
}
