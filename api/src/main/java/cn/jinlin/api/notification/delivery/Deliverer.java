package cn.jinlin.api.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import cn.jinlin.api.notification.MailAddresses;
import cn.jinlin.api.notification.MessageValues;
import cn.jinlin.api.notification.NotificationProperties;
import cn.jinlin.api.notification.Preferences;
import cn.jinlin.api.notification.QuietHours;
import cn.jinlin.api.notification.Recipient;
import cn.jinlin.api.notification.Recipients;
import cn.jinlin.api.notification.channel.Channel;
import cn.jinlin.api.notification.channel.DeliveryFailedException;
import cn.jinlin.api.notification.channel.DeliveryFailedException.Outcome;
import cn.jinlin.api.notification.channel.Letter;
import cn.jinlin.api.notification.channel.NotificationChannel;
import cn.jinlin.api.notification.template.Template;
import cn.jinlin.api.notification.template.Templates;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Sends what is due, one delivery after another.
///
/// A delivery whose node is lost before it called the provider is simply made by another node. One whose node is lost
/// during the call may have gone out: a mail is then sent again under the same Message-ID, a short or WeChat message is
/// not, and counts as failed with the outcome unknown. So those two go out at most once.
@Component
class Deliverer {

    private static final Logger log = LoggerFactory.getLogger(Deliverer.class);

    private final Deliveries deliveries;
    private final List<Channel> channels;
    private final List<Recipients> recipients;
    private final MailAddresses addresses;
    private final Preferences preferences;
    private final Templates templates;
    private final MessageValues values;
    private final NotificationProperties properties;
    private final Backoff backoff;
    private final Clock clock;

    Deliverer(Deliveries deliveries, List<Channel> channels, List<Recipients> recipients, MailAddresses addresses,
            Preferences preferences, Templates templates, MessageValues values, NotificationProperties properties,
            Clock clock) {
        this.deliveries = deliveries;
        this.channels = channels;
        this.recipients = recipients;
        this.addresses = addresses;
        this.preferences = preferences;
        this.templates = templates;
        this.values = values;
        this.properties = properties;
        this.backoff = new Backoff(properties.firstRetry(), () -> ThreadLocalRandom.current().nextLong());
        this.clock = clock;
    }

    List<Channel> channels() {
        return channels;
    }

    /// @return false when nothing is due on that way
    boolean deliverNext(Channel channel) {
        Optional<Delivery> claimed = deliveries.claim(channel.name(), properties.claim());
        claimed.ifPresent(delivery -> attempt(delivery, channel));
        return claimed.isPresent();
    }

    private void attempt(Delivery delivery, Channel channel) {
        try {
            deliver(delivery, channel);
        } catch (DataAccessException recordAway) {
            // Nothing can be noted now: the claim runs out.
            throw recordAway;
        } catch (RuntimeException unexpected) {
            log.error("A delivery by {} stumbled", channel.name(), unexpected);
            failed(delivery, channel, new DeliveryFailedException("INTERNAL_ERROR", Outcome.UNKNOWN));
        }
    }

    private void deliver(Delivery delivery, Channel channel) {
        Template template = templates.get(delivery.kind());
        if (delivery.wasInterrupted() && !channel.isRepeatable()) {
            deliveries.failedForGood(delivery, "OUTCOME_UNKNOWN");
            return;
        }
        if (!preferences.wants(delivery.to(), template, channel.name())) {
            deliveries.drop(delivery);
            return;
        }
        Optional<Duration> quiet = quiet(delivery, template);
        if (quiet.isPresent()) {
            deliveries.postpone(delivery, quiet.get());
            return;
        }
        Optional<Recipient> recipient = find(delivery);
        if (recipient.isEmpty()) {
            deliveries.failedForGood(delivery, "NO_SUCH_RECIPIENT");
            return;
        }
        Letter letter = write(delivery, template, recipient.get());
        if (deliveries.begin(delivery)) {
            send(delivery, channel, letter);
        }
    }

    private Optional<Duration> quiet(Delivery delivery, Template template) {
        return template.urgent()
                ? Optional.empty()
                : preferences.quietHours(delivery.to()).flatMap((QuietHours hours) -> hours.left(clock.instant()));
    }

    private Optional<Recipient> find(Delivery delivery) {
        return recipients.stream().flatMap(each -> each.find(delivery.to()).stream()).findFirst();
    }

    private Letter write(Delivery delivery, Template template, Recipient to) {
        Locale language = to.language();
        Templates.Worded worded = templates.word(template, delivery.templateVersion(), values.read(delivery.values()),
                language);
        String mail = delivery.channel() == NotificationChannel.MAIL ? mail(delivery, template, to) : null;
        return new Letter(delivery.message(), delivery.kind(), language, worded.title(), worded.text(),
                worded.values(), worded.path(), mail, to.phone(), to.wechatOpenId());
    }

    private @Nullable String mail(Delivery delivery, Template template, Recipient to) {
        return template.toWaitingAddress()
                ? addresses.findWaiting(delivery.to()).orElse(null)
                : addresses.findConfirmed(delivery.to()).orElse(to.mail());
    }

    private void send(Delivery delivery, Channel channel, Letter letter) {
        try {
            deliveries.delivered(delivery, channel.deliver(letter));
        } catch (DeliveryFailedException failed) {
            failed(delivery, channel, failed);
        }
    }

    private void failed(Delivery delivery, Channel channel, DeliveryFailedException failure) {
        int attempts = delivery.attempts() + 1;
        boolean mayRepeat = switch (failure.outcome()) {
            case TRY_AGAIN -> true;
            case UNKNOWN -> channel.isRepeatable();
            case HOPELESS -> false;
        };
        // Neither whom it was for nor what it said.
        log.warn("A message by {} did not go out: {} (attempt {})", channel.name(), failure.reason(), attempts);
        if (mayRepeat && attempts < properties.attempts()) {
            deliveries.failedForNow(delivery, failure.reason(), attempts, backoff.after(attempts));
        } else {
            deliveries.failedForGood(delivery, failure.reason());
        }
    }
}
