package cn.jinlin.api.booking.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.booking.desk.DeskOfOneFacility.Booked;
import cn.jinlin.api.booking.desk.DeskOfOneFacility.Place;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(DeskOfOneFacility.class)
class LineTest {

    private static final String LINE = """
            query($unit: ID!) { deskLine(unit: $unit) { date liveCursor
              counters { name { zh } open services } rule { priorityEvery }
              waiting { number lane place expectedWait { minutes estimated measured } maskedName }
              called { number counter { name { zh } } } parked { number } notices { code } } }""";

    @Autowired
    private DeskOfOneFacility desk;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private JdbcClient jdbc;

    private Place place = new Place(0, new UUID(0, 0), 0, 0, "", "");
    private String counter = "";

    @BeforeEach
    void aDeskWithACounter() {
        place = desk.prepare();
        counter = desk.openCounter(place, "1 号窗口");
    }

    @Test
    void oneLineMixesBookedWalkInAndPriorityByItsRule() {
        String walkIn = desk.draw(place, false);
        Booked inHalfAnHour = desk.book(place, 30, null);
        Booked now = desk.book(place, 0, null);
        desk.checkIn(place, inHalfAnHour);
        desk.checkIn(place, now);
        String priority = desk.draw(place, true);

        assertThat(List.of(walkIn, priority)).doesNotHaveDuplicates();
        assertThat(desk.callAll(place, counter)).containsExactly("C001", "A002", "B001", "A001");
    }

    @Test
    void whoComesTooLateStandsAmongThoseWithoutAnAppointment() {
        Booked late = desk.book(place, -11, null);
        Booked inTime = desk.book(place, -10, null);

        desk.checkIn(place, late);
        desk.checkIn(place, inTime);

        assertThat(desk.callAll(place, counter)).containsExactly("A001", "B001");
    }

    @Test
    void checkingInAgainGivesTheSameTicketAndSoDoesTheCodeOnTheScreen() {
        Booked booked = desk.book(place, 0, null);
        String ticket = desk.checkIn(place, booked);

        assertThat(desk.checkIn(place, booked)).isEqualTo(ticket);
        assertThat(desk
                .act(place, "checkIn", "CheckInInput",
                        Map.of("code", " " + booked.number().toLowerCase(Locale.ROOT)))
                .data("checkIn/ticket/id")
                .asString()).isEqualTo(ticket);
        assertThat(state(booked)).isEqualTo("ARRIVED");
    }

    @Test
    void theCodeOnOnesPhoneChecksInAndAForgedOneDoesNot() {
        people.clear();
        UUID mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        Booked booked = desk.book(place, 0, mother);
        Booked anothers = desk.book(place, 0, null);
        String code = people.query(mother, "{ myAppointment(id: \"" + booked.globalId() + "\") { checkInCode } }")
                .data("myAppointment/checkInCode")
                .asString();

        assertThat(code).startsWith("JL:" + booked.number() + ":").hasSizeLessThan(60);
        String forged = code.replace(booked.number(), anothers.number());
        assertThat(refusal("checkIn", desk.act(place, "checkIn", "CheckInInput", Map.of("code", forged))))
                .isEqualTo("NOT_A_CHECK_IN_CODE");
        assertThat(number("checkIn", "CheckInInput", Map.of("code", code))).isEqualTo("A001");
    }

    @Test
    void theDeskBooksForWhoeverTelephonesOnceTheyWereFoundByTheirNumber() {
        people.clear();
        UUID mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        UUID neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        desk.book(place, 30, null);
        long slot = jdbc.sql("select id from slot where series_id = ?")
                .param(place.schedule())
                .query(Long.class)
                .single();
        Map<String, Object> wanted = new HashMap<>(Map.of("slot", GlobalId.of("Slot", slot), "person",
                PeopleOfThree.id(mother), "channel", "PHONE", "key", UUID.randomUUID().toString()));

        assertThat(refusal("bookAtDesk", bookAtDesk(place, wanted))).isEqualTo("PERSON_NOT_AT_DESK");
        find(PeopleOfThree.MOTHER_PHONE);
        find(PeopleOfThree.NEIGHBOUR_PHONE);
        assertThat(refusal("bookAtDesk", bookAtDesk(desk.prepare(), wanted))).isEqualTo("SLOT_NOT_HERE");
        wanted.put("actor", PeopleOfThree.id(neighbour));
        assertThat(refusal("bookAtDesk", bookAtDesk(place, wanted))).isEqualTo("NOT_THEIR_PROXY");
        wanted.remove("actor");

        GraphQl.Answer booked = bookAtDesk(place, wanted);

        assertThat(booked.data("bookAtDesk/appointment/channel").asString()).isEqualTo("PHONE");
        assertThat(bookAtDesk(place, wanted).data("bookAtDesk/appointment/number"))
                .isEqualTo(booked.data("bookAtDesk/appointment/number"));
        assertThat(jdbc.sql("select count(*) from appointment where person_id = ?")
                .param(mother)
                .query(Integer.class)
                .single())
                .isEqualTo(1);
    }

