package cn.jinlin.api.account.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Which staff may see what of whom. The least that their work needs: Personal Information Protection Law, articles 6
/// and 51. District administrators look after the portal, not after people, and see nobody.
@Component
class AccessPolicy {

    static final Set<Role> DESK = Set.of(Role.FACILITY_DESK);

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;
    private static final Map<Role, Set<PersonalField>> SEEN_BY = Map.of(
            Role.FACILITY_DESK, EnumSet.allOf(PersonalField.class),
            Role.VOLUNTEER_COORDINATOR,
            EnumSet.of(PersonalField.NAME, PersonalField.PHONE, PersonalField.ACCESSIBILITY_NEEDS),
            Role.MAILBOX_CLERK, EnumSet.of(PersonalField.NAME, PersonalField.PHONE, PersonalField.HOME),
            Role.UNIT_LEADER, EnumSet.of(PersonalField.NAME, PersonalField.PHONE));
    static final Set<Role> WORK_WITH_RESIDENTS = SEEN_BY.keySet();

    private final AccessRecords records;
    private final AccessRules rules;
    private final ObjectProvider<ConcernsResident> domains;

    AccessPolicy(AccessRecords records, AccessRules rules, ObjectProvider<ConcernsResident> domains) {
        this.records = records;
        this.rules = rules;
        this.domains = domains;
    }

    /// Whether their work has to do with the person.
    boolean hasToDoWith(Duty duty, UUID resident) {
        return records.hasMet(duty, resident, rules.foundFor())
                || domains.stream().anyMatch(domain -> domain.concerns(duty, resident));
    }

    /// @throws BadInput TOO_MANY_LOOKS
    void requireFindsLeft(UUID staff) {
        if (records.countToday(staff, AccessAct.FOUND_BY_PHONE) >= rules.findsPerDay()) {
            throw new BadInput("input", "TOO_MANY_LOOKS", rules.findsPerDay());
        }
    }

    /// @throws BadInput TOO_MANY_LOOKS
    void requireRevealsLeft(UUID staff) {
        if (records.countToday(staff, AccessAct.REVEALED) >= rules.revealsPerDay()) {
            throw new BadInput("input", "TOO_MANY_LOOKS", rules.revealsPerDay());
        }
    }

    /// @throws BadInput FIELDS_EMPTY, FIELD_NOT_FOR_ROLE
    void requireSeenBy(Role role, List<PersonalField> fields) {
        if (fields.isEmpty()) {
            throw new BadInput("input.fields", "FIELDS_EMPTY");
        }
        if (!SEEN_BY.getOrDefault(role, Set.of()).containsAll(fields)) {
            throw new BadInput("input.fields", "FIELD_NOT_FOR_ROLE");
        }
    }

    /// @throws BadInput REASON_LENGTH_OUT_OF_RANGE
    String readReason(String written) {
        String reason = written.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON
                || reason.codePoints().distinct().count() < SHORTEST_REASON / 2) {
            throw new BadInput("input.reason", "REASON_LENGTH_OUT_OF_RANGE", SHORTEST_REASON, LONGEST_REASON);
        }
        return reason;
    }
}
