package cn.jinlin.api.account.rights;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.consent.ConsentState;
import cn.jinlin.api.account.consent.Consents;
import cn.jinlin.api.account.consent.Decision;
import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.account.rights.Erasure.Requested;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Caller;
import cn.jinlin.api.security.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to erasure, and to taking consent back, which may end in one.
@Service
public class ErasureService {

    private final Erasures erasures;
    private final Residents residents;
    private final Consents consents;
    private final Guardians guardians;
    private final FreshSignIn fresh;
    private final RightsRules rules;
    private final Access access;
    private final Clock clock;

    ErasureService(Erasures erasures, Residents residents, Consents consents, Guardians guardians, FreshSignIn fresh,
            RightsRules rules, Access access, Clock clock) {
        this.erasures = erasures;
        this.residents = residents;
        this.consents = consents;
        this.guardians = guardians;
        this.fresh = fresh;
        this.rules = rules;
        this.access = access;
        this.clock = clock;
    }

    /// @param consent where the purpose now stands
    /// @param erasureReceipt of the erasure that follows; null where none does
    record Withdrawn(ConsentState consent, @Nullable String erasureReceipt) {}

    /// @throws BadInput FRESH_SIGN_IN_NEEDED
    @Transactional
    Requested request(boolean immediately) {
        UUID resident = access.getResident();
        if (immediately && !fresh.isGiven()) {
            throw new BadInput("input.immediately", "FRESH_SIGN_IN_NEEDED");
        }
        return open(resident, immediately ? clock.instant() : afterCoolingOff());
    }

    /// @throws BadInput NOTHING_TO_CANCEL also for another's
    @Transactional
    Requested cancel(String id) {
        UUID resident = access.getResident();
        return GlobalId.findUuid("Erasure", id)
                .flatMap(known -> erasures.cancel(known, resident))
                .map(cancelled -> new Requested(cancelled, null))
                .orElseThrow(() -> new BadInput("input.id", "NOTHING_TO_CANCEL"));
    }

    /// @throws BadInput GUARDIAN_DECIDES, UNKNOWN_CHILD
    @Transactional
    Withdrawn withdraw(Purpose purpose, @Nullable String child) {
        UUID caller = access.getResident();
        Subject subject = access.getCaller().subject();
        if (child == null) {
            Consents.requireOwnDecision(purpose);
            return withdraw(caller, purpose, Decision.online(subject));
        }
        UUID known = GlobalId.readUuid(Resident.TYPE, child, "input.child", "UNKNOWN_CHILD");
        if (!purpose.isGuardians() || !guardians.isGuardian(caller, known)) {
            throw new BadInput("input.child", "UNKNOWN_CHILD");
        }
        return withdraw(known, purpose, Decision.guardian(subject));
    }

    /// Without the consent that the account rests on, the account ends.
    private Withdrawn withdraw(UUID resident, Purpose purpose, Decision decision) {
        residents.lock(resident);
        boolean ends = purpose == Purpose.BASIC_SERVICE || purpose == Purpose.UNDER_14;
        boolean changed = consents.withdraw(resident, purpose, decision);
        String receipt = changed && ends ? open(resident, afterCoolingOff()).receipt() : null;
        return new Withdrawn(consents.state(resident, purpose), receipt);
    }

    /// Erases somebody whom nobody is left to act for; the caller has seen to the reason.
    @Transactional
    public void eraseSoon(UUID resident) {
        erasures.insert(resident, Receipt.fresh().hash(), clock.instant());
    }

    /// The signed-in resident's open one.
    Optional<Erasure> findOwn() {
        return access.findCaller()
                .filter(Caller::isResident)
                .flatMap(caller -> erasures.findOpen(caller.subject().id()));
    }

    Optional<Erasure> findByReceipt(String typed) {
        return Receipt.parse(typed).flatMap(receipt -> erasures.findByReceipt(receipt.hash()));
    }

    List<Erasure.Line> report(Erasure erasure) {
        return erasure.state() == Erasure.State.DONE ? erasures.listLines(erasure.id()) : List.of();
    }

    private Requested open(UUID resident, Instant due) {
        residents.lock(resident);
        Receipt receipt = Receipt.fresh();
        return erasures.insert(resident, receipt.hash(), due)
                .or(() -> erasures.renew(resident, receipt.hash(), due))
                .map(erasure -> new Requested(erasure, receipt.text()))
                .orElseGet(() -> new Requested(erasures.findOpen(resident).orElseThrow(), null));
    }

    private Instant afterCoolingOff() {
        return clock.instant().plus(rules.coolingOff());
    }
}
