package cn.jinlin.api.account.family;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.consent.Consents;
import cn.jinlin.api.account.consent.Decision;
import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.family.Proxy.Kind;
import cn.jinlin.api.account.family.ProxyChanged.Change;
import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.person.Profile;
import cn.jinlin.api.account.person.ProfilePolicy;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.security.Access;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Children under 14, for whom a guardian alone acts and agrees.
@Service
class Children {

    private final Proxies proxies;
    private final FamilyPolicy policy;
    private final ProfilePolicy profiles;
    private final Residents residents;
    private final People people;
    private final Consents consents;
    private final Access access;
    private final ApplicationEventPublisher events;

    Children(Proxies proxies, FamilyPolicy policy, ProfilePolicy profiles, Residents residents, People people,
            Consents consents, Access access, ApplicationEventPublisher events) {
        this.proxies = proxies;
        this.policy = policy;
        this.profiles = profiles;
        this.residents = residents;
        this.people = people;
        this.consents = consents;
        this.access = access;
        this.events = events;
    }

    /// Registering the same child again gives the same child.
    ///
    /// @throws BadInput GUARDIAN_BIRTH_DATE_NEEDED, GUARDIAN_NOT_OF_AGE, NOT_A_CHILD, BIRTH_DATE_OUT_OF_RANGE,
    ///         CONSENT_TEXT_CHANGED, TOO_MANY_ACTED_FOR, or when name or relation break a rule
    @Transactional
    Proxy register(FamilyInputs.RegisterChild input) {
        UUID guardian = access.getResident();
        residents.lock(guardian);
        policy.requireOfAge(people.getProfile(guardian));
        LocalDate lastDay = policy.requireChild(input.birthDate());
        String name = profiles.readName(input.name());
        String relation = FamilyPolicy.readRelation(input.relation());
        Optional<Proxy> known = proxies.listActedFor(guardian)
                .stream()
                .filter(proxy -> proxy.kind() == Kind.GUARDIAN && isCalled(proxy.person(), name, input.birthDate()))
                .findFirst();
        return known.orElseGet(() -> registerNew(guardian, name, input, relation, lastDay));
    }

    private boolean isCalled(UUID child, String name, LocalDate birthDate) {
        Profile profile = people.getProfile(child);
        return name.equals(profile.name()) && Objects.equals(profile.birthDate(), birthDate);
    }

    private Proxy registerNew(UUID guardian, String name, FamilyInputs.RegisterChild input, String relation,
            LocalDate lastDay) {
        policy.requireRoomForActing(proxies.listActedFor(guardian).size());
        UUID child = residents.withoutPhone().id();
        Decision decision = Decision.guardian(access.getCaller().subject());
        consents.give(child, Purpose.UNDER_14, input.version(), decision);
        consents.giveInForce(child, Purpose.BASIC_SERVICE, decision);
        people.introduce(child, name, input.birthDate());
        Proxy proxy = proxies.insertGuardian(guardian, child, relation, lastDay);
        events.publishEvent(new ProxyChanged(proxy.id(), child, guardian, Change.CHILD_REGISTERED));
        return proxy;
    }
}
