package cn.jinlin.api.booking.desk;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import cn.jinlin.api.booking.desk.DeskOfOneFacility.Booked;
import cn.jinlin.api.booking.desk.DeskOfOneFacility.Place;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/// A desk that worked without a connection since a quarter to ten tells what it did.
@ApiTest
@Import(DeskOfOneFacility.class)
class ReconcileTest {

    private static final String NOTICES = "query($unit: ID!) { deskLine(unit: $unit) { notices { code counterName message } } }";

    @Autowired
    private DeskOfOneFacility desk;
    @Autowired
    private JdbcClient jdbc;

    private Place place = new Place(0, new UUID(0, 0), 0, 0, "", "");
    private String one = "";
    private String two = "";

    @BeforeEach
    void aDeskWithTwoCounters() {
        place = desk.prepare();
        one = desk.openCounter(place, "1 号窗口");
        two = desk.openCounter(place, "2 号窗口");
    }

    @Test
    void whatWasDoneWithoutAConnectionCountsInItsOrder() {
        Booked booked = desk.book(place, -10, null);
        Map<String, Object> checkIn = act("CHECK_IN", -12, Map.of("code", booked.number(), "printed", "F1-01"));
        Map<String, Object> draw = act("TAKE_TICKET", -11, Map.of("service", place.cards(), "printed", "F1-02"));

        GraphQl.Answer answer = reconcile(checkIn, draw,
                act("CALL", -10, Map.of("ticketOf", key(checkIn), "counter", one)),
                act("COMPLETE", -4, Map.of("ticketOf", key(checkIn), "counter", one)),
                act("CALL", -3, Map.of("ticketOf", key(draw), "counter", one)));

        assertThat(outcomes(answer)).containsExactly("DONE", "DONE", "DONE", "DONE", "DONE");
        assertThat(answer.data("reconcileDesk/results/0/ticket/number").asString()).isEqualTo("F1-01");
        assertThat(answer.data("reconcileDesk/results/3/ticket/state").asString()).isEqualTo("DONE");
        assertThat(answer.data("reconcileDesk/results/4/ticket/state").asString()).isEqualTo("CALLED");
        assertThat(state(booked)).isEqualTo("SERVED");
        assertThat(jdbc.sql(
                "select extract(epoch from ended_at - called_at)::int from line_ticket where number = 'F1-01' and facility_id = ?")
                .param(place.facility())
                .query(Integer.class)
                .single()).isEqualTo(360);
    }

    @Test
    void sendingAllOfItAgainDoesNothingTwiceAndGivesTheSameConflicts() {
        Map<String, Object> draw = act("TAKE_TICKET", -5, Map.of("service", place.cards()));
        Map<String, Object> wrong = act("CHECK_IN", -4, Map.of("code", "NOBODYS"));
        Map<String, Object> called = act("CALL", -3, Map.of("ticketOf", key(draw), "counter", one));

        assertThat(outcomes(reconcile(draw, wrong, called))).containsExactly("DONE", "CONFLICT", "DONE");
        GraphQl.Answer again = reconcile(draw, wrong, called);

        assertThat(outcomes(again)).containsExactly("ALREADY", "CONFLICT", "ALREADY");
        assertThat(again.data("reconcileDesk/results/1/code").asString()).isEqualTo("APPOINTMENT_NOT_HERE");
        assertThat(jdbc.sql("select count(*) from line_ticket where facility_id = ?")
                .param(place.facility())
                .query(Integer.class)
                .single()).isEqualTo(1);
    }

    @Test
    void ofTwoDesksThatCalledTheSameTicketTheFirstByTimeKeepsItAndTheOtherIsTold() {
        String ticket = desk.draw(place, false);

        GraphQl.Answer later = reconcile(act("CALL", -2, Map.of("ticket", ticket, "counter", two)));
        GraphQl.Answer earlier = reconcile(act("CALL", -3, Map.of("ticket", ticket, "counter", one)));

        assertThat(outcomes(later)).containsExactly("DONE");
        assertThat(outcomes(earlier)).containsExactly("DONE");
        assertThat(earlier.data("reconcileDesk/results/0/ticket/counter/id").asString()).isEqualTo(one);
        GraphQl.Answer told = desk.query(place, NOTICES);
        assertThat(told.data("deskLine/notices/0/code").asString()).isEqualTo("CALLED_EARLIER_ELSEWHERE");
        assertThat(told.data("deskLine/notices/0/counterName").asString()).isEqualTo("2 号窗口");
        assertThat(told.data("deskLine/notices/0/message").asString()).contains("B001").contains("1 号窗口");
    }

    @Test
    void theSameTwoDesksComeToTheSameWhicheverTellsFirst() {
        String ticket = desk.draw(place, false);

        GraphQl.Answer earlier = reconcile(act("CALL", -3, Map.of("ticket", ticket, "counter", one)));
        GraphQl.Answer later = reconcile(act("CALL", -2, Map.of("ticket", ticket, "counter", two)),
                act("COMPLETE", -1, Map.of("ticket", ticket, "counter", two)));

        assertThat(outcomes(earlier)).containsExactly("DONE");
        assertThat(outcomes(later)).containsExactly("CONFLICT", "CONFLICT");
        assertThat(later.data("reconcileDesk/results/0/code").asString()).isEqualTo("CALLED_ELSEWHERE");
        assertThat(later.data("reconcileDesk/results/0/message").asString()).contains("1 号窗口");
        assertThat(later.data("reconcileDesk/results/0/ticket/counter/id").asString()).isEqualTo(one);
        assertThat(later.data("reconcileDesk/results/0/ticket/state").asString()).isEqualTo("CALLED");
    }

