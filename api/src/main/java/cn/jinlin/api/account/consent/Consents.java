package cn.jinlin.api.account.consent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to consents. A domain asks [#require] before it keeps anything for a purpose, and listens to
/// [ConsentWithdrawn] to remove it again.
@Service
public class Consents {

    private final ConsentTexts texts;
    private final ConsentRecords records;
    private final Residents residents;
    private final Access access;
    private final ApplicationEventPublisher events;

    Consents(ConsentTexts texts, ConsentRecords records, Residents residents, Access access,
            ApplicationEventPublisher events) {
        this.texts = texts;
        this.records = records;
        this.residents = residents;
        this.access = access;
        this.events = events;
    }

    public List<ConsentText> listTexts() {
        return texts.listInForce();
    }

    /// Whether the resident agreed to the text in force.
    public boolean isGiven(UUID resident, Purpose purpose) {
        return state(resident, purpose).isGiven();
    }

    /// @param field path of the input that would be kept
    /// @throws BadInput CONSENT_REQUIRED unless the resident agreed to the text in force
    public void require(UUID resident, Purpose purpose, String field) {
        ConsentState state = state(resident, purpose);
        if (!state.isGiven()) {
            throw new BadInput(field, "CONSENT_REQUIRED", state.purpose().title(), state.purpose().titleEn());
        }
    }

    public ConsentState state(UUID resident, Purpose purpose) {
        return new ConsentState(texts.getInForce(purpose), records.findLast(resident, purpose).orElse(null));
    }

    /// Every purpose, in its order. For the resident's own eyes: the caller sees to that.
    public List<ConsentState> listStates(UUID resident) {
        Map<Purpose, ConsentRecord> last = records.listLast(resident)
                .stream()
                .collect(Collectors.toMap(ConsentRecord::purpose, Function.identity()));
        return texts.listInForce().stream().map(text -> new ConsentState(text, last.get(text.purpose()))).toList();
    }

    /// The signed-in resident's decisions.
    @Transactional(readOnly = true)
    public Connection<ConsentRecord> listOwn(Connection.Request page) {
        return Connection.of(page, records.list(access.getResident(), page), ConsentRecord::id);
    }

    /// The signed-in resident agrees for themselves. Agreeing again to the same text changes nothing.
    ///
    /// @throws BadInput CONSENT_TEXT_CHANGED, GUARDIAN_DECIDES
    @Transactional
    public ConsentState give(Purpose purpose, int version) {
        UUID resident = access.getResident();
        residents.lock(resident);
        requireOwnDecision(purpose);
        return give(resident, purpose, version, Decision.online(access.getCaller().subject()));
    }

    /// Somebody agrees for a person who cannot sign in; the caller has seen to their right to.
    @Transactional
    public ConsentState give(UUID resident, Purpose purpose, int version, Decision decision) {
        ConsentText text = texts.getInForce(purpose);
        if (text.version() != version) {
            throw new BadInput("input.version", "CONSENT_TEXT_CHANGED", text.version());
        }
        if (!isGiven(resident, purpose)) {
            records.insert(resident, text, true, decision);
        }
        return state(resident, purpose);
    }

    /// Agreed to on paper, in whatever text is in force.
    @Transactional
    public void giveInForce(UUID resident, Purpose purpose, Decision decision) {
        give(resident, purpose, texts.getInForce(purpose).version(), decision);
    }

    /// Takes it back. Withdrawing what was never given changes nothing, and nothing follows.
    ///
    /// @return whether there was something to take back
    @Transactional
    public boolean withdraw(UUID resident, Purpose purpose, Decision decision) {
        ConsentState state = state(resident, purpose);
        if (!state.isGiven() && !state.isOutdated()) {
            return false;
        }
        records.insert(resident, state.purpose(), false, decision);
        events.publishEvent(new ConsentWithdrawn(resident, purpose));
        return true;
    }

    /// @throws BadInput GUARDIAN_DECIDES
    public static void requireOwnDecision(Purpose purpose) {
        if (purpose.isGuardians()) {
            throw new BadInput("input.purpose", "GUARDIAN_DECIDES");
        }
    }

    @Transactional
    ConsentText publish(ConsentInputs.Publish text) {
        access.require(Role.DISTRICT_ADMIN);
        text.require();
        return texts.publish(text.purpose(), text);
    }
}
