package cn.jinlin.api.notification;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class NotificationController {

    private final InboxService inbox;
    private final PreferenceService preferences;
    private final Messages messages;

    NotificationController(InboxService inbox, PreferenceService preferences, Messages messages) {
        this.inbox = inbox;
        this.preferences = preferences;
        this.messages = messages;
    }

    @QueryMapping
    NotificationViews.OwnConnection myNotifications(@Argument int first, @Argument @Nullable String after,
            @Argument boolean unreadOnly, Locale locale) {
        return inbox.list(Connection.Request.of(first, after, InboxService.MOST), unreadOnly, locale);
    }

    @SubscriptionMapping
    Flux<NotificationViews.Received> notificationReceived(@Argument @Nullable String after, Locale locale) {
        return inbox.follow(after, locale);
    }

    @QueryMapping
    NotificationViews.All notificationPreferences(Locale locale) {
        return preferences.get(locale);
    }

    @MutationMapping
    NotificationViews.MarkRead markNotificationsRead(@Argument NotificationInputs.MarkRead input, Locale locale) {
        try {
            List<NotificationNode> marked = inbox.markRead(input.ids(), input.upTo(), locale);
            return new NotificationViews.MarkRead(marked, inbox.countUnread(), List.of());
        } catch (BadInput refused) {
            return new NotificationViews.MarkRead(null, inbox.countUnread(),
                    List.of(messages.userError(refused, locale)));
        }
    }

    @MutationMapping
    NotificationViews.Changed updateNotificationPreferences(@Argument NotificationInputs.Update input, Locale locale) {
        try {
            preferences.update(input);
            return new NotificationViews.Changed(preferences.get(locale), List.of());
        } catch (BadInput refused) {
            return new NotificationViews.Changed(null, List.of(messages.userError(refused, locale)));
        }
    }

    @MutationMapping
    NotificationViews.AddressChanged saveMailAddress(@Argument NotificationInputs.SaveMail input, Locale locale) {
        return address(() -> preferences.saveMail(input.address()), locale);
    }

    @MutationMapping
    NotificationViews.AddressChanged confirmMailAddress(@Argument NotificationInputs.ConfirmMail input,
            Locale locale) {
        return address(() -> preferences.confirmMail(input.code()), locale);
    }

    @MutationMapping
    NotificationViews.AddressChanged removeMailAddress(Locale locale) {
        return address(preferences::removeMail, locale);
    }

    private NotificationViews.AddressChanged address(Supplier<NotificationViews.Address> act, Locale locale) {
        return messages.tell(act, NotificationViews.AddressChanged::new, locale);
    }
}
