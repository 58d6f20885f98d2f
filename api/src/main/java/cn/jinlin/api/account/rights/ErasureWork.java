package cn.jinlin.api.account.rights;

import java.util.Comparator;
import java.util.List;

import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataEraser.Outcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries erasures out, domain by domain. Each step and its line of the report are one transaction, so that whoever
/// resumes after a kill knows what is left.
@Component
class ErasureWork {

    private static final String ACCOUNT = "account";

    private final Erasures erasures;
    private final Residents residents;
    private final List<PersonalDataEraser> domains;
    private final RightsRules rules;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ErasureWork(Erasures erasures, Residents residents, List<PersonalDataEraser> domains, RightsRules rules,
            TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.erasures = erasures;
        this.residents = residents;
        this.domains = domains.stream().sorted(Comparator.comparing(PersonalDataEraser::name)).toList();
        this.rules = rules;
        this.transaction = transaction;
        this.events = events;
    }

    /// @return whether there was one to do
    boolean doNext() {
        return erasures.claim(rules.lease()).map(this::carryOut).isPresent();
    }

    /// The phone goes first: from then on nobody signs in as this person, and no domain gets new data of them behind the
    /// work's back.
    private Erasure carryOut(Erasure erasure) {
        step(erasure, ACCOUNT, () -> {
            events.publishEvent(new ResidentErased(erasure.residentId()));
            return Outcome.removed(residents.erase(erasure.residentId()) ? 1 : 0);
        });
        for (PersonalDataEraser domain : domains) {
            step(erasure, domain.name(), () -> domain.erase(erasure.residentId()));
        }
        erasures.finish(erasure.id());
        return erasure;
    }

    private void step(Erasure erasure, String name, java.util.function.Supplier<Outcome> work) {
        transaction.executeWithoutResult(_ -> {
            if (!erasures.isStepDone(erasure.id(), name)) {
                erasures.insertStep(erasure.id(), name, work.get());
            }
        });
    }
}
