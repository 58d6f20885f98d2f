package cn.jinlin.api.account.family;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.account.access.ActingDuty;
import cn.jinlin.api.account.access.ResidentAccess;
import cn.jinlin.api.account.consent.Consents;
import cn.jinlin.api.account.consent.Decision;
import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.family.Proxies.Invitation;
import cn.jinlin.api.account.family.Proxy.Kind;
import cn.jinlin.api.account.family.Proxy.State;
import cn.jinlin.api.account.family.ProxyChanged.Change;
import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What desks do on paper for people who do not sign in. Each act is on record and shown to the person.
@Service
class DeskFamily {

    private static final Set<Role> DESK = Set.of(Role.FACILITY_DESK);

    private final Proxies proxies;
    private final FamilyService family;
    private final FamilyPolicy policy;
    private final FamilyRules rules;
    private final Residents residents;
    private final People people;
    private final Consents consents;
    private final ResidentAccess looks;
    private final ActingDuty acting;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DeskFamily(Proxies proxies, FamilyService family, FamilyPolicy policy, FamilyRules rules, Residents residents,
            People people, Consents consents, ResidentAccess looks, ActingDuty acting, Access access, Clock clock,
            ApplicationEventPublisher events) {
        this.proxies = proxies;
        this.family = family;
        this.policy = policy;
        this.rules = rules;
        this.residents = residents;
        this.people = people;
        this.consents = consents;
        this.looks = looks;
        this.acting = acting;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /// @throws BadInput when a field breaks a rule, or UNIT_NEEDED
    @Transactional
    Proxy register(FamilyInputs.RegisterWithoutPhone input) {
        Duty duty = acting.get(DESK, input.unit(), "input.unit");
        PhoneNumber phone = FamilyPolicy.readPhone(input.proxyPhone(), "input.proxyPhone");
        String paper = FamilyPolicy.readPaperNumber(input.paperNumber());
        if (input.birthDate() != null) {
            policy.requireNotRegisteredByDesk(input.birthDate());
        }
        UUID person = residents.withoutPhone().id();
        people.introduce(person, input.name(), input.birthDate());
        Decision decision = Decision.paper(access.getCaller().subject(), paper);
        consents.giveInForce(person, Purpose.BASIC_SERVICE, decision);
        consents.giveInForce(person, Purpose.ACT_FOR_OTHER, decision);
        Proxy proxy = proxies.insert(new Invitation(person, Kind.DESK, FamilyPolicy.readScopes(input.scopes()),
                FamilyPolicy.readRelation(input.relation()), phone, policy.readLastDay(input.endsOn()),
                clock.instant().plus(rules.answerWithin()), duty.unit(), paper));
        looks.noteRegistered(duty, person);
        events.publishEvent(new ProxyInvited(proxy.id(), person));
        return proxy;
    }

    /// @throws BadInput UNKNOWN_PROXY also where the desk has nothing to do with either side; NOT_YET_14,
    ///         LAST_DAY_OUT_OF_RANGE, PAPER_NUMBER_NEEDED, UNIT_NEEDED
    @Transactional
    Proxy change(UUID id, FamilyInputs.ChangeAtDesk input) {
        Duty duty = acting.get(DESK, input.unit(), "input.unit");
        String paper = FamilyPolicy.readPaperNumber(input.paperNumber());
        Proxy proxy = proxies.find(id)
                .filter(known -> isConcerned(duty, known))
                .orElseThrow(() -> new BadInput("input.id", "UNKNOWN_PROXY"));
        residents.lock(proxy.person());
        Change done = switch (input.change()) {
            case END -> end(proxy);
            case RENEW -> renew(proxy, input.endsOn(), paper);
            case CONFIRM -> confirm(proxy, input.endsOn(), paper);
        };
        looks.noteRegistered(duty, proxy.person());
        events.publishEvent(new ProxyChanged(id, proxy.person(), proxy.actor(), done));
        return proxies.get(id);
    }

    /// @throws org.springframework.security.access.AccessDeniedException unless the caller works at that desk
    @Transactional(readOnly = true)
    Connection<Proxy> list(UUID unit, Connection.Request page) {
        access.require(Role.FACILITY_DESK, unit);
        return Connection.of(page, proxies.listOfDesk(unit, page), Proxy::position);
    }

    private boolean isConcerned(Duty duty, Proxy proxy) {
        boolean isOwnRegistration = duty.unit() != null && duty.unit().equals(proxy.unit());
        return isOwnRegistration || Stream.of(Optional.of(proxy.person()), Optional.ofNullable(proxy.actor()))
                .flatMap(Optional::stream)
                .anyMatch(side -> looks.hasToDoWith(duty, side));
    }

    private Change end(Proxy proxy) {
        if (!proxies.end(proxy.id(), State.ENDED)) {
            throw new BadInput("input.id", "UNKNOWN_PROXY");
        }
        return Change.ENDED;
    }

    private Change renew(Proxy proxy, @Nullable LocalDate endsOn, String paper) {
        if (family.stateOf(proxy) != State.ACTIVE || proxy.kind() == Kind.GUARDIAN) {
            throw new BadInput("input.id", "UNKNOWN_PROXY");
        }
        proxies.renew(proxy.id(), policy.readLastDay(endsOn), proxy.kind(), paper);
        return Change.RENEWED;
    }

    private Change confirm(Proxy proxy, @Nullable LocalDate endsOn, String paper) {
        policy.requireNoChild(people.getProfile(proxy.person()));
        if (family.stateOf(proxy) != State.AWAITS_CONFIRMATION) {
            throw new BadInput("input.id", "UNKNOWN_PROXY");
        }
        consents.giveInForce(proxy.person(), Purpose.ACT_FOR_OTHER,
                Decision.paper(access.getCaller().subject(), paper));
        proxies.renew(proxy.id(), policy.readLastDay(endsOn), Kind.DESK, paper);
        return Change.CONFIRMED;
    }
}
