package cn.jinlin.api.booking.offer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import cn.jinlin.api.capacity.Claim;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.facility.FacilitiesChanged;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A facility with a desk, a service, and what staff do with them.
@TestComponent
class OfferOfOneFacility {

    static final String CREATE = """
            mutation($input: CreateScheduleInput!) { createSchedule(input: $input) {
              schedule { id version unpublishedFrom } userErrors { code field message } } }""";
    static final String UPDATE = """
            mutation($input: UpdateScheduleInput!) { updateSchedule(input: $input) {
              schedule { version } userErrors { code field message } } }""";
    static final String EXCEPTION = """
            mutation($input: DeclareScheduleExceptionInput!) { declareScheduleException(input: $input) {
              schedule { version } userErrors { code field } } }""";

    private final JdbcClient jdbc;
    private final PeopleOfThree people;
    private final Records records;
    private final Places places;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    OfferOfOneFacility(JdbcClient jdbc, PeopleOfThree people, Records records, Places places,
            TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.people = people;
        this.records = records;
        this.places = places;
        this.transaction = transaction;
        this.events = events;
    }

    /// @param unit of the facility's desk
    /// @param number of the service
    record Offer(long facility, UUID unit, long service, String number) {

        String facilityId() {
            return GlobalId.of("Facility", facility);
        }

        String serviceId() {
            return GlobalId.of(BookableService.TYPE, service);
        }
    }

    Offer prepare() {
        return prepare("COUNTER");
    }

    Offer prepare(String kind) {
        records.insertCalendar();
        String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        long facility = jdbc
                .sql("""
                insert into facility (source, external_id, name, category) values ('test', ?, '梅园事务中心', 'GOV-A') returning id""")
                .param(mark)
                .query((row, _) -> row.getLong(1))
                .single();
        UUID unit = UUID.randomUUID();
        jdbc.sql("""
                insert into unit (id, kind, parent_id, name, facility_id, created_at)
                select ?, 'FACILITY_DESK', id, '前台', ?, now() from unit where kind = 'DISTRICT'""")
                .param(unit)
                .param(facility)
                .update();
        long service = jdbc.sql("""
                insert into bookable_service (number, kind, name) values (?, ?, '社会保障卡申领') returning id""")
                .param("SSC-" + mark)
                .param(kind)
                .query((row, _) -> row.getLong(1))
                .single();
        events.publishEvent(new FacilitiesChanged(Set.of(facility)));
        return new Offer(facility, unit, service, "SSC-" + mark);
    }

    static Map<String, Object> line(List<Integer> days, String opens, String closes) {
        return Map.of("byday", days, "opensAt", opens, "closesAt", closes);
    }

    static Map<String, Object> weekdays(String opens, String closes) {
        return line(List.of(1, 2, 3, 4, 5), opens, closes);
    }

    Map<String, Object> input(Offer offer, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(Map.of("service", offer.serviceId(), "facility", offer.facilityId(),
                "resource", "3 号窗口", "lines", List.of(weekdays("09:00", "11:00")), "durationMinutes", 60, "capacity",
                2));
        input.putAll(more);
        return input;
    }

    GraphQl.Answer create(Offer offer, Map<String, ?> more) {
        return people.askAtDesk(offer.unit(), CREATE, input(offer, more));
    }

    /// @return its global id
    String created(Offer offer, Map<String, ?> more) {
        return create(offer, more).data("createSchedule/schedule/id").asString();
    }

    static long key(String schedule) {
        return GlobalId.findNumber(Schedule.TYPE, schedule).orElseThrow();
    }

    /// Starts of open slots in Shanghai, as `10-08 09:00`, in order.
    List<String> starts(String schedule) {
        return jdbc.sql("""
                select to_char(starts_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') from slot
                 where series_id = ? and open order by starts_at""")
                .param(key(schedule))
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    long slotAt(String schedule, String localDateTime) {
        return jdbc.sql(
                "select id from slot where series_id = ? and starts_at = ?::timestamp at time zone 'Asia/Shanghai'")
                .param(key(schedule))
                .param(localDateTime)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    Claim take(long slot, int wanted) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> places
                .take(slot, Pool.ONLINE, wanted, UUID.randomUUID())
                .orElseThrow(() -> new AssertionError("No place in slot " + slot))));
    }

    /// An appointment of nobody in particular, as the record would have it.
    UUID book(Offer offer, String schedule, long slot) {
        Claim claim = take(slot, 1);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into appointment (id, number, service_id, schedule_id, facility_id, slot_claim, slot_id, starts_at,
                    ends_at, channel, state, created_at, changed_at)
                select :id, :number, :service, :schedule, :facility, :claim, s.id, s.starts_at, s.ends_at, 'ONLINE', 'BOOKED',
                       now(), now() from slot s where s.id = :slot""")
                .param("id", id)
                .param("number", "T" + id.toString().substring(0, 12))
                .param("service", offer.service())
                .param("schedule", key(schedule))
                .param("facility", offer.facility())
                .param("claim", claim.id())
                .param("slot", slot)
                .update();
        return id;
    }

    /// Whatever is kept in mind of the facility is read again.
    void forget(Offer offer) {
        events.publishEvent(new FacilitiesChanged(Set.of(offer.facility())));
    }

    static Instant shanghai(String localDateTime) {
        return java.time.LocalDateTime.parse(localDateTime).atZone(Scalars.SHANGHAI).toInstant();
    }
}
