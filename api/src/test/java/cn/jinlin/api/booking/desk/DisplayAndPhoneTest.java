package cn.jinlin.api.booking.desk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.booking.desk.DeskOfOneFacility.Booked;
import cn.jinlin.api.booking.desk.DeskOfOneFacility.Place;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(DeskOfOneFacility.class)
class DisplayAndPhoneTest {

    private static final String DISPLAY = """
            query($facility: ID!) { callDisplay(facility: $facility) { facilityName { zh en } waiting
              calls { key number counter { zh en } speech { zh en } } expectedWait { minutes } } }""";
    private static final String TAKE = """
            mutation($input: TakeTicketInput!) { takeTicket(input: $input) {
              ticket { id number lane state place facilityName serviceName counterName } userErrors { code } } }""";
    private static final String LEAVE = """
            mutation($input: LeaveLineInput!) { leaveLine(input: $input) { ticket { state } userErrors { code } } }""";
    private static final String MINE = "{ myTickets { id number state counterName serviceName } }";

    @Autowired
    private DeskOfOneFacility desk;
    @Autowired
    private CallDisplays displays;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;

    private Place place = new Place(0, new UUID(0, 0), 0, 0, "", "");
    private String counter = "";
    private UUID mother = new UUID(0, 0);
    private UUID neighbour = new UUID(0, 0);

    @BeforeEach
    void aDeskAndTwoPeople() {
        people.clear();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        people.name(mother, "李桂芳", "1950-03-01");
        place = desk.prepare();
        counter = desk.openCounter(place, "3 号窗口");
    }

    @Test
    void theScreenShowsAndSpeaksNumbersInBothLanguagesAndNeverANameToWhoeverLooks() {
        Booked booked = desk.book(place, 0, mother);
        desk.checkIn(place, booked);
        desk.draw(place, false);
        desk.callNext(place, counter);

        GraphQl.Answer screen = screen();

        assertThat(screen.data("callDisplay/calls/0/number").asString()).isEqualTo("A001");
        assertThat(screen.data("callDisplay/calls/0/speech/zh").asString()).isEqualTo("请 A 零 零 一 号到3 号窗口。");
        assertThat(screen.data("callDisplay/calls/0/speech/en").asString())
                .isEqualTo("Number A 0 0 1, please go to 3 号窗口.");
        assertThat(screen.data("callDisplay/waiting").asInt()).isEqualTo(1);
        assertThat(screen.body()).doesNotContain("李")
                .doesNotContain(booked.number())
                .doesNotContain(GlobalId.of(Resident.TYPE, mother));
    }

    @Test
    void callingAgainIsAnotherCallOnTheScreen() {
        String ticket = desk.draw(place, false);
        desk.callNext(place, counter);
        String first = screen().data("callDisplay/calls/0/key").asString();
        assertThat(screen().data("callDisplay/calls/0/key").asString()).isEqualTo(first);

        desk.onTicket(place, "recall", ticket);

        assertThat(screen().data("callDisplay/calls/0/key").asString()).isNotEqualTo(first);
    }

    @Test
    void anOpenScreenHearsOfEachCall() {
        desk.draw(place, false);
        var seen = new LinkedBlockingQueue<List<String>>();
        var screen = displays.follow(place.facilityId(), null)
                .subscribe(shown -> seen.add(shown.calls().stream().map(CallDisplays.Call::number).toList()));
        try {
            desk.callNext(place, counter);
            Records.await(() -> seen.contains(List.of("B001")));
            assertThat(seen.peek()).isEmpty();
        } finally {
            screen.dispose();
        }
    }

    @Test
    void aScreenNeedsNoSignInToFollow() throws Exception {
        desk.draw(place, false);
        desk.callNext(place, counter);
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of("query",
                        "subscription($facility: ID!) { callDisplayChanged(facility: $facility) { calls { number } } }",
                        "variables", Map.of("facility", place.facilityId())));
        HttpRequest request = HttpRequest.newBuilder(URI.create(graphQl.address() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            try (Stream<String> lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
                assertThat(lines.filter(line -> line.startsWith("data:{")).findFirst().orElseThrow())
                        .contains("\"number\":\"B001\"");
            }
            http.shutdownNow();
        }
    }

