package cn.jinlin.api.booking.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.TestTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A facility of its own with a desk, two services and their slots of today, and what its staff do. It is always ten in the
/// morning.
@TestComponent
class DeskOfOneFacility {

    static final Instant NOW = Instant.parse("2026-09-29T02:00:00Z");
    static final String TICKET = "ticket { id number lane state place dueAt calls service counter { id name { zh } } maskedName }";

    private static final UUID CLERK = UUID.fromString("20000000-0000-4000-8000-000000000011");
    private static final String ERRORS = " userErrors { code message field } } }";

    private final JdbcClient jdbc;
    private final GraphQl graphQl;
    private final TestTokens tokens;

    DeskOfOneFacility(JdbcClient jdbc, GraphQl graphQl, TestTokens tokens) {
        this.jdbc = jdbc;
        this.graphQl = graphQl;
        this.tokens = tokens;
    }

    /// @param cards number of the service most people come for
    /// @param other number of another one
    record Place(long facility, UUID unit, long schedule, long cardService, String cards, String other) {

        String unitId() {
            return GlobalId.of("Unit", unit);
        }

        String facilityId() {
            return GlobalId.of("Facility", facility);
        }
    }

    Place prepare() {
        String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        long facility = insert("""
                insert into facility (source, external_id, name, name_en, category)
                values ('test', ?, '梅园事务中心', 'Meiyuan affairs centre', 'GOV-A') returning id""", mark);
        UUID unit = UUID.randomUUID();
        jdbc.sql("""
                insert into unit (id, kind, parent_id, name, facility_id, created_at)
                select ?, 'FACILITY_DESK', id, '前台', ?, now() from unit where kind = 'DISTRICT'""")
                .param(unit)
                .param(facility)
                .update();
        long cards = insert(
                "insert into bookable_service (number, kind, name, name_en) values (?, 'COUNTER', '社会保障卡申领', 'Social security card') returning id",
                "CARD-" + mark);
        long other = insert(
                "insert into bookable_service (number, kind, name) values (?, 'COUNTER', '居住证办理') returning id",
                "STAY-" + mark);
        long schedule = schedule(cards, facility);
        schedule(other, facility);
        return new Place(facility, unit, schedule, cards, "CARD-" + mark, "STAY-" + mark);
    }

    private long insert(String statement, String mark) {
        return jdbc.sql(statement).param(mark).query(Long.class).single();
    }

    private long schedule(long service, long facility) {
        return jdbc.sql("""
                insert into schedule (service_id, facility_id, resource, lines, duration_minutes, capacity)
                values (?, ?, '3 号窗口', '[]', 15, 10) returning id""")
                .param(service)
                .param(facility)
                .query(Long.class)
                .single();
    }

    /// @param id of the appointment
    record Booked(UUID id, String number) {

        String globalId() {
            return GlobalId.of("Appointment", id);
        }
    }

