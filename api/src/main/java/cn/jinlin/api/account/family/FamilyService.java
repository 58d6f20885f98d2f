package cn.jinlin.api.account.family;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.account.consent.Consents;
import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.family.Proxies.Invitation;
import cn.jinlin.api.account.family.Proxy.Kind;
import cn.jinlin.api.account.family.Proxy.State;
import cn.jinlin.api.account.family.ProxyChanged.Change;
import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What residents decide about acting for one another. Each side sees and ends its own; nobody else's id opens anything.
@Service
class FamilyService {

    private final Proxies proxies;
    private final FamilyPolicy policy;
    private final FamilyRules rules;
    private final Residents residents;
    private final People people;
    private final Consents consents;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FamilyService(Proxies proxies, FamilyPolicy policy, FamilyRules rules, Residents residents, People people,
            Consents consents, Access access, Clock clock, ApplicationEventPublisher events) {
        this.proxies = proxies;
        this.policy = policy;
        this.rules = rules;
        this.residents = residents;
        this.people = people;
        this.consents = consents;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /// @throws BadInput CONSENT_REQUIRED, NOT_A_MOBILE, OWN_PHONE, ALREADY_INVITED, SCOPES_EMPTY,
    ///         RELATION_LENGTH_OUT_OF_RANGE, LAST_DAY_OUT_OF_RANGE, TOO_MANY_PROXIES, TOO_MANY_INVITATIONS
    @Transactional
    Proxy invite(FamilyInputs.Invite input) {
        UUID person = access.getResident();
        residents.lock(person);
        consents.require(person, Purpose.ACT_FOR_OTHER, "input");
        PhoneNumber phone = FamilyPolicy.readPhone(input.phone(), "input.phone");
        if (Objects.equals(phone, residents.get(person).phone())) {
            throw new BadInput("input.phone", "OWN_PHONE");
        }
        List<Proxy> open = endLapsed(proxies.listOf(person));
        if (open.stream().anyMatch(proxy -> Objects.equals(phone, proxy.phone()))) {
            throw new BadInput("input.phone", "ALREADY_INVITED");
        }
        policy.requireRoomForProxy(open.size());
        policy.requireInvitationsLeft(proxies.countInvitedToday(person));
        Proxy proxy = proxies.insert(new Invitation(person, Kind.INVITED, FamilyPolicy.readScopes(input.scopes()),
                FamilyPolicy.readRelation(input.relation()), phone, policy.readLastDay(input.endsOn()),
                clock.instant().plus(rules.answerWithin()), null, null));
        events.publishEvent(new ProxyInvited(proxy.id(), person));
        return proxy;
    }

    /// @throws BadInput UNKNOWN_INVITATION also for one to another number; ALREADY_INVITED, TOO_MANY_ACTED_FOR
    @Transactional
    Proxy accept(UUID id) {
        UUID actor = access.getResident();
        Proxy invitation = getInvitation(id, actor);
        // Always in the same order, so that two who accept each other's do not wait for one another.
        Stream.of(actor, invitation.person()).sorted().forEach(residents::lock);
        if (proxies.findActive(actor, invitation.person()).isPresent()) {
            throw new BadInput("input.id", "ALREADY_INVITED");
        }
        policy.requireRoomForActing(proxies.listActedFor(actor).stream().filter(this::isOpen).count());
        if (!proxies.accept(id, actor)) {
            throw new BadInput("input.id", "UNKNOWN_INVITATION");
        }
        return changed(id, Change.ACCEPTED);
    }

    /// @throws BadInput UNKNOWN_INVITATION also for one to another number
    @Transactional
    Proxy decline(UUID id) {
        Proxy invitation = getInvitation(id, access.getResident());
        proxies.end(invitation.id(), State.DECLINED);
        return changed(id, Change.DECLINED);
    }

    /// Ends it at once, whatever side asks.
    ///
    /// @throws BadInput UNKNOWN_PROXY also for others'; GUARDIAN_WITHDRAWS
    @Transactional
    void revoke(UUID id) {
        UUID caller = access.getResident();
        Proxy proxy = proxies.find(id)
                .filter(known -> known.person().equals(caller) || caller.equals(known.actor()))
                .orElseThrow(() -> new BadInput("input.id", "UNKNOWN_PROXY"));
        if (proxy.kind() == Kind.GUARDIAN && stateOf(proxy) == State.ACTIVE) {
            throw new BadInput("input.id", "GUARDIAN_WITHDRAWS");
        }
        if (proxies.end(id, State.ENDED)) {
            changed(id, Change.ENDED);
        }
    }

    /// @throws BadInput UNKNOWN_PROXY also for others', and for what has ended; LAST_DAY_OUT_OF_RANGE
    @Transactional
    Proxy renew(UUID id, LocalDate endsOn) {
        Proxy proxy = getOwnAs(id, State.ACTIVE);
        if (proxy.kind() == Kind.GUARDIAN) {
            throw new BadInput("input.id", "UNKNOWN_PROXY");
        }
        proxies.renew(id, policy.readLastDay(endsOn), proxy.kind(), null);
        return changed(id, Change.RENEWED);
    }

    /// @throws BadInput UNKNOWN_PROXY, NOT_YET_14, CONSENT_REQUIRED, LAST_DAY_OUT_OF_RANGE
    @Transactional
    Proxy confirm(UUID id, @Nullable LocalDate endsOn) {
        Proxy proxy = getOwnAs(id, State.AWAITS_CONFIRMATION);
        policy.requireNoChild(people.getProfile(proxy.person()));
        consents.require(proxy.person(), Purpose.ACT_FOR_OTHER, "input");
        proxies.renew(id, policy.readLastDay(endsOn), Kind.INVITED, null);
        return changed(id, Change.CONFIRMED);
    }

    /// Who acts for the signed-in resident.
    @Transactional(readOnly = true)
    List<Proxy> listOwn() {
        return proxies.listOf(access.getResident()).stream().filter(this::isOpen).toList();
    }

    /// For whom the signed-in resident acts, and is asked to.
    @Transactional(readOnly = true)
    List<Proxy> listActedFor() {
        UUID actor = access.getResident();
        PhoneNumber phone = residents.get(actor).phone();
        Stream<Proxy> invitations = phone == null ? Stream.empty() : proxies.listInvitations(phone).stream();
        return Stream.concat(proxies.listActedFor(actor).stream(), invitations).filter(this::isOpen).toList();
    }

    State stateOf(Proxy proxy) {
        return proxy.on(policy.today(), clock.instant());
    }

    /// The name of somebody on the other side, in full only once both sides have agreed.
    Optional<String> findName(@Nullable UUID resident) {
        return Optional.ofNullable(resident).map(people::getProfile).map(profile -> profile.name());
    }

    Optional<PhoneNumber> findPhone(Proxy proxy) {
        return Optional.ofNullable(proxy.phone())
                .or(() -> Optional.ofNullable(proxy.actor()).flatMap(residents::find).map(Resident::phone));
    }

    private Proxy getInvitation(UUID id, UUID caller) {
        PhoneNumber phone = residents.get(caller).phone();
        return proxies.find(id)
                .filter(proxy -> stateOf(proxy) == State.INVITED)
                .filter(proxy -> phone != null && Objects.equals(phone, proxy.phone())
                        && !proxy.person().equals(caller))
                .orElseThrow(() -> new BadInput("input.id", "UNKNOWN_INVITATION"));
    }

    private Proxy getOwnAs(UUID id, State state) {
        UUID person = access.getResident();
        residents.lock(person);
        return proxies.find(id)
                .filter(proxy -> proxy.person().equals(person) && stateOf(proxy) == state)
                .orElseThrow(() -> new BadInput("input.id", "UNKNOWN_PROXY"));
    }

    private List<Proxy> endLapsed(List<Proxy> listed) {
        listed.stream().filter(proxy -> !isOpen(proxy)).forEach(proxy -> proxies.end(proxy.id(), State.ENDED));
        return listed.stream().filter(this::isOpen).toList();
    }

    private boolean isOpen(Proxy proxy) {
        return stateOf(proxy) != State.ENDED;
    }

    private Proxy changed(UUID id, Change change) {
        Proxy proxy = proxies.get(id);
        events.publishEvent(new ProxyChanged(id, proxy.person(), proxy.actor(), change));
        return proxy;
    }
}
