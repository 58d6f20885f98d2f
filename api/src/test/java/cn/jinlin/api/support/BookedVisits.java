package cn.jinlin.api.support;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.booking.waitlist.WaitlistEntry;
import cn.jinlin.api.graphql.GlobalId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Appointments on record at one health centre, as if they had been made.
@TestComponent
public class BookedVisits {

    /// The morning on which it always is.
    public static final Instant NOW = Instant.parse("2026-09-29T02:00:00Z");

    private static final String CREATE = """
            mutation($input: CreateFacilityInput!) { createFacility(input: $input) { facility { id } userErrors { code field } } }""";
    private static final String NUMBER = "HEALTH-CHECK";

    private final JdbcClient jdbc;
    private final GraphQl graphQl;
    private long facility;
    private long service;
    private long schedule;

    BookedVisits(JdbcClient jdbc, GraphQl graphQl) {
        this.jdbc = jdbc;
        this.graphQl = graphQl;
    }

    /// A centre with one service at one counter, and nothing booked.
    public void prepare() {
        for (String table : List.of("appointment_news", "appointment_reminder", "reminder_link", "booking_figure",
                "booking_figure_day", "calendar_feed")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql(
                "update appointment set state = 'CANCELLED', reason = 'BY_RESIDENT', person_id = null, actor_id = null where state <> 'CANCELLED'")
                .update();
        String made = graphQl.askAsAdmin(CREATE, Map.of("input", Map.of("name", "梅园街道社区卫生服务中心", "nameEn",
                "Meiyuan Community Health Centre", "category", "HLT-C", "address", "梅园路88号", "addressEn",
                "88 Meiyuan Road"))).data("createFacility/facility/id").asString();
        facility = GlobalId.findNumber("Facility", made).orElseThrow();
        service = jdbc.sql("""
                insert into bookable_service (number, kind, name, name_en, materials)
                values (:number, 'HEALTH', '老年人体检', 'Check-up for the elderly',
                        '[{"zh": "身份证原件", "en": "Identity card", "required": true}]')
                on conflict (number) do update set in_service = true, release = 'AT_ONCE', materials = excluded.materials,
                        questions = '[]', party_limit = 1, person_limit = 2, household_limit = 4, change_minutes = 60
                    returning id""")
                .param("number", NUMBER)
                .query(Long.class)
                .single();
        schedule = jdbc.sql("""
                insert into schedule (service_id, facility_id, resource, resource_en, lines, duration_minutes, capacity)
                values (:service, :facility, '3 号窗口', 'Counter 3', '[]', 30, 10) returning id""")
                .param("service", service)
                .param("facility", facility)
                .query(Long.class)
                .single();
    }

    public long facility() {
        return facility;
    }

    public String facilityId() {
        return GlobalId.of("Facility", facility);
    }

    public long service() {
        return service;
    }

    public String serviceNumber() {
        return NUMBER;
    }

    /// One that was booked long ago.
    public UUID book(@Nullable UUID person, @Nullable UUID actor, Instant startsAt) {
        return book(person, actor, startsAt, NOW.minus(Duration.ofDays(10)));
    }

    public UUID book(@Nullable UUID person, @Nullable UUID actor, Instant startsAt, Instant at) {
        UUID id = UUID.randomUUID();
        UUID claim = UUID.randomUUID();
        long slot = slot(startsAt);
        jdbc.sql("update slot set taken = taken + 1, taken_online = taken_online + 1 where id = ?")
                .param(slot)
                .update();
        jdbc.sql("""
                insert into slot_claim (id, slot_id, pool, places, state, holder, created_at)
                values (?, ?, 'ONLINE', 1, 'TAKEN', ?, ?)""")
                .params(claim, slot, actor == null ? UUID.randomUUID() : actor, Timestamp.from(at))
                .update();
        jdbc.sql("""
                insert into appointment (id, number, service_id, schedule_id, facility_id, slot_claim, slot_id, starts_at, ends_at,
                                         person_id, actor_id, channel, state, created_at, changed_at)
                values (:id, :number, :service, :schedule, :facility, :claim, :slot, :starts, :ends, :person, :actor, 'ONLINE',
                        'BOOKED', :at, :at)""")
                .param("id", id)
                .param("number", "T" + id.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT))
                .param("service", service)
                .param("schedule", schedule)
                .param("facility", facility)
                .param("claim", claim)
                .param("slot", slot)
                .param("starts", Timestamp.from(startsAt))
                .param("ends", Timestamp.from(startsAt.plus(Duration.ofMinutes(30))))
                .param("person", person)
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .update();
        return id;
    }

