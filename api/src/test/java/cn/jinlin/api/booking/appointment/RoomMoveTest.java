package cn.jinlin.api.booking.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

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
import static cn.jinlin.api.support.BookingStage.key;
import static cn.jinlin.api.support.BookingStage.slotId;
import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(BookingStage.class)
class RoomMoveTest {

    private static final String MOVE = """
            mutation($input: RescheduleAppointmentInput!) { rescheduleAppointment(input: $input) {
              appointment { number startsAt endsAt resource } userErrors { code field } } }""";
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));

    @Autowired
    private BookingStage stage;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private JdbcClient jdbc;

    private UUID anna = new UUID(0, 0);
    private UUID bert = new UUID(0, 0);
    private long service;
    private long court;

    @BeforeEach
    void aCourt() {
        anna = stage.resident();
        bert = stage.resident();
        service = stage.service("ROOM");
        court = stage.schedule(service, stage.facility("梅园球馆", "Meiyuan Courts"));
    }

    @Test
    void aCourtIsMovedAnHourLaterUnderItsNumberAndItsOldTimeIsFreeAtOnce() {
        String hired = hire(anna, court, NINE);
        String number = known(hired, "number");

        GraphQl.Answer moved = move(anna, hired, span(court, TEN), key());

        assertThat(moved.data("rescheduleAppointment/appointment/number").asString()).isEqualTo(number);
        assertThat(moved.data("rescheduleAppointment/appointment/startsAt").asString())
                .isEqualTo("2026-09-30T10:00:00+08:00");
        assertThat(moved.data("rescheduleAppointment/appointment/endsAt").asString())
                .isEqualTo("2026-09-30T11:00:00+08:00");
        assertThat(known(hired, "sequence")).isEqualTo("1");
        assertThat(hire(bert, court, NINE)).isNotEmpty();
        assertThat(code(ask(bert, court, TEN))).isEqualTo("SLOT_FULL");
    }

    @Test
    void itMovesByLessThanItsLengthAndToAnotherCourtOfTheService() {
        String hired = hire(anna, court, NINE);
        assertThat(errors(move(anna, hired, span(court, NINE.plusSeconds(1800)), key()))).isZero();

        long other = stage.schedule(service, stage.facility("桂园球馆", "Guiyuan Courts"));
        assertThat(errors(move(anna, hired, span(other, NINE), key()))).isZero();

        assertThat(known(hired, "sequence")).isEqualTo("2");
        assertThat(known(hired, "schedule_id")).isEqualTo(Long.toString(other));
        assertThat(hire(bert, court, NINE)).isNotEmpty();
    }

    @Test
    void whoeverIsRefusedKeepsWhatTheyHad() {
        String hired = hire(anna, court, NINE);
        hire(bert, court, TEN);

        assertThat(moveCode(hired, span(court, NINE.plusSeconds(1800)))).isEqualTo("SLOT_FULL");

        assertThat(known(hired, "sequence")).isEqualTo("0");
        assertThat(code(ask(stage.resident(), court, NINE))).isEqualTo("SLOT_FULL");
    }

    @Test
    void theSameKeyMovesOnceAndTheSameTimeIsNoMove() {
        String hired = hire(anna, court, NINE);
        String key = key();
        GraphQl.Answer once = move(anna, hired, span(court, TEN), key);

        assertThat(move(anna, hired, span(court, TEN), key).body()).isEqualTo(once.body());
        assertThat(errors(move(anna, hired, span(court, TEN), key()))).isZero();
        assertThat(known(hired, "sequence")).isEqualTo("1");
        assertThat(move(anna, hired, span(court, NINE), key).data("rescheduleAppointment/userErrors/0/code").asString())
                .isEqualTo("KEY_USED_OTHERWISE");
    }

    @Test
    void eachMistakeHasItsOwnCodeAndMovesNothing() {
        String hired = hire(anna, court, NINE);
        long otherService = stage.schedule(stage.service("ROOM"), stage.facility("兰园球馆", "Lanyuan Courts"));
        long slot = stage.slots(1).getFirst();
        String visit = stage.book(anna, stage.slot(stage.schedule(stage.service("COUNTER"),
                stage.facility("梅园事务中心", "Meiyuan Centre")), NINE.plus(Duration.ofHours(5)), 1));

        assertThat(moveCode(hired, Map.of())).isEqualTo("SLOT_OR_INTERVAL");
        assertThat(moveCode(hired, Map.of("slot", slotId(slot)))).isEqualTo("OTHER_SERVICE");
        assertThat(moveCode(visit, span(court, TEN))).isEqualTo("OTHER_SERVICE");
        assertThat(moveCode(hired, span(otherService, TEN))).isEqualTo("OTHER_SERVICE");
        assertThat(moveCode(hired, span(court, TEN, 0))).isEqualTo("INTERVAL_OUT_OF_RANGE");
        assertThat(moveCode(hired, span(court, TEN, 30 * 60))).isEqualTo("INTERVAL_OUT_OF_RANGE");
        assertThat(moveCode(hired, span(court, NINE.plus(Duration.ofHours(12)), 60))).isEqualTo("OUTSIDE_HOURS");
        assertThat(moveCode(hired, span(court, NINE.plus(Duration.ofMinutes(285)), 60))).isEqualTo("DOUBLE_BOOKING");
        assertThat(move(bert, hired, span(court, TEN), key()).data("rescheduleAppointment/userErrors/0/code")
                .asString()).isEqualTo("UNKNOWN_APPOINTMENT");
        assertThat(known(hired, "sequence")).isEqualTo("0");
    }

    private String hire(UUID resident, long where, Instant from) {
        String hold = ask(resident, where, from).data("holdSlot/hold/id").asString();
        return people.ask(resident, BOOK, Map.of("hold", hold, "idempotencyKey", key()))
                .data("bookAppointment/appointment/id")
                .asString();
    }

    private GraphQl.Answer ask(UUID resident, long where, Instant from) {
        var input = new HashMap<String, Object>(span(where, from));
        input.put("idempotencyKey", key());
        return people.ask(resident, HOLD, input);
    }

    private static String code(GraphQl.Answer held) {
        return held.data("holdSlot/userErrors/0/code").asString();
    }

    private GraphQl.Answer move(UUID resident, String appointment, Map<String, Object> where, String key) {
        var input = new HashMap<String, Object>(where);
        input.put("appointment", appointment);
        input.put("idempotencyKey", key);
        return people.ask(resident, MOVE, input);
    }

    private static int errors(GraphQl.Answer moved) {
        return moved.data("rescheduleAppointment/userErrors").size();
    }

    private String moveCode(String appointment, Map<String, Object> where) {
        return move(anna, appointment, where, key()).data("rescheduleAppointment/userErrors/0/code").asString();
    }

    private static Map<String, Object> span(long where, Instant from) {
        return span(where, from, 60);
    }

    private static Map<String, Object> span(long where, Instant from, int minutes) {
        return Map.of("interval", Map.of("schedule", GlobalId.of("Schedule", where), "startsAt", from.toString(),
                "endsAt", from.plus(Duration.ofMinutes(minutes)).toString()));
    }

    private String known(String appointment, String column) {
        return jdbc.sql("select " + column + "::text from appointment where id = ?")
                .param(GlobalId.findUuid("Appointment", appointment).orElseThrow())
                .query(String.class)
                .single();
    }
}
