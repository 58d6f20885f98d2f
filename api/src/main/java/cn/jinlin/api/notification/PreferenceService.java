package cn.jinlin.api.notification;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.notification.channel.MailText;
import cn.jinlin.api.notification.channel.NotificationChannel;
import cn.jinlin.api.notification.template.Template;
import cn.jinlin.api.notification.template.Templates;
import cn.jinlin.api.personal.Masks;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// One's own preferences and e-mail address.
@Service
class PreferenceService {

    private static final int MOST_CHOICES = 200;

    private final Access access;
    private final Preferences preferences;
    private final MailAddresses addresses;
    private final Templates templates;
    private final Notifications notifications;
    private final SecureRandom random = new SecureRandom();

    PreferenceService(Access access, Preferences preferences, MailAddresses addresses, Templates templates,
            Notifications notifications) {
        this.access = access;
        this.preferences = preferences;
        this.addresses = addresses;
        this.templates = templates;
        this.notifications = notifications;
    }

    @Transactional(readOnly = true)
    public NotificationViews.All get(Locale language) {
        Subject owner = access.getCaller().subject();
        Map<Preferences.Choice, Boolean> choices = preferences.listChoices(owner);
        List<NotificationViews.Kind> kinds = templates.list()
                .stream()
                .filter(template -> !template.addressOnly())
                .map(template -> new NotificationViews.Kind(template.kind(), template.name(language),
                        template.urgent(), wanted(template, choices)))
                .toList();
        return new NotificationViews.All(kinds, preferences.quietHours(owner).orElse(null), address(owner));
    }

    private static List<NotificationViews.Wanted> wanted(Template template, Map<Preferences.Choice, Boolean> choices) {
        return template.channels()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(channel -> new NotificationViews.Wanted(channel.getKey(), choices.getOrDefault(
                        new Preferences.Choice(template.kind(), channel.getKey()), channel.getValue())))
                .toList();
    }

    /// @throws BadInput when a kind does not have that way, or the hours are none
    @Transactional
    public void update(NotificationInputs.Update input) {
        Subject owner = access.getCaller().subject();
        List<NotificationInputs.Choice> choices = input.channels() == null ? List.of() : input.channels();
        if (choices.size() > MOST_CHOICES) {
            throw new BadInput("input.channels", "TOO_MANY_CHOICES", MOST_CHOICES);
        }
        for (NotificationInputs.Choice choice : choices) {
            requireKind(choice.kind(), choice.channel());
            preferences.choose(owner, new Preferences.Choice(choice.kind(), choice.channel()), choice.wanted());
        }
        if (!input.quietHours().isOmitted()) {
            NotificationInputs.Quiet hours = input.quietHours().value();
            if (hours != null && hours.from().minute() % 1440 == hours.to().minute() % 1440) {
                throw new BadInput("input.quietHours", "QUIET_HOURS_EMPTY");
            }
            preferences.chooseQuietHours(owner, hours == null ? null : new QuietHours(hours.from(), hours.to()));
        }
    }

    private void requireKind(String kind, NotificationChannel channel) {
        if (templates.find(kind)
                .filter(template -> !template.addressOnly() && template.channels().containsKey(channel))
                .isEmpty()) {
            throw new BadInput("input.channels", "UNKNOWN_NOTIFICATION_KIND");
        }
    }

    /// Sends a code to the address. Whether anybody else uses it makes no difference.
    ///
    /// @throws BadInput when it is no address, no mail can be sent here, or codes come too fast
    @Transactional
    public NotificationViews.Address saveMail(String typed) {
        Subject owner = access.getCaller().subject();
        Optional<String> address = MailText.address(typed);
        if (address.isEmpty()) {
            throw new BadInput("input.address", "NOT_A_MAIL_ADDRESS");
        }
        if (!notifications.isSetUp(NotificationChannel.MAIL, "mail.code")) {
            throw new BadInput("input.address", "NO_MAIL_HERE");
        }
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        if (!addresses.await(owner, address.get(), code)) {
            throw new BadInput("input.address", "MAIL_CODES_TOO_FAST");
        }
        notifications.send(owner, "mail.code",
                Map.of("code", code, "minutes", Long.toString(MailAddresses.CODE_LIFE.toMinutes())));
        return address(owner);
    }

    /// Not one transaction: a wrong try has to count.
    ///
    /// @throws BadInput when the code is wrong, used, too old, or was tried too often; which one is not told
    public NotificationViews.Address confirmMail(String code) {
        Subject owner = access.getCaller().subject();
        if (!addresses.confirm(owner, code.strip())) {
            throw new BadInput("input.code", "MAIL_CODE_WRONG");
        }
        return address(owner);
    }

    public NotificationViews.Address removeMail() {
        Subject owner = access.getCaller().subject();
        addresses.remove(owner);
        return address(owner);
    }

    private NotificationViews.Address address(Subject owner) {
        return new NotificationViews.Address(addresses.findConfirmed(owner).map(Masks::mail).orElse(null),
                addresses.findWaiting(owner).map(Masks::mail).orElse(null));
    }
}
