package cn.jinlin.api.booking.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import cn.jinlin.api.personal.RetentionRule;
import org.springframework.stereotype.Component;

/// Absences, appeals and exemptions in the copy of a person's data, after its erasure, and when they are old.
@Component
class AttendanceData implements PersonalDataSource, PersonalDataEraser, RetentionRule {

    private final Absences absences;
    private final Appeals appeals;
    private final Exemptions exemptions;
    private final Clock clock;

    AttendanceData(Absences absences, Appeals appeals, Exemptions exemptions, Clock clock) {
        this.absences = absences;
        this.appeals = appeals;
        this.exemptions = exemptions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "attendance";
    }

    @Override
    public List<Map<String, String>> list(UUID resident) {
        List<Absence> missed = absences.listOf(resident).reversed();
        Map<UUID, Appeal> appealed = appeals.listOf(missed.stream().map(Absence::id).toList());
        List<Map<String, String>> entries = new ArrayList<>();
        missed.forEach(absence -> entries.add(entry(absence, appealed)));
        exemptions.findLastDay(resident).ifPresent(until -> {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("exemptUntil", until.toString());
            exemptions.findReason(resident).ifPresent(reason -> fields.put("exemptReason", reason));
            entries.add(fields);
        });
        return entries;
    }

    private static Map<String, String> entry(Absence absence, Map<UUID, Appeal> appealed) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", absence.number());
        fields.put("at", absence.startsAt().toString());
        fields.put("state", absence.state().name());
        Appeal appeal = appealed.get(absence.id());
        if (appeal != null && appeal.text() != null) {
            fields.put("appeal", appeal.text());
            fields.put("decision", appeal.state().name());
        }
        if (appeal != null && appeal.reason() != null) {
            fields.put("reason", appeal.reason());
        }
        return fields;
    }

    /// That somebody did not come stays for the figures, and names nobody.
    @Override
    public Outcome erase(UUID resident) {
        appeals.forget(resident);
        int kept = absences.forget(resident);
        int removed = exemptions.delete(resident);
        return new Outcome(removed, kept, kept == 0 ? null : "DESK_FIGURES");
    }

    @Override
    public int apply() {
        return exemptions.deleteEndedBefore(LocalDate.ofInstant(clock.instant(), Scalars.SHANGHAI).minusYears(1));
    }
}
