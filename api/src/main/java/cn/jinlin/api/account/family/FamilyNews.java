package cn.jinlin.api.account.family;

import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.personal.Masks;
import cn.jinlin.api.security.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells both sides when acting for one another begins, is refused or ends. An invitation itself goes to the invited
/// number by text message, whether or not it belongs to anybody here.
@Component
class FamilyNews {

    private final Notifications notifications;
    private final Proxies proxies;
    private final People people;
    private final Residents residents;

    FamilyNews(Notifications notifications, Proxies proxies, People people, Residents residents) {
        this.notifications = notifications;
        this.proxies = proxies;
        this.people = people;
        this.residents = residents;
    }

    @EventListener
    void onChange(ProxyChanged changed) {
        UUID actor = proxies.get(changed.proxy()).actor();
        switch (changed.change()) {
            case ACCEPTED, DECLINED -> tell(changed.person(), "family.answered", actor);
            case ENDED -> {
                tell(changed.person(), "family.ended", actor);
                tell(actor, "family.ended", changed.person());
            }
            case RENEWED, CONFIRMED, CHILD_REGISTERED -> {
                // Whoever does this sees it on the page, and nobody loses by it.
            }
        }
    }

    /// Whoever is being erased is told nothing more: it would be kept after all else has gone.
    private void tell(@Nullable UUID resident, String kind, @Nullable UUID other) {
        if (resident != null && residents.find(resident).filter(found -> !found.isErased()).isPresent()) {
            notifications.send(new Subject(Subject.Kind.RESIDENT, resident), kind, Map.of("person", maskedName(other)));
        }
    }

    private String maskedName(@Nullable UUID resident) {
        String name = resident == null ? null : people.getProfile(resident).name();
        return name == null ? "***" : Masks.name(name);
    }
}
