package cn.jinlin.api.support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import cn.jinlin.api.capacity.NewSlot;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.facility.FacilitiesChanged;
import cn.jinlin.api.graphql.GlobalId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What can be booked in tests, made anew for each: nothing of it is anybody else's.
@TestComponent
public class BookingStage {

    /// The morning on which it always is ten.
    public static final Instant NOW = Instant.parse("2026-09-29T02:00:00Z");
    /// Tomorrow at nine.
    public static final Instant NINE = Instant.parse("2026-09-30T01:00:00Z");

    public static final String HOLD = """
            mutation($input: HoldSlotInput!) { holdSlot(input: $input) {
              hold { id places heldUntil slot { id free } } userErrors { code message field } } }""";
    public static final String BOOK = """
            mutation($input: BookAppointmentInput!) { bookAppointment(input: $input) {
              appointment { id number state startsAt } userErrors { code message field } } }""";

    private final JdbcClient jdbc;
    private final Places places;
    private final PeopleOfThree people;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    BookingStage(JdbcClient jdbc, Places places, PeopleOfThree people, TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.places = places;
        this.people = people;
        this.transaction = transaction;
        this.events = events;
    }

    public long facility(String name, String nameEn) {
        return facility(name, nameEn, 31.1);
    }

    public long facility(String name, String nameEn, double lat) {
        long id = jdbc.sql("""
                insert into facility (source, external_id, name, name_en, category, lat, lon)
                values ('test', ?, ?, ?, 'GOV-A', ?, 121.4) returning id""")
                .param(UUID.randomUUID().toString())
                .param(name)
                .param(nameEn)
                .param(lat)
                .query(Long.class)
                .single();
        events.publishEvent(new FacilitiesChanged(Set.of(id)));
        return id;
    }

    /// A service that everybody may book as often as they like.
    public long service(String kind) {
        return jdbc.sql("""
                insert into bookable_service (number, kind, name, name_en, party_limit, person_limit, household_limit)
                values (?, ?, '社会保障卡申领', 'Social security card', 4, 20, 40) returning id""")
                .param(number())
                .param(kind)
                .query(Long.class)
                .single();
    }

    private static String number() {
        return "T-" + UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT);
    }

    public void change(long service, String assignments) {
        jdbc.sql("update bookable_service set " + assignments + " where id = ?").param(service).update();
    }

    public long schedule(long service, long facility) {
        return jdbc.sql("""
                insert into schedule (service_id, facility_id, resource, resource_en, lines, holiday_policy, duration_minutes,
                                      capacity)
                values (?, ?, ?, 'Counter 3', '[{"byday": [1,2,3,4,5,6,7], "opensAt": "08:00", "closesAt": "20:00"}]',
                        'AS_USUAL', 15, 10) returning id""")
                .param(service)
                .param(facility)
                .param("3 号窗口 " + UUID.randomUUID())
                .query(Long.class)
                .single();
    }

    /// Half an hour, for residents online.
    public long slot(long schedule, Instant startsAt, int capacity) {
        return slot(schedule, startsAt, capacity, 0);
    }

    public long slot(long schedule, Instant startsAt, int capacity, int priority) {
        transaction.executeWithoutResult(_ -> places.add(List.of(new NewSlot(schedule, startsAt,
                startsAt.plus(Duration.ofMinutes(30)), NOW.minus(Duration.ofDays(1)), startsAt,
                startsAt.minus(Duration.ofHours(1)), capacity, 0, 0, priority))));
        return jdbc.sql("select id from slot where series_id = ? and starts_at = ?")
                .param(schedule)
                .param(java.sql.Timestamp.from(startsAt))
                .query(Long.class)
                .single();
    }

    /// Slots of one service at one place, tomorrow from nine on, an hour apart.
    public List<Long> slots(int... capacities) {
        long schedule = schedule(service("COUNTER"), facility("梅园事务中心", "Meiyuan Centre"));
        return java.util.stream.IntStream.range(0, capacities.length)
                .mapToObj(hour -> slot(schedule, NINE.plus(Duration.ofHours(hour)), capacities[hour]))
                .toList();
    }

    public static String slotId(long slot) {
        return GlobalId.of("Slot", slot);
    }

    public GraphQl.Answer hold(UUID resident, long slot) {
        return people.ask(resident, HOLD, Map.of("slot", slotId(slot), "idempotencyKey", key()));
    }

    /// Holds and books for oneself.
    ///
    /// @return the appointment's global id
    public String book(UUID resident, long slot) {
        String hold = hold(resident, slot).data("holdSlot/hold/id").asString();
        return people.ask(resident, BOOK, Map.of("hold", hold, "idempotencyKey", key()))
                .data("bookAppointment/appointment/id")
                .asString();
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    public int taken(long slot) {
        return places.findSlot(slot).orElseThrow().taken();
    }

    /// Appointments that stand in a slot.
    public int standing(long slot) {
        return jdbc.sql("select count(*) from appointment where slot_id = ? and state in ('BOOKED', 'ARRIVED')")
                .param(slot)
                .query(Integer.class)
                .single();
    }

    /// Lets every hold of a slot lapse a second ago.
    public void lapse(long slot) {
        jdbc.sql("update slot_claim set held_until = ? where slot_id = ? and state = 'HELD'")
                .param(java.sql.Timestamp.from(NOW.minusSeconds(1)))
                .param(slot)
                .update();
    }

    /// Somebody who can sign in, and nothing more.
    public UUID resident() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into resident (id, created_at) values (?, now())").param(id).update();
        return id;
    }
}
