package cn.jinlin.api.booking.attendance;

import java.util.Map;

import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.booking.attendance.AttendanceInputs.AppealView;
import cn.jinlin.api.booking.attendance.AttendanceInputs.Attendance;
import cn.jinlin.api.booking.attendance.AttendanceInputs.OwnAbsence;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.graphql.PlainField;
import graphql.schema.DataFetchingEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Fields computed from absences and appeals.
@Configuration(proxyBeanMethods = false)
class AttendanceWiring {

    @Bean
    RuntimeWiringConfigurer attendanceFields() {
        PlainField<Attendance> person = (each, _) -> GlobalId.of(Resident.TYPE, each.person());
        PlainField<Appeal> appealId = (each, _) -> GlobalId.of(Appeal.TYPE, each.id());
        PlainField<Appeal> text = (each, _) -> each.text() == null ? "" : each.text();
        return wiring -> wiring.type("Attendance", type -> type.dataFetcher("person", person))
                .type("Appeal", type -> type.dataFetcher("id", appealId).dataFetcher("text", text))
                .type("Absence", type -> {
                    absence().forEach(type::dataFetcher);
                    return type;
                })
                .type("AttendanceAppeal", type -> {
                    appeal().forEach(type::dataFetcher);
                    return type;
                });
    }

    private static Map<String, PlainField<OwnAbsence>> absence() {
        return Map.of("id", (each, _) -> GlobalId.of(Absence.TYPE, each.absence().id()),
                "number", (each, _) -> each.absence().number(),
                "startsAt", (each, _) -> each.absence().startsAt(),
                "serviceName", (each, env) -> each.absence().serviceName(env.getLocale()),
                "facilityName", (each, env) -> name(each.facility(), env));
    }

    private static Map<String, PlainField<AppealView>> appeal() {
        return Map.ofEntries(Map.entry("id", (each, _) -> GlobalId.of(Appeal.TYPE, each.appeal().id())),
                Map.entry("text", (each, _) -> each.appeal().text() == null ? "" : each.appeal().text()),
                Map.entry("state", (each, _) -> each.appeal().state()),
                Map.entry("createdAt", (each, _) -> each.appeal().createdAt()),
                Map.entry("decidedAt", (each, _) -> each.appeal().decidedAt()),
                Map.entry("reason", (each, _) -> each.appeal().reason()),
                Map.entry("number", (each, _) -> each.absence().number()),
                Map.entry("startsAt", (each, _) -> each.absence().startsAt()),
                Map.entry("serviceName", (each, env) -> each.absence().serviceName(env.getLocale())),
                Map.entry("facilityName", (each, env) -> name(each.facility(), env)));
    }

    private static String name(Facility facility, DataFetchingEnvironment env) {
        return Languages.pick(env.getLocale(), facility.details().name(), facility.details().nameEn());
    }
}