    /// An appointment for the social security card, as the record would have it.
    ///
    /// @param inMinutes from now on; ends a quarter of an hour later
    Booked book(Place place, int inMinutes, @Nullable UUID person) {
        Instant starts = NOW.plusSeconds(60L * inMinutes);
        long slot = jdbc.sql("""
                insert into slot (series_id, starts_at, ends_at, releases_at, closes_at, capacity, taken, room_online,
                                  taken_online, flows_back_at)
                values (:series, :starts, :ends, :released, :starts, 10, 0, 10, 0, :released)
                on conflict (series_id, starts_at) do update set open = true returning id""")
                .param("series", place.schedule())
                .param("starts", Timestamp.from(starts))
                .param("ends", Timestamp.from(starts.plusSeconds(900)))
                .param("released", Timestamp.from(starts.minusSeconds(864_000)))
                .query(Long.class)
                .single();
        UUID id = UUID.randomUUID();
        UUID claim = UUID.randomUUID();
        jdbc.sql("update slot set taken = taken + 1, taken_online = taken_online + 1 where id = ?")
                .param(slot)
                .update();
        jdbc.sql("""
                insert into slot_claim (id, slot_id, pool, places, state, holder, created_at)
                values (?, ?, 'ONLINE', 1, 'TAKEN', ?, now())""").param(claim).param(slot).param(id).update();
        String number = "T" + id.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        jdbc.sql("""
                insert into appointment (id, number, service_id, schedule_id, facility_id, slot_claim, slot_id, starts_at,
                    ends_at, person_id, actor_id, channel, state, created_at, changed_at)
                values (:id, :number, :service, :schedule, :facility, :claim, :slot, :starts, :ends, :person, :person,
                        'ONLINE', 'BOOKED', now(), now())""")
                .param("id", id)
                .param("number", number)
                .param("service", place.cardService())
                .param("schedule", place.schedule())
                .param("facility", place.facility())
                .param("claim", claim)
                .param("slot", slot)
                .param("starts", Timestamp.from(starts))
                .param("ends", Timestamp.from(starts.plusSeconds(900)))
                .param("person", person)
                .update();
        return new Booked(id, number);
    }

    /// @return its global id
    String openCounter(Place place, String name, String... services) {
        return send(place, "openCounter", "OpenCounterInput", "counter { id name { zh } open offlinePrefix services }",
                Map.of("name", name, "services", Arrays.asList(services))).data("openCounter/counter/id").asString();
    }

    String checkIn(Place place, Booked booked) {
        return act(place, "checkIn", "CheckInInput", Map.of("code", booked.number())).data("checkIn/ticket/id")
                .asString();
    }

    String draw(Place place, boolean priority) {
        return act(place, "takeTicketAtDesk", "TakeTicketAtDeskInput",
                Map.of("service", place.cards(), "priority", priority)).data("takeTicketAtDesk/ticket/id").asString();
    }

    GraphQl.Answer callNext(Place place, String counter) {
        return act(place, "callNext", "CallNextInput", Map.of("counter", counter));
    }

    /// @param act `park`, `recall`, `complete`, `miss`
    GraphQl.Answer onTicket(Place place, String act, String ticket) {
        return act(place, act + "Ticket", "TicketActInput", Map.of("ticket", ticket));
    }

    /// An act with a key of its own, by the desk's clerk.
    GraphQl.Answer act(Place place, String mutation, String type, Map<String, ?> input) {
        Map<String, Object> whole = new HashMap<>(input);
        whole.putIfAbsent("key", UUID.randomUUID().toString());
        return send(place, mutation, type, TICKET, whole);
    }

    GraphQl.Answer send(Place place, String mutation, String type, String selection, Map<String, ?> input) {
        Map<String, Object> whole = new HashMap<>(input);
        whole.putIfAbsent("unit", place.unitId());
        return graphQl.send("mutation($input: %s!) { %s(input: $input) { %s %s".formatted(type, mutation, selection,
                ERRORS), Map.of("input", whole), "en", clerk(place));
    }

    GraphQl.Answer query(Place place, String document) {
        return graphQl.send(document, Map.of("unit", place.unitId(), "facility", place.facilityId()), "en",
                clerk(place));
    }

    String clerk(Place place) {
        return tokens.staff(CLERK, new Duty(Role.FACILITY_DESK, place.unit()));
    }

    /// Numbers in the order in which a counter calls them, each completed before the next.
    List<String> callAll(Place place, String counter) {
        List<String> numbers = new ArrayList<>();
        GraphQl.Answer called = callNext(place, counter);
        while (!called.data("callNext/ticket").isNull()) {
            numbers.add(called.data("callNext/ticket/number").asString());
            onTicket(place, "complete", called.data("callNext/ticket/id").asString());
            called = callNext(place, counter);
        }
        return numbers;
    }

    static UUID key(String globalId) {
        return UUID.fromString(GlobalId.find(globalId).orElseThrow().key());
    }
}
