package cn.jinlin.api.booking.attendance;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import cn.jinlin.api.booking.offer.ServiceKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rule as the record has it.
@Repository
class AttendanceRules {

    private final JdbcClient jdbc;

    AttendanceRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AttendanceRule get() {
        return jdbc.sql("select * from attendance_rule")
                .query((row, _) -> new AttendanceRule(row.getInt("grace_minutes"), row.getInt("absences"),
                        row.getInt("within_days"), row.getInt("block_days"), row.getInt("appeal_days"),
                        kinds((String[]) row.getArray("exempt_kinds").getArray())))
                .single();
    }

    void save(AttendanceRule rule) {
        jdbc.sql("""
                update attendance_rule set grace_minutes = :grace, absences = :absences, within_days = :within,
                    block_days = :block, appeal_days = :appeal, exempt_kinds = :kinds""")
                .param("grace", rule.graceMinutes())
                .param("absences", rule.absences())
                .param("within", rule.withinDays())
                .param("block", rule.blockDays())
                .param("appeal", rule.appealDays())
                .param("kinds", rule.exemptKinds().stream().map(Enum::name).sorted().toArray(String[]::new))
                .update();
    }

    private static Set<ServiceKind> kinds(String[] names) {
        return Arrays.stream(names).map(ServiceKind::valueOf).collect(Collectors.toSet());
    }
}