    private GraphQl.Answer bookAtDesk(Place where, Map<String, ?> input) {
        return desk.send(where, "bookAtDesk", "BookAtDeskInput", "appointment { number channel state }", input);
    }

    private void find(String phone) {
        people.askAtDesk(place.unit(),
                "mutation($input: FindResidentByPhoneInput!) { findResidentByPhone(input: $input) { userErrors { code } } }",
                Map.of("phone", phone));
    }

    @Test
    void theSameActSentAgainDoesNothingTwiceAndItsKeyServesNothingElse() {
        Map<String, Object> draw = Map.of("service", place.cards(), "key", UUID.randomUUID().toString());
        String once = number("takeTicketAtDesk", "TakeTicketAtDeskInput", draw);

        assertThat(number("takeTicketAtDesk", "TakeTicketAtDeskInput", draw)).isEqualTo(once).isEqualTo("B001");
        Map<String, Object> other = Map.of("service", place.other(), "key", draw.get("key"));
        assertThat(refusal("takeTicketAtDesk", desk.act(place, "takeTicketAtDesk", "TakeTicketAtDeskInput", other)))
                .isEqualTo("KEY_USED_OTHERWISE");
    }

    @Test
    void completingATicketCompletesItsAppointment() {
        Booked booked = desk.book(place, 0, null);
        String ticket = desk.checkIn(place, booked);
        desk.callNext(place, counter);

        assertThat(desk.onTicket(place, "complete", ticket).data("completeTicket/ticket/state").asString())
                .isEqualTo("DONE");
        assertThat(state(booked)).isEqualTo("SERVED");
    }

    @Test
    void aCounterServesOneAtATime() {
        desk.draw(place, false);
        desk.draw(place, false);
        desk.callNext(place, counter);

        GraphQl.Answer refused = desk.callNext(place, counter);
        assertThat(refusal("callNext", refused)).isEqualTo("COUNTER_BUSY");
        assertThat(refused.data("callNext/userErrors/0/message").asString()).contains("B001");
    }

    @Test
    void aTicketThatIsSetAsideComesBackFirst() {
        String parked = desk.draw(place, false);
        desk.draw(place, false);
        desk.draw(place, false);
        desk.callNext(place, counter);
        desk.onTicket(place, "park", parked);
        assertThat(number(desk.callNext(place, counter))).isEqualTo("B002");

        resume(parked, Map.of());
        desk.onTicket(place, "complete", called());

        assertThat(number(desk.callNext(place, counter))).isEqualTo("B001");
    }

    @Test
    void aTicketThatIsSetAsideGoesOnAtOnceWhereACounterIsFree() {
        String parked = desk.draw(place, false);
        desk.callNext(place, counter);
        desk.onTicket(place, "park", parked);
        String other = desk.openCounter(place, "2 号窗口");

        GraphQl.Answer resumed = resume(parked, Map.of("counter", other));

        assertThat(resumed.data("resumeTicket/ticket/state").asString()).isEqualTo("CALLED");
        assertThat(resumed.data("resumeTicket/ticket/counter/id").asString()).isEqualTo(other);
    }

    @Test
    void aTransferGoesFirstToThatCounterAndToNoOther() {
        String other = desk.openCounter(place, "2 号窗口");
        String sent = desk.draw(place, false);
        desk.draw(place, false);
        desk.callNext(place, counter);

        desk.act(place, "transferTicket", "TransferTicketInput", Map.of("ticket", sent, "counter", other));

        assertThat(number(desk.callNext(place, counter))).isEqualTo("B002");
        assertThat(number(desk.callNext(place, other))).isEqualTo("B001");
    }

    @Test
    void aTransferToAnotherServiceGoesToWhoeverServesIt() {
        String stays = desk.openCounter(place, "居住证窗口", place.other());
        String sent = desk.draw(place, false);
        desk.callNext(place, counter);

        GraphQl.Answer moved = desk.act(place, "transferTicket", "TransferTicketInput",
                Map.of("ticket", sent, "service", place.other()));

        assertThat(moved.data("transferTicket/ticket/service").asString()).isEqualTo(place.other());
        assertThat(number(desk.callNext(place, stays))).isEqualTo("B001");
    }

    @Test
    void aCounterForOneMatterCallsNobodyElse() {
        String stays = desk.openCounter(place, "居住证窗口", place.other());
        desk.draw(place, false);

        assertThat(refusal("callNext", desk.callNext(place, stays))).isEqualTo("NOBODY_WAITS");
    }

