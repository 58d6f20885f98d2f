package cn.jinlin.api.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.access.AccessAct;
import cn.jinlin.api.account.access.RevealReason;
import cn.jinlin.api.account.access.StaffActed;
import cn.jinlin.api.account.access.UnitNames;
import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.security.SignedIn;
import cn.jinlin.api.security.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells people what happened to their account without their doing: a sign-in on another device, a look at their data.
@Component
class AccountNews {

    /// Whoever has just made an account knows that they signed in. Later on, no sign-in remembered means a long silence.
    private static final Duration NEW_ACCOUNT = Duration.ofDays(1);

    private final Notifications notifications;
    private final Residents residents;
    private final People people;
    private final UnitNames units;
    private final Messages messages;
    private final Clock clock;

    AccountNews(Notifications notifications, Residents residents, People people, UnitNames units, Messages messages,
            Clock clock) {
        this.notifications = notifications;
        this.residents = residents;
        this.people = people;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    void onSignIn(SignedIn signedIn) {
        if (!signedIn.isKnownDevice() && isWorthTelling(signedIn)) {
            notifications.send(signedIn.subject(), "account.new_device",
                    Map.of("device", signedIn.device(), "signedInAt", signedIn.at().toString()));
        }
    }

    private boolean isWorthTelling(SignedIn signedIn) {
        if (signedIn.subject().kind() == Subject.Kind.STAFF) {
            return !signedIn.isFirst();
        }
        Instant isNew = clock.instant().minus(NEW_ACCOUNT);
        return find(signedIn.subject().id())
                .filter(resident -> !signedIn.isFirst() || resident.createdAt().isBefore(isNew))
                .isPresent();
    }

    /// In the transaction of the look: nobody sees more than masks without the person being told.
    @EventListener
    void onLook(StaffActed acted) {
        if (acted.act() == AccessAct.REVEALED && acted.resident() != null) {
            find(acted.resident()).ifPresent(resident -> tell(resident.id(), acted.duty().unit(), acted.reasonKind()));
        }
    }

    private void tell(UUID resident, @Nullable UUID unit, @Nullable RevealReason reason) {
        Locale language = Locale.forLanguageTag(people.getProfile(resident).language());
        Optional<String> name = Optional.ofNullable(unit)
                .map(known -> units.listNames(List.of(known), language).get(known));
        notifications.send(new Subject(Subject.Kind.RESIDENT, resident), "account.data_seen",
                Map.of("unit", name.orElseGet(() -> messages.get("account-news.unnamed-unit", language)), "reason",
                        messages.get("account-news.reason." + (reason == null ? "NONE" : reason.name()), language),
                        "seenAt", clock.instant().toString()));
    }

    /// Whoever is being erased is told nothing more.
    private Optional<Resident> find(UUID resident) {
        return residents.find(resident).filter(found -> !found.isErased());
    }
}
