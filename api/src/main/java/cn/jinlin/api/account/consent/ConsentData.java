package cn.jinlin.api.account.consent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import org.springframework.stereotype.Component;

/// Decisions in the copy of a person's data, and after its erasure.
@Component
class ConsentData implements PersonalDataSource, PersonalDataEraser {

    private final ConsentRecords records;

    ConsentData(ConsentRecords records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "consents";
    }

    @Override
    public List<Map<String, String>> list(UUID resident) {
        return records.listAll(resident).stream().map(ConsentData::entry).toList();
    }

    private static Map<String, String> entry(ConsentRecord record) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("purpose", record.purpose().name());
        fields.put("version", Integer.toString(record.version()));
        fields.put("given", Boolean.toString(record.isGiven()));
        fields.put("decidedAt", record.decidedAt().toString());
        fields.put("channel", record.channel().name());
        return fields;
    }

    /// That somebody agreed must be provable by whoever processed the data: Personal Information Protection Law,
    /// articles 14 and 69. The bare decision stays, without the paper.
    @Override
    public Outcome erase(UUID resident) {
        int kept = records.deidentify(resident);
        return new Outcome(0, kept, kept == 0 ? null : "PROOF_OF_CONSENT");
    }
}
