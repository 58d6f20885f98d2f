package cn.jinlin.api.account.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import cn.jinlin.api.personal.RetentionRule;
import org.springframework.stereotype.Component;

/// Looks by staff in the copy of a person's data, after its erasure, and when they are old.
@Component
class AccessData implements PersonalDataSource, PersonalDataEraser, RetentionRule {

    private final AccessRecords records;
    private final AccessRules rules;

    AccessData(AccessRecords records, AccessRules rules) {
        this.records = records;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "access-records";
    }

    @Override
    public List<Map<String, String>> list(UUID resident) {
        return records.listAll(resident).stream().map(AccessData::entry).toList();
    }

    private static Map<String, String> entry(AccessRecord look) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("at", look.at().toString());
        fields.put("act", look.act().name());
        fields.put("role", look.role().name());
        if (!look.fields().isEmpty()) {
            fields.put("fields", look.fields().stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        if (look.reasonKind() != null) {
            fields.put("reasonKind", look.reasonKind().name());
        }
        if (look.reason() != null) {
            fields.put("reason", look.reason());
        }
        return fields;
    }

    /// Who looked at whom is kept six months at least: Cybersecurity Law, article 21.
    @Override
    public Outcome erase(UUID resident) {
        int kept = records.deidentify(resident);
        return new Outcome(0, kept, kept == 0 ? null : "ACCESS_LOG");
    }

    @Override
    public int apply() {
        return records.deleteOlderThan(rules.recordsKept());
    }
}
