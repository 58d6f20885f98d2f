package cn.jinlin.api.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Reads the audit trail, for the district administrator alone.
@Service
public class AuditTrail {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Access access;

    AuditTrail(JdbcClient jdbc, JsonMapper json, Access access) {
        this.jdbc = jdbc;
        this.json = json;
        this.access = access;
    }

    /// Entries that fit a filter, the newest first.
    ///
    /// @throws cn.jinlin.api.graphql.BadInput when the filter makes no sense
    Connection<AuditEntry> list(AuditFilter filter, Connection.Request page) {
        access.require(Role.DISTRICT_ADMIN);
        filter.check();
        List<String> conditions = new ArrayList<>(List.of("e.journal = :journal", "e.number < :before"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("journal", Audit.JOURNAL);
        values.put("before", page.before());
        values.put("most", page.limit());
        ask("p.payload::jsonb ->> 'actor' = :actor", "actor", filter.actor(), conditions, values);
        ask("p.payload::jsonb ->> 'object' = :object", "object", filter.plainObject(), conditions, values);
        ask("e.kind = :act", "act", filter.act(), conditions, values);
        ask("e.at >= :from", "from", filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC), conditions,
                values);
        ask("e.at < :until", "until", filter.until() == null ? null : filter.until().atOffset(ZoneOffset.UTC),
                conditions,
                values);
        List<AuditEntry> found = jdbc.sql("""
                select e.number, e.at, e.kind, p.payload from journal_entry e
                left join journal_payload p on p.journal = e.journal and p.number = e.number and p.journal = 'audit'
                where %s order by e.number desc limit :most""".formatted(String.join(" and ", conditions)))
                .params(values)
                .query((row, _) -> new AuditEntry(row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"), said(row.getString("payload"))))
                .list();
        return Connection.of(page, found, AuditEntry::number);
    }

    private static void ask(String condition, String name, @Nullable Object value, List<String> conditions,
            Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private AuditEntry.@Nullable Said said(@Nullable String payload) {
        // An erasure says only which entry it erased.
        return payload == null || !payload.contains("\"actor\"")
                ? null
                : json.readValue(payload, AuditEntry.Said.class);
    }
}