    @Test
    void nobodyCountsAsMissedBeforeTheyWereCalledAgain() {
        String ticket = desk.draw(place, false);
        desk.callNext(place, counter);

        assertThat(refusal("missTicket", desk.onTicket(place, "miss", ticket))).isEqualTo("CALL_AGAIN_FIRST");
        desk.onTicket(place, "recall", ticket);
        assertThat(desk.onTicket(place, "miss", ticket).data("missTicket/ticket/state").asString()).isEqualTo("MISSED");
    }

    @Test
    void theLineTellsPlacesAndWaitsThatAreEstimatesFromTheLastOnesServed() {
        for (int i = 0; i < 3; i++) {
            desk.draw(place, false);
        }
        assertThat(line().data("deskLine/waiting/2/expectedWait/minutes").asInt()).isEqualTo(30);
        desk.callAll(place, counter);
        jdbc.sql("update line_ticket set ended_at = called_at + interval '4 minutes' where facility_id = ?")
                .param(place.facility())
                .update();
        desk.draw(place, false);
        desk.draw(place, false);

        GraphQl.Answer line = line();
        assertThat(line.data("deskLine/waiting/1/place").asInt()).isEqualTo(2);
        assertThat(line.data("deskLine/waiting/1/expectedWait").toString())
                .isEqualTo("{\"minutes\":4,\"estimated\":true,\"measured\":3}");
    }

    @Test
    void withoutAnOpenCounterThereIsAPlaceButNoTime() {
        desk.draw(place, false);
        desk.send(place, "closeCounter", "CloseCounterInput", "counter { open }", Map.of("counter", counter));

        GraphQl.Answer line = line();
        assertThat(line.data("deskLine/waiting/0/place").asInt()).isEqualTo(1);
        assertThat(line.data("deskLine/waiting/0/expectedWait").isNull()).isTrue();
        assertThat(refusal("callNext", desk.callNext(place, counter))).isEqualTo("COUNTER_CLOSED");
    }

    @Test
    void theDeskSeesNamesMasked() {
        people.clear();
        UUID mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        people.name(mother, "李桂芳", "1950-03-01");
        Booked booked = desk.book(place, 0, mother);
        desk.checkIn(place, booked);

        assertThat(line().data("deskLine/waiting/0/maskedName").asString()).isEqualTo("李**");
        GraphQl.Answer day = desk.query(place, """
                query($unit: ID!) { deskDay(unit: $unit) { date appointments {
                  number state serviceName maskedName person ticketNumber resource } } }""");
        assertThat(day.data("deskDay/appointments/0/maskedName").asString()).isEqualTo("李**");
        assertThat(day.data("deskDay/appointments/0/ticketNumber").asString()).isEqualTo("A001");
        assertThat(day.data("deskDay/appointments/0/serviceName").asString()).isEqualTo("Social security card");
        assertThat(day.body()).doesNotContain("桂芳");
    }

    @Test
    void anAppointmentOfAnotherDayOrPlaceIsNotCheckedIn() {
        Booked tomorrow = desk.book(place, 24 * 60, null);
        Place other = desk.prepare();

        assertThat(refusal("checkIn", desk.act(place, "checkIn", "CheckInInput", Map.of("code", tomorrow.number()))))
                .isEqualTo("APPOINTMENT_NOT_TODAY");
        assertThat(refusal("checkIn", desk.act(other, "checkIn", "CheckInInput", Map.of("code", tomorrow.number()))))
                .isEqualTo("APPOINTMENT_NOT_HERE");
    }

    private GraphQl.Answer line() {
        return desk.query(place, LINE);
    }

    private String called() {
        return jdbc.sql("select id from line_ticket where facility_id = ? and state = 'CALLED'")
                .param(place.facility())
                .query((row, _) -> GlobalId.of("Ticket", row.getString(1)))
                .single();
    }

    private GraphQl.Answer resume(String ticket, Map<String, String> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("ticket", ticket);
        return desk.act(place, "resumeTicket", "ResumeTicketInput", input);
    }

    private String number(String mutation, String type, Map<String, ?> input) {
        return desk.act(place, mutation, type, input).data(mutation + "/ticket/number").asString();
    }

    private static String number(GraphQl.Answer called) {
        return called.data("callNext/ticket/number").asString();
    }

    private static String refusal(String mutation, GraphQl.Answer answer) {
        return answer.data(mutation + "/userErrors/0/code").asString();
    }

    private String state(Booked booked) {
        return jdbc.sql("select state from appointment where id = ?").param(booked.id()).query(String.class).single();
    }
}
