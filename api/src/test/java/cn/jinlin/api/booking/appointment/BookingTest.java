package cn.jinlin.api.booking.appointment;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.family.ProxyGiven;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookingStage;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static cn.jinlin.api.support.BookingStage.BOOK;
import static cn.jinlin.api.support.BookingStage.HOLD;
import static cn.jinlin.api.support.BookingStage.NINE;
import static cn.jinlin.api.support.BookingStage.NOW;
import static cn.jinlin.api.support.BookingStage.key;
import static cn.jinlin.api.support.BookingStage.slotId;
import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import({BookingStage.class, ProxyGiven.class})
class BookingTest {

    private static final String MOVE = """
            mutation($input: RescheduleAppointmentInput!) { rescheduleAppointment(input: $input) {
              appointment { id number startsAt confirmed } userErrors { code message } } }""";
    private static final String CANCEL = """
            mutation($input: CancelAppointmentInput!) { cancelAppointment(input: $input) {
              appointment { state cancelledBecause } userErrors { code } } }""";
    private static final String CONFIRM = """
            mutation($input: ConfirmAppointmentInput!) { confirmAppointment(input: $input) {
              appointment { confirmed } userErrors { code } } }""";
    private static final String MINE = """
            { myAppointments { edges { node { number state resource party personName madeByAnother canChange
              service { name } facility { name } answers { question answer } } } } }""";