    /// Somebody who waits and is offered a place.
    public WaitlistEntry offer(UUID person, UUID actor, Instant startsAt, Instant until) {
        UUID id = UUID.randomUUID();
        UUID claim = UUID.randomUUID();
        long slot = slot(startsAt);
        jdbc.sql("update slot set taken = taken + 1, taken_online = taken_online + 1 where id = ?")
                .param(slot)
                .update();
        jdbc.sql("""
                insert into slot_claim (id, slot_id, pool, places, state, holder, held_until, created_at)
                values (?, ?, 'ONLINE', 1, 'HELD', ?, ?, ?)""")
                .params(claim, slot, actor, Timestamp.from(until), Timestamp.from(NOW))
                .update();
        jdbc.sql("""
                insert into waitlist_entry (id, slot_id, person_id, actor_id, state, claim, created_at)
                values (?, ?, ?, ?, 'OFFERED', ?, ?)""")
                .params(id, slot, person, actor, claim, Timestamp.from(NOW))
                .update();
        return new WaitlistEntry(id, 1, slot, person, actor, 1, WaitlistEntry.State.OFFERED, claim, until, null);
    }

    /// A slot of ten places at that time.
    public long slot(Instant startsAt) {
        return jdbc.sql("""
                insert into slot (series_id, starts_at, ends_at, releases_at, closes_at, capacity, room_online, flows_back_at)
                values (:series, :starts, :ends, :released, :starts, 10, 10, :starts)
                on conflict (series_id, starts_at) do update set open = true returning id""")
                .param("series", schedule)
                .param("starts", Timestamp.from(startsAt))
                .param("ends", Timestamp.from(startsAt.plus(Duration.ofMinutes(30))))
                .param("released", Timestamp.from(startsAt.minus(Duration.ofDays(30))))
                .query(Long.class)
                .single();
    }

    /// Lets somebody book for a person.
    public void letAct(UUID actor, UUID person) {
        jdbc.sql("""
                insert into proxy (id, person_id, actor_id, kind, state, scopes, invited_at, accepted_at, ends_on)
                values (:id, :person, :actor, 'DESK', 'ACTIVE', array['BOOKING'], :now, :now, :ends)""")
                .param("id", UUID.randomUUID())
                .param("person", person)
                .param("actor", actor)
                .param("now", Timestamp.from(NOW))
                .param("ends", Date.valueOf(LocalDate.of(2027, 1, 1)))
                .update();
    }

    public void revoke(UUID actor, UUID person) {
        jdbc.sql("update proxy set state = 'ENDED', ended_at = :now where actor_id = :actor and person_id = :person")
                .param("now", Timestamp.from(NOW))
                .param("actor", actor)
                .param("person", person)
                .update();
    }

    public void end(UUID appointment, String state) {
        jdbc.sql(
                "update appointment set state = :state, reason = case when :state = 'CANCELLED' then 'BY_RESIDENT' end where id = :id")
                .param("state", state)
                .param("id", appointment)
                .update();
    }

    /// Makes a unit of staff the desk of this centre.
    public void desk(UUID unit) {
        jdbc.sql("delete from unit where id = ?").param(unit).update();
        jdbc.sql(
                """
                insert into unit (id, kind, name, parent_id, facility_id, created_at)
                select :id, 'FACILITY_DESK', '梅园社区卫生服务中心窗口', (select id from unit where kind = 'DISTRICT'), :facility, now()""")
                .param("id", unit)
                .param("facility", facility)
                .update();
    }

    public String state(UUID appointment) {
        return jdbc.sql("select state from appointment where id = ?").param(appointment).query(String.class).single();
    }

    public static String id(UUID appointment) {
        return GlobalId.of("Appointment", appointment);
    }
}