    @Test
    void aTicketOnOnesPhoneIsOneForEachFacilityAndTellsWhereToGo() {
        GraphQl.Answer drawn = take(neighbour, Map.of());
        assertThat(drawn.data("takeTicket/ticket/number").asString()).isEqualTo("B001");
        assertThat(drawn.data("takeTicket/ticket/place").asInt()).isEqualTo(1);
        assertThat(drawn.data("takeTicket/ticket/facilityName").asString()).isEqualTo("Meiyuan affairs centre");

        assertThat(take(neighbour, Map.of()).data("takeTicket/ticket/id"))
                .isEqualTo(drawn.data("takeTicket/ticket/id"));
        assertThat(take(neighbour, Map.of("service", place.other())).data("takeTicket/userErrors/0/code").asString())
                .isEqualTo("HAS_TICKET_HERE");
        desk.callNext(place, counter);
        assertThat(people.query(neighbour, MINE).data("myTickets/0/counterName").asString()).isEqualTo("3 号窗口");
        assertThat(people.query(mother, MINE).data("myTickets").size()).isZero();
    }

    @Test
    void aTicketThatIsGivenBackMakesRoomAndAnothersCannotBe() {
        String id = take(neighbour, Map.of()).data("takeTicket/ticket/id").asString();

        assertThat(people.ask(mother, LEAVE, Map.of("ticket", id)).data("leaveLine/userErrors/0/code").asString())
                .isEqualTo("UNKNOWN_TICKET");
        assertThat(people.ask(neighbour, LEAVE, Map.of("ticket", id)).data("leaveLine/ticket/state").asString())
                .isEqualTo("LEFT");
        assertThat(take(neighbour, Map.of()).data("takeTicket/ticket/number").asString()).isEqualTo("B002");
    }

    @Test
    void byPhonePriorityIsForWhoeverIsSixtyAndOthersAskAtTheDesk() {
        assertThat(take(mother, Map.of("priority", true)).data("takeTicket/ticket/lane").asString())
                .isEqualTo("PRIORITY");
        assertThat(take(neighbour, Map.of("priority", true)).data("takeTicket/userErrors/0/code").asString())
                .isEqualTo("PRIORITY_AT_DESK");
    }

    @Test
    void nobodyDrawsATicketFromHomeWhileNoCounterIsOpen() {
        desk.send(place, "closeCounter", "CloseCounterInput", "counter { open }", Map.of("counter", counter));

        assertThat(take(neighbour, Map.of()).data("takeTicket/userErrors/0/code").asString())
                .isEqualTo("LINE_NOT_OPEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FACILITY_DESK", "UNIT_LEADER", "DISTRICT_ADMIN"})
    void noOtherUnitsDeskAndNobodyElseWorksOnTheLine(Role role) {
        String stranger = tokens.staff(UUID.randomUUID(), role == Role.DISTRICT_ADMIN
                ? new Duty(role, null)
                : new Duty(role, role == Role.UNIT_LEADER ? place.unit() : PeopleOfThree.OTHER_DESK));
        Map<String, Object> unit = Map.of("unit", place.unitId());
        Map<String, Object> call = Map.of("input",
                Map.of("unit", place.unitId(), "counter", counter, "key", UUID.randomUUID().toString()));

        for (String query : List.of("deskLine(unit: $unit) { date }", "deskDay(unit: $unit) { date }")) {
            assertThat(graphQl.send("query($unit: ID!) { " + query + " }", unit, "en", stranger)
                    .error()
                    .at("/extensions/code")
                    .asString())
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(graphQl
                .send("mutation($input: CallNextInput!) { callNext(input: $input) { userErrors { code } } }", call,
                        "en", stranger)
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
    }

    private GraphQl.Answer screen() {
        return graphQl.ask(DISPLAY, Map.of("facility", place.facilityId()));
    }

    private GraphQl.Answer take(UUID resident, Map<String, ?> more) {
        Map<String, Object> input = new java.util.HashMap<>(
                Map.of("facility", place.facilityId(), "service", place.cards(), "key", UUID.randomUUID().toString()));
        input.putAll(more);
        return people.ask(resident, TAKE, input);
    }
}