    @Test
    void atTheSameMomentTheCounterThatWasMadeFirstKeepsIt() {
        String ticket = desk.draw(place, false);
        reconcile(act("CALL", -3, Map.of("ticket", ticket, "counter", two)));

        GraphQl.Answer first = reconcile(act("CALL", -3, Map.of("ticket", ticket, "counter", one)));

        assertThat(first.data("reconcileDesk/results/0/ticket/counter/id").asString()).isEqualTo(one);
    }

    @Test
    void anAppointmentThatWasCalledOffMeanwhileIsAConflictAndKeepsNothingBack() {
        Booked booked = desk.book(place, -10, null);
        jdbc.sql("update appointment set state = 'CANCELLED', reason = 'BY_RESIDENT' where id = ?")
                .param(booked.id())
                .update();

        GraphQl.Answer answer = reconcile(act("CHECK_IN", -11, Map.of("code", booked.number())),
                act("TAKE_TICKET", -10, Map.of("service", place.cards())));

        assertThat(outcomes(answer)).containsExactly("CONFLICT", "DONE");
        assertThat(answer.data("reconcileDesk/results/0/code").asString()).isEqualTo("APPOINTMENT_CALLED_OFF");
    }

    @Test
    void whoeverCameInTimeToADeskThatCouldNotTellWasNotMissing() {
        Booked booked = desk.book(place, -60, null);
        jdbc.sql("update appointment set state = 'NO_SHOW' where id = ?").param(booked.id()).update();

        GraphQl.Answer answer = reconcile(act("CHECK_IN", -61, Map.of("code", booked.number())));

        assertThat(outcomes(answer)).containsExactly("DONE");
        assertThat(state(booked)).isEqualTo("ARRIVED");
    }

    @Test
    void aClockThatIsAheadAndWhatIsTooOldAreRefused() {
        GraphQl.Answer answer = reconcile(act("TAKE_TICKET", 3, Map.of("service", place.cards())),
                act("TAKE_TICKET", -24 * 60 - 1, Map.of("service", place.cards())));

        assertThat(answer.data("reconcileDesk/results/0/code").asString()).isEqualTo("ACT_IN_FUTURE");
        assertThat(answer.data("reconcileDesk/results/1/code").asString()).isEqualTo("ACT_TOO_OLD");
    }

    @Test
    void twoHundredActsAreTakenAndNoMore() {
        List<Map<String, Object>> many = IntStream.range(0, 201)
                .mapToObj(_ -> act("TAKE_TICKET", -1, Map.of("service", "NO-SUCH")))
                .toList();

        assertThat(send(many).data("reconcileDesk/userErrors/0/code").asString()).isEqualTo("ACTS_OUT_OF_RANGE");
        assertThat(outcomes(send(many.subList(0, 200)))).hasSize(200).containsOnly("CONFLICT");
    }

    @Test
    void anotherDesksTicketIsNobodysHere() {
        String ticket = desk.draw(place, false);
        Place other = desk.prepare();
        String elsewhere = desk.openCounter(other, "1 号窗口");
        Map<String, Object> call = act("CALL", -1, Map.of("ticket", ticket, "counter", elsewhere));

        GraphQl.Answer answer = desk.send(other, "reconcileDesk", "ReconcileDeskInput",
                "results { outcome code ticket { id } }", Map.of("acts", List.of(call)));

        assertThat(answer.data("reconcileDesk/results/0/code").asString()).isEqualTo("UNKNOWN_TICKET");
        assertThat(answer.data("reconcileDesk/results/0/ticket").isNull()).isTrue();
    }

    private Map<String, Object> act(String kind, int minutes, Map<String, ?> more) {
        Map<String, Object> act = new HashMap<>(more);
        act.put("key", UUID.randomUUID().toString());
        act.put("kind", kind);
        act.put("at", DeskOfOneFacility.NOW.plus(Duration.ofMinutes(minutes)).toString());
        return act;
    }

    private static Object key(Map<String, Object> act) {
        return java.util.Objects.requireNonNull(act.get("key"));
    }

    private GraphQl.Answer reconcile(Map<?, ?>... acts) {
        return send(Arrays.asList(acts));
    }

    private GraphQl.Answer send(List<? extends Map<?, ?>> acts) {
        return desk.send(place, "reconcileDesk", "ReconcileDeskInput",
                "results { key outcome code message ticket { id number state counter { id } } }", Map.of("acts", acts));
    }

    private static List<String> outcomes(GraphQl.Answer answer) {
        return answer.data("reconcileDesk/results")
                .values()
                .stream()
                .map(each -> each.get("outcome").asString())
                .toList();
    }

    private String state(Booked booked) {
        return jdbc.sql("select state from appointment where id = ?").param(booked.id()).query(String.class).single();
    }
}
