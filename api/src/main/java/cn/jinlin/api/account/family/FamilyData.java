package cn.jinlin.api.account.family;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.jinlin.api.account.consent.ConsentWithdrawn;
import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.family.Proxy.Kind;
import cn.jinlin.api.account.family.Proxy.State;
import cn.jinlin.api.account.rights.ErasureService;
import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import cn.jinlin.api.personal.RetentionRule;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Acting for another in the copy of a person's data, in its erasure, when consent is withdrawn, and when it is old.
@Component
class FamilyData implements PersonalDataSource, PersonalDataEraser, RetentionRule {

    private final Proxies proxies;
    private final ProxiesKept kept;
    private final FamilyPolicy policy;
    private final FamilyRules rules;
    private final ErasureService erasures;
    private final Clock clock;

    FamilyData(Proxies proxies, ProxiesKept kept, FamilyPolicy policy, FamilyRules rules, ErasureService erasures,
            Clock clock) {
        this.proxies = proxies;
        this.kept = kept;
        this.policy = policy;
        this.rules = rules;
        this.erasures = erasures;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "family";
    }

    @Override
    public List<Map<String, String>> list(UUID resident) {
        return proxies.listAll(resident).stream().map(proxy -> entry(resident, proxy)).toList();
    }

    /// The other side's name is theirs: it is in no copy but their own.
    private Map<String, String> entry(UUID resident, Proxy proxy) {
        boolean isPerson = proxy.person().equals(resident);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("side", isPerson ? "ACTED_FOR" : "ACTS");
        if (proxy.relation() != null) {
            fields.put("relation", proxy.relation());
        }
        if (isPerson && proxy.phone() != null) {
            fields.put("phone", proxy.phone().masked());
        }
        fields.put("kind", proxy.kind().name());
        fields.put("state", proxy.on(policy.today(), clock.instant()).name());
        fields.put("scopes", proxy.scopes().stream().map(Enum::name).collect(Collectors.joining(", ")));
        fields.put("endsOn", proxy.endsOn().toString());
        if (proxy.acceptedAt() != null) {
            fields.put("since", proxy.acceptedAt().toString());
        }
        return fields;
    }

    /// That somebody could act for another must be provable as long as the act can be contested: Civil Code, article 188.
    /// A child whom nobody else acts for goes with its guardian, for nobody could reach its data any more.
    @Override
    public Outcome erase(UUID resident) {
        proxies.listActedFor(resident)
                .stream()
                .filter(proxy -> proxy.kind() == Kind.GUARDIAN)
                .filter(proxy -> proxies.listOf(proxy.person()).size() == 1)
                .forEach(proxy -> erasures.eraseSoon(proxy.person()));
        ProxiesKept.Forgotten forgotten = kept.forget(resident);
        return new Outcome(forgotten.dropped(), forgotten.kept(),
                forgotten.kept() == 0 ? null : "PROOF_OF_AGENCY");
    }

    @EventListener
    void end(ConsentWithdrawn withdrawn) {
        if (withdrawn.purpose() == Purpose.ACT_FOR_OTHER || withdrawn.purpose() == Purpose.UNDER_14) {
            proxies.listOf(withdrawn.resident()).forEach(proxy -> proxies.end(proxy.id(), State.ENDED));
        }
    }

    @Override
    public int apply() {
        return kept.endLapsed(policy.today()) + kept.deleteEndedBefore(clock.instant().minus(rules.endedKept()));
    }
}
