package cn.jinlin.api.account.family;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.account.family.Proxy.Kind;
import cn.jinlin.api.account.family.Proxy.State;
import cn.jinlin.api.account.person.ProfilePolicy;
import cn.jinlin.api.account.rights.Guardians;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// The door for every domain in which somebody may act for another.
@Service
public class ActingFor implements Guardians {

    private final Proxies proxies;
    private final ProfilePolicy days;
    private final Clock clock;

    ActingFor(Proxies proxies, ProfilePolicy days, Clock clock) {
        this.proxies = proxies;
        this.days = days;
        this.clock = clock;
    }

    /// Who acts for whom, to be stored with the act. Asked at each act: what was revoked a moment ago does not count.
    ///
    /// @param actor the signed-in resident
    /// @param person whose matter it is; the actor themselves needs no proxy
    /// @throws AccessDeniedException unless the actor may, today and in that scope
    public OnBehalf require(UUID actor, UUID person, Scope scope) {
        if (actor.equals(person)) {
            return new OnBehalf(actor, person, null);
        }
        return proxies.findActive(actor, person)
                .filter(this::isInForce)
                .filter(proxy -> proxy.scopes().contains(scope))
                .map(proxy -> new OnBehalf(actor, person, proxy.id()))
                .orElseThrow(() -> new AccessDeniedException("May not act for them"));
    }

    /// Who may act for a person, today and in that scope.
    public List<UUID> listActors(UUID person, Scope scope) {
        return proxies.listOf(person)
                .stream()
                .filter(this::isInForce)
                .filter(proxy -> proxy.scopes().contains(scope))
                .flatMap(proxy -> Stream.ofNullable(proxy.actor()))
                .toList();
    }

    /// Whom somebody may act for today, in that scope.
    public List<UUID> listPersons(UUID actor, Scope scope) {
        return proxies.listActedFor(actor)
                .stream()
                .filter(this::isInForce)
                .filter(proxy -> proxy.scopes().contains(scope))
                .map(Proxy::person)
                .toList();
    }

    @Override
    public boolean isGuardian(UUID guardian, UUID child) {
        return proxies.findActive(guardian, child)
                .filter(proxy -> proxy.kind() == Kind.GUARDIAN)
                .filter(this::isInForce)
                .isPresent();
    }

    private boolean isInForce(Proxy proxy) {
        return proxy.on(days.today(), clock.instant()) == State.ACTIVE;
    }
}
