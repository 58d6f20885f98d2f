package cn.jinlin.api.booking.attendance;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.security.Duty;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.TestTokens;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A facility, a service, and appointments whose time has gone by.
@TestComponent
class PastOfOnePerson {

    static final Instant NOW = Instant.parse("2026-09-29T02:00:00Z");

    private final JdbcClient jdbc;
    private final GraphQl graphQl;
    private final TestTokens tokens;

    PastOfOnePerson(JdbcClient jdbc, GraphQl graphQl, TestTokens tokens) {
        this.jdbc = jdbc;
        this.graphQl = graphQl;
        this.tokens = tokens;
    }

    record Place(long facility, UUID unit, long schedule, long service) {}

    Place prepare() {
        String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        long facility = insert("""
                insert into facility (source, external_id, name, category)
                values ('test', :mark, '梅园事务中心', 'GOV-A') returning id""", Map.of("mark", mark));
        UUID unit = UUID.randomUUID();
        jdbc.sql("""
                insert into unit (id, kind, parent_id, name, facility_id, created_at)
                select ?, 'FACILITY_DESK', id, '前台', ?, now() from unit where kind = 'DISTRICT'""")
                .param(unit)
                .param(facility)
                .update();
        long service = insert("""
                insert into bookable_service (number, kind, name) values (:number, 'COUNTER', '社会保障卡申领')
                returning id""", Map.of("number", "CARD-" + mark));
        long schedule = insert("""
                insert into schedule (service_id, facility_id, resource, lines, duration_minutes, capacity)
                values (:service, :facility, '3 号窗口', '[]', 15, 10) returning id""",
                Map.of("service", service, "facility", facility));
        return new Place(facility, unit, schedule, service);
    }

    private long insert(String statement, Map<String, ?> values) {
        return jdbc.sql(statement).params(values).query(Long.class).single();
    }

    /// @param ago when it began; it lasted a quarter of an hour
    UUID book(Place place, UUID person, Duration ago) {
        Timestamp starts = Timestamp.from(NOW.minus(ago));
        Timestamp ends = Timestamp.from(NOW.minus(ago).plusSeconds(900));
        long slot = insert("""
                insert into slot (series_id, starts_at, ends_at, releases_at, closes_at, capacity, taken, room_online,
                                  taken_online, flows_back_at)
                values (:series, :starts, :ends, :starts - interval '9 days', :starts, 10, 1, 10, 1,
                        :starts - interval '9 days')
                on conflict (series_id, starts_at) do update set taken = slot.taken + 1, taken_online = slot.taken_online + 1
                returning id""".replace(":starts -", "cast(:starts as timestamptz) -"),
                Map.of("series", place.schedule(), "starts", starts, "ends", ends));
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into slot_claim (id, slot_id, pool, places, state, holder, created_at)
                values (?, ?, 'ONLINE', 1, 'TAKEN', ?, now())""").param(id).param(slot).param(person).update();
        jdbc.sql("""
                insert into appointment (id, number, service_id, schedule_id, facility_id, slot_claim, slot_id, starts_at,
                    ends_at, person_id, actor_id, channel, state, created_at, changed_at)
                values (:id, :number, :service, :schedule, :facility, :id, :slot, :starts, :ends, :person, :person,
                        'ONLINE', 'BOOKED', now(), now())""")
                .param("id", id)
                .param("number", "T" + id.toString().substring(0, 8).toUpperCase(Locale.ROOT))
                .param("service", place.service())
                .param("schedule", place.schedule())
                .param("facility", place.facility())
                .param("slot", slot)
                .param("starts", starts)
                .param("ends", ends)
                .param("person", person)
                .update();
        return id;
    }

    String state(UUID appointment) {
        return jdbc.sql("select state from appointment where id = ?").param(appointment).query(String.class).single();
    }

    String token(UUID resident) {
        return tokens.resident(resident);
    }

    GraphQl.Answer query(String document, Map<String, ?> variables, Duty duty) {
        return graphQl.send(document, variables, "en", tokens.staff(PeopleOfThree.CLERK, duty));
    }
}