    @Autowired
    private BookingStage stage;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private ProxyGiven proxies;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);
    private UUID daughter = new UUID(0, 0);
    private UUID neighbour = new UUID(0, 0);

    @BeforeEach
    void threePeople() {
        people.clear();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE, Purpose.ACT_FOR_OTHER);
        daughter = people.signUp(PeopleOfThree.DAUGHTER_PHONE);
        neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        people.name(mother, "李桂芳", "1950-03-01");
        people.name(daughter, "王芳", "1985-03-01");
    }

    @Test
    void whatIsHeldForTenMinutesIsBookedAndShownAndGivenBackByCancelling() {
        long slot = stage.slots(2).getFirst();
        GraphQl.Answer held = stage.hold(daughter, slot);
        assertThat(held.data("holdSlot/hold/heldUntil").asString()).isEqualTo("2026-09-29T10:10:00+08:00");
        assertThat(held.data("holdSlot/hold/slot/free").asInt()).isEqualTo(1);

        GraphQl.Answer booked = people.ask(daughter, BOOK,
                Map.of("hold", held.data("holdSlot/hold/id").asString(), "idempotencyKey", key()));
        assertThat(booked.data("bookAppointment/appointment/number").asString()).matches("\\d{10}");
        assertThat(number(booked) % 97).isEqualTo(1);
        GraphQl.Answer mine = people.query(daughter, MINE);
        assertThat(mine.data("myAppointments/edges/0/node/facility/name").asString()).isEqualTo("梅园事务中心");
        assertThat(mine.data("myAppointments/edges/0/node/resource").asString()).isEqualTo("Counter 3");
        assertThat(mine.data("myAppointments/edges/0/node/canChange").asBoolean()).isTrue();

        String id = booked.data("bookAppointment/appointment/id").asString();
        assertThat(people.ask(daughter, CONFIRM, Map.of("appointment", id))
                .data("confirmAppointment/appointment/confirmed")
                .asBoolean()).isTrue();
        GraphQl.Answer cancelled = people.ask(daughter, CANCEL, Map.of("appointment", id, "idempotencyKey", key()));
        assertThat(cancelled.data("cancelAppointment/appointment/cancelledBecause").asString())
                .isEqualTo("Cancelled by the person");
        assertThat(stage.taken(slot)).isZero();
    }

    private static long number(GraphQl.Answer booked) {
        return Long.parseLong(booked.data("bookAppointment/appointment/number").asString());
    }

    @Test
    void whoeverMayActForAPersonBooksForThemAndNobodyElseDoes() {
        long slot = stage.slots(5).getFirst();
        Map<String, Object> forMother = Map.of("slot", slotId(slot), "person", PeopleOfThree.id(mother),
                "idempotencyKey", key());
        assertThat(people.ask(daughter, HOLD, forMother).error().at("/extensions/code").asString())
                .isEqualTo("FORBIDDEN");
        proxies.give(mother, daughter);

        String hold = people.ask(daughter, HOLD, forMother).data("holdSlot/hold/id").asString();
        people.ask(daughter, BOOK,
                Map.of("hold", hold, "person", PeopleOfThree.id(mother), "idempotencyKey", key()));

        assertThat(people.query(mother, MINE).data("myAppointments/edges/0/node/madeByAnother").asBoolean()).isTrue();
        assertThat(people.query(daughter, MINE).data("myAppointments/edges/0/node/personName").asString())
                .isEqualTo("李**");
        assertThat(people.query(neighbour, MINE).data("myAppointments/edges").size()).isZero();
        assertThat(jdbc.sql("select count(*) from appointment where person_id = ? and proxy_id is not null")
                .param(mother)
                .query(Integer.class)
                .single()).isEqualTo(1);
    }

    @Test
    void aMovedAppointmentKeepsItsNumberAndCountsItsChange() {
        List<Long> slots = stage.slots(1, 1);
        String id = stage.book(daughter, slots.getFirst());
        people.ask(daughter, CONFIRM, Map.of("appointment", id));
        Map<String, Object> move = Map.of("appointment", id, "slot", slotId(slots.get(1)), "idempotencyKey", key());

        GraphQl.Answer moved = people.ask(daughter, MOVE, move);
        GraphQl.Answer again = people.ask(daughter, MOVE, move);

        assertThat(moved.data("rescheduleAppointment/appointment/startsAt").asString())
                .isEqualTo("2026-09-30T10:00:00+08:00");
        assertThat(moved.data("rescheduleAppointment/appointment/confirmed").asBoolean()).isFalse();
        assertThat(again.body()).isEqualTo(moved.body());
        assertThat(List.of(stage.taken(slots.getFirst()), stage.taken(slots.get(1)))).containsExactly(0, 1);
        assertThat(jdbc.sql("select sequence from appointment where id = ?")
                .param(GlobalId.findUuid("Appointment", id).orElseThrow())
                .query(Integer.class)
                .single()).isEqualTo(1);
    }

    @Test
    void aPlaceGivenBackIsSomebodyElsesAtOnceAlsoWhereItWasJustToldThatAllAreGone() {
        long slot = stage.slots(1).getFirst();
        String id = stage.book(daughter, slot);
        assertThat(code(stage.hold(neighbour, slot))).isEqualTo("SLOT_FULL");

        people.ask(daughter, CANCEL, Map.of("appointment", id, "idempotencyKey", key()));

        assertThat(stage.hold(neighbour, slot).data("holdSlot/hold/id").asString()).isNotEmpty();
        assertThat(code(stage.hold(daughter, slot))).isEqualTo("SLOT_FULL");
        assertThat(stage.hold(neighbour, slot).data("holdSlot/hold/id").asString()).isNotEmpty();
    }

    @Test
    void nobodyIsInTwoPlacesAtOnceAndIsToldWhereTheOtherOneIs() {
        long here = stage.slots(3).getFirst();
        long there = stage.slots(3).getFirst();
        stage.book(daughter, here);

        GraphQl.Answer refused = stage.hold(daughter, there);

        assertThat(code(refused)).isEqualTo("DOUBLE_BOOKING");
        assertThat(refused.data("holdSlot/userErrors/0/message").asString())
                .contains("Social security card", "Meiyuan Centre", "09-30 09:00");
    }

    @Test
    void eachWrongSlotIsRefusedWithItsOwnCodeAndNothingIsHeld() {
        long service = stage.service("COUNTER");
        long schedule = stage.schedule(service, stage.facility("梅园事务中心", "Meiyuan Centre"));
        long past = stage.slot(schedule, NOW.minus(Duration.ofHours(1)), 1);
        long closed = stage.slot(schedule, NINE, 1);
        long later = stage.slot(schedule, NINE.plus(Duration.ofHours(1)), 1);
        jdbc.sql("update slot set open = false where id = ?").param(closed).update();
        jdbc.sql("update slot set releases_at = starts_at - interval '1 hour' where id = ?").param(later).update();

        assertThat(code(stage.hold(daughter, past))).isEqualTo("SLOT_PAST");
        assertThat(code(stage.hold(daughter, closed))).isEqualTo("SLOT_CLOSED");
        assertThat(code(stage.hold(daughter, later))).isEqualTo("NOT_YET_RELEASED");
        assertThat(code(stage.hold(daughter, 999_999_999L))).isEqualTo("UNKNOWN_SLOT");
        assertThat(jdbc.sql("select count(*) from slot_claim where holder = ?")
                .param(daughter)
                .query(Integer.class)
                .single()).isZero();
    }

    @Test
    void anothersHoldAndAnothersAppointmentAreLikeNone() {
        List<Long> slots = stage.slots(2, 2);
        String hold = stage.hold(daughter, slots.getFirst()).data("holdSlot/hold/id").asString();
        String id = stage.book(daughter, slots.getFirst());

        assertThat(people.ask(neighbour, BOOK, Map.of("hold", hold, "idempotencyKey", key()))
                .data("bookAppointment/userErrors/0/code")
                .asString()).isEqualTo("HOLD_GONE");
        assertThat(people.ask(neighbour, BOOK, Map.of("hold", hold + "x", "idempotencyKey", key()))
                .data("bookAppointment/userErrors/0/code")
                .asString()).isEqualTo("HOLD_GONE");
        GraphQl.Answer cancelled = people.ask(neighbour, CANCEL, Map.of("appointment", id, "idempotencyKey", key()));
        assertThat(cancelled.data("cancelAppointment/userErrors/0/code").asString()).isEqualTo("UNKNOWN_APPOINTMENT");
        assertThat(cancelled.data("cancelAppointment/appointment").isNull()).isTrue();
        assertThat(stage.standing(slots.getFirst())).isEqualTo(1);
    }

    @Test
    void aSlotOfAnotherServiceOrAFullOneIsNoPlaceToMoveTo() {
        long here = stage.slots(2).getFirst();
        List<Long> other = stage.slots(2, 2);
        String id = stage.book(daughter, here);

        assertThat(moveCode(id, other.get(1))).isEqualTo("OTHER_SERVICE");
        assertThat(stage.taken(other.get(1))).isZero();
        assertThat(stage.standing(here)).isEqualTo(1);
    }

    @Test
    void lateChangesAreTheFacilitysMatter() {
        long schedule = stage.schedule(stage.service("COUNTER"), stage.facility("梅园事务中心", "Meiyuan Centre"));
        long soon = stage.slot(schedule, NOW.plus(Duration.ofMinutes(59)), 1);
        long later = stage.slot(schedule, NINE, 1);
        String id = stage.book(daughter, soon);

        assertThat(moveCode(id, later)).isEqualTo("TOO_LATE_TO_CHANGE");
        assertThat(people.ask(daughter, CANCEL, Map.of("appointment", id, "idempotencyKey", key()))
                .data("cancelAppointment/userErrors/0/code")
                .asString()).isEqualTo("TOO_LATE_TO_CHANGE");
    }

    @Test
    void priorityPlacesAreForWhoIsSixtyOrOverAndAreUsedFirst() {
        long schedule = stage.schedule(stage.service("COUNTER"), stage.facility("梅园事务中心", "Meiyuan Centre"));
        long slot = stage.slot(schedule, NINE, 2, 1);
        Map<String, Object> priority = Map.of("slot", slotId(slot), "priority", true, "idempotencyKey", key());

        assertThat(code(people.ask(daughter, HOLD, priority))).isEqualTo("NOT_ENTITLED_TO_PRIORITY");
        people.ask(mother, HOLD, priority).data("holdSlot/hold/id");
        assertThat(jdbc.sql("select taken_priority from slot where id = ?").param(slot).query(Integer.class).single())
                .isEqualTo(1);
        stage.hold(neighbour, slot).data("holdSlot/hold/id");
        assertThat(code(stage.hold(daughter, slot))).isEqualTo("SLOT_FULL");
    }

    @Test
    void limitsHoldForThePersonAndForTheHousehold() {
        proxies.give(mother, daughter);
        long service = stage.service("COUNTER");
        stage.change(service, "person_limit = 1, household_limit = 2");
        long schedule = stage.schedule(service, stage.facility("梅园事务中心", "Meiyuan Centre"));
        List<Long> slots = java.util.stream.IntStream.range(0, 4)
                .mapToObj(hour -> stage.slot(schedule, NINE.plus(Duration.ofHours(hour)), 5))
                .toList();
        stage.book(daughter, slots.getFirst());

        assertThat(code(stage.hold(daughter, slots.get(1)))).isEqualTo("PERSON_LIMIT_REACHED");
        stage.change(service, "person_limit = 2");
        stage.book(daughter, slots.get(1));
        assertThat(code(people.ask(daughter, HOLD, Map.of("slot", slotId(slots.get(2)), "person",
                PeopleOfThree.id(mother), "idempotencyKey", key())))).isEqualTo("HOUSEHOLD_LIMIT_REACHED");
    }

    @Test
    void materialsAreReadAndQuestionsAnsweredAndTheAnswersLieSealed() {
        long service = stage.service("COUNTER");
        stage.change(service, """
                materials = '[{"zh": "身份证原件", "en": "Identity card", "required": true}]',
                questions = '[{"code": "FIRST", "zh": "首次办理？", "en": "First time?", "kind": "YES_NO", "required": true},
                    {"code": "WHY", "zh": "原因", "en": "Why?", "kind": "TEXT", "required": false}]'""");
        long slot = stage.slot(stage.schedule(service, stage.facility("梅园事务中心", "Meiyuan Centre")), NINE, 5);
        Map<String, Object> input = new HashMap<>(Map.of("hold",
                stage.hold(daughter, slot).data("holdSlot/hold/id").asString(), "idempotencyKey", key()));

        assertThat(bookCode(input)).isEqualTo("MATERIALS_NOT_READ");
        input.put("materialsRead", true);
        assertThat(bookCode(input)).isEqualTo("ANSWER_MISSING");
        input.put("answers", List.of(answer("FIRST", "MAYBE")));
        assertThat(bookCode(input)).isEqualTo("ANSWER_UNFIT");
        input.put("answers", List.of(answer("OTHER", "YES")));
        assertThat(bookCode(input)).isEqualTo("UNKNOWN_QUESTION");
        input.put("answers", List.of(answer("FIRST", "YES"), answer("WHY", "丢失补办")));
        people.ask(daughter, BOOK, input).data("bookAppointment/appointment/id");

        assertThat(people.query(daughter, MINE).data("myAppointments/edges/0/node/answers/1/answer").asString())
                .isEqualTo("丢失补办");
        assertThat(jdbc.sql("select position('丢失'::bytea in answers) from appointment where person_id = ?")
                .param(daughter)
                .query(Integer.class)
                .single()).isZero();
    }

    @Test
    void aCourtIsHiredByTheQuarterHourWithinItsHoursForFourHoursAtMost() {
        long schedule = stage.schedule(stage.service("ROOM"), stage.facility("梅园球馆", "Meiyuan Courts"));
        assertThat(code(hire(schedule, NINE, 0))).isEqualTo("INTERVAL_OUT_OF_RANGE");
        assertThat(code(hire(schedule, NINE, 30 * 60))).isEqualTo("INTERVAL_OUT_OF_RANGE");
        assertThat(code(hire(schedule, NINE.plusSeconds(60), 60))).isEqualTo("OUTSIDE_HOURS");
        assertThat(code(hire(schedule, NINE.plus(Duration.ofHours(10)), 120))).isEqualTo("OUTSIDE_HOURS");

        String hold = hire(schedule, NINE, 60).data("holdSlot/hold/id").asString();
        assertThat(people.ask(daughter, BOOK, Map.of("hold", hold, "idempotencyKey", key()))
                .data("bookAppointment/appointment/startsAt")
                .asString()).isEqualTo("2026-09-30T09:00:00+08:00");
        assertThat(code(people.ask(neighbour, HOLD, hiring(schedule, NINE.plus(Duration.ofMinutes(30)), 60))))
                .isEqualTo("SLOT_FULL");
    }

    private GraphQl.Answer hire(long schedule, java.time.Instant from, int minutes) {
        return people.ask(daughter, HOLD, hiring(schedule, from, minutes));
    }

    private static Map<String, Object> hiring(long schedule, java.time.Instant from, int minutes) {
        return Map.of("idempotencyKey", key(), "interval",
                Map.of("schedule", cn.jinlin.api.graphql.GlobalId.of("Schedule", schedule), "startsAt", from.toString(),
                        "endsAt", from.plus(Duration.ofMinutes(minutes)).toString()));
    }

    private static Map<String, Object> answer(String question, String answer) {
        return Map.of("question", question, "answer", answer);
    }

    private String bookCode(Map<String, Object> input) {
        return people.ask(daughter, BOOK, input).data("bookAppointment/userErrors/0/code").asString();
    }

    private String moveCode(String appointment, long slot) {
        return people.ask(daughter, MOVE, Map.of("appointment", appointment, "slot", slotId(slot), "idempotencyKey",
                key())).data("rescheduleAppointment/userErrors/0/code").asString();
    }

    private static String code(GraphQl.Answer held) {
        return held.data("holdSlot/userErrors/0/code").asString();
    }
}
