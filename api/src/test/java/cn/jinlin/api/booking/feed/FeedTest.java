package cn.jinlin.api.booking.feed;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookedVisits;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.TestTokens;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/// The feed as a calendar program fetches and reads it, and the slip.
@ApiTest
@Import(BookedVisits.class)
class FeedTest {

    /// Nine o'clock on the Friday before, on the Saturday worked instead, and on the Monday after it.
    private static final Instant FRIDAY = Instant.parse("2026-10-09T01:00:00Z");
    private static final Instant MAKE_UP_SATURDAY = Instant.parse("2026-10-10T01:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-10-12T01:00:00Z");
    private static final String RENEW = "mutation { renewCalendarFeed { feed { createdAt fetchedAt } address userErrors { code } } }";
    private static final String REVOKE = "mutation { revokeCalendarFeed { revoked userErrors { code } } }";
    private static final String HOLD = "mutation($input: HoldSlotInput!) { holdSlot(input: $input) { hold { id } userErrors { code } } }";
    private static final String BOOK = "mutation($input: BookAppointmentInput!) { bookAppointment(input: $input) { appointment { id } userErrors { code } } }";
    private static final String MOVE = "mutation($input: RescheduleAppointmentInput!) { rescheduleAppointment(input: $input) { appointment { id } userErrors { code } } }";
    private static final String CANCEL = "mutation($input: CancelAppointmentInput!) { cancelAppointment(input: $input) { appointment { id } userErrors { code } } }";
    private static final String NEWS = "{ myNotifications { nodes { kind } } }";
    private static final String MINE = "{ myCalendarFeed { createdAt fetchedAt } }";
    private static final String SLIP = """
            query($id: ID!) { appointmentSlip(id: $id) { appointment { number startsAt service { number } } code calendar } }""";

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private BookedVisits visits;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);
    private UUID daughter = new UUID(0, 0);
    private UUID visit = new UUID(0, 0);

    @BeforeEach
    void aMotherWithThreeVisitsAndADaughterWhoActsForHer() {
        people.clear();
        visits.prepare();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        daughter = people.signUp(PeopleOfThree.DAUGHTER_PHONE);
        people.name(mother, "李桂芳", "1950-03-01");
        visits.letAct(daughter, mother);
        visit = visits.book(mother, daughter, FRIDAY);
        visits.book(mother, daughter, MAKE_UP_SATURDAY);
        visits.book(mother, daughter, MONDAY);
    }

    @Test
    void aCalendarProgramReadsTheRightTimesOnBothSidesOfAMakeUpWorkday() throws Exception {
        List<VEvent> events = read(fetch(renew(mother)).body());
        assertThat(events.stream().map(FeedTest::start).map(ZonedDateTime::toInstant)).containsExactlyInAnyOrder(FRIDAY,
                MAKE_UP_SATURDAY, MONDAY);
        assertThat(events.stream().map(event -> start(event).getHour())).containsOnly(9);
        assertThat(events.stream().map(event -> start(event).getOffset().getId())).containsOnly("+08:00");
    }

    @Test
    void itTellsWhatAndWhereAndNobodysName() throws Exception {
        HttpResponse<String> own = fetch(renew(mother));
        VEvent event = read(own.body()).getFirst();
        assertThat(value(event, Property.SUMMARY)).isEqualTo("老年人体检");
        assertThat(value(event, Property.LOCATION)).contains("梅园街道社区卫生服务中心", "梅园路88号");
        assertThat(value(event, Property.DESCRIPTION)).contains("3 号窗口", "身份证原件");
        HttpResponse<String> hers = fetch(renew(daughter));
        assertThat(value(read(hers.body()).getFirst(), Property.SUMMARY)).isEqualTo("老年人体检(代家人预约)");
        assertThat(unfolded(own.body()) + unfolded(hers.body())).doesNotContain("李", "桂芳", "13812340001");
    }

    @Test
    void noStoreOnTheWayKeepsItAndNoSearchEngineFindsIt() throws Exception {
        var headers = fetch(renew(mother)).headers();
        assertThat(headers.firstValue("Content-Type").orElse("")).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("private").doesNotContain("public");
        assertThat(headers.firstValue("X-Robots-Tag").orElse("")).isEqualTo("noindex");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
    }

    @Test
    void whatIsBookedMovedAndCalledOffIsOneEventWhoseNumberGrows() throws Exception {
        UUID neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        String address = renew(neighbour);
        String hold = done(people.ask(neighbour, HOLD,
                Map.of("slot", slot(FRIDAY), "idempotencyKey", UUID.randomUUID())), "holdSlot/hold/id");
        String booked = done(people.ask(neighbour, BOOK,
                Map.of("hold", hold, "materialsRead", true, "idempotencyKey", UUID.randomUUID())),
                "bookAppointment/appointment/id");
        VEvent first = read(fetch(address).body()).getFirst();
        assertThat(value(first, Property.SEQUENCE)).isEqualTo("0");

        done(people.ask(neighbour, MOVE, Map.of("appointment", booked, "slot", slot(MAKE_UP_SATURDAY),
                "idempotencyKey", UUID.randomUUID())), "rescheduleAppointment/appointment/id");
        VEvent moved = read(fetch(address).body()).getFirst();
        assertThat(value(moved, Property.UID)).isEqualTo(value(first, Property.UID));
        assertThat(value(moved, Property.SEQUENCE)).isEqualTo("1");
        assertThat(start(moved).toInstant()).isEqualTo(MAKE_UP_SATURDAY);

        done(people.ask(neighbour, CANCEL, Map.of("appointment", booked, "idempotencyKey", UUID.randomUUID())),
                "cancelAppointment/appointment/id");
        VEvent cancelled = read(fetch(address).body()).getFirst();
        assertThat(value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(cancelled, Property.SEQUENCE)).isEqualTo("2");
        Records.await(() -> people.query(neighbour, NEWS).data("myNotifications/nodes").size() == 3);
        assertThat(people.query(neighbour, NEWS)
                .data("myNotifications/nodes")
                .valueStream()
                .map(
                        node -> node.get("kind").asString()))
                .containsExactly("booking.cancelled", "booking.moved", "booking.booked");
    }

    @Test
    void whatIsCalledOffStaysAMonthAndSaysSo() throws Exception {
        visits.end(visit, "CANCELLED");
        changed(visit, BookedVisits.NOW.minus(Duration.ofDays(29)));
        String address = renew(mother);
        assertThat(read(fetch(address).body()).stream()
                .filter(event -> value(event, Property.UID).startsWith(visit.toString()))
                .map(event -> value(event, Property.STATUS))).containsExactly("CANCELLED");
        changed(visit, BookedVisits.NOW.minus(Duration.ofDays(31)));
        assertThat(read(fetch(address).body())).hasSize(2);
    }

    @Test
    void whoeverMayNoLongerActSeesNoMore() throws Exception {
        String address = renew(daughter);
        assertThat(read(fetch(address).body())).hasSize(3);
        visits.revoke(daughter, mother);
        assertThat(read(fetch(address).body())).isEmpty();
    }

    @Test
    void aNewAddressEndsTheOldOneAndRevokingEndsAll() throws Exception {
        String first = renew(mother);
        String second = renew(mother);
        assertThat(second).isNotEqualTo(first).matches("http://localhost:\\d+/calendar/[A-Za-z0-9_-]{22}\\.ics");
        assertThat(fetch(first).statusCode()).isEqualTo(404);
        assertThat(fetch(second).statusCode()).isEqualTo(200);
        assertThat(people.query(mother, REVOKE).data("revokeCalendarFeed/revoked").asBoolean()).isTrue();
        assertThat(fetch(second).statusCode()).isEqualTo(404);
        assertThat(people.query(mother, MINE).data("myCalendarFeed").isNull()).isTrue();
    }

    @Test
    void theOwnerSeesWhetherAProgramFetchesItAndNeverTheAddressAgain() throws Exception {
        String address = renew(mother);
        assertThat(people.query(mother, MINE).data("myCalendarFeed/fetchedAt").isNull()).isTrue();
        fetch(address);
        assertThat(people.query(mother, MINE).data("myCalendarFeed/fetchedAt").asString())
                .isEqualTo("2026-09-29T10:00:00+08:00");
        String secret = address.substring(address.lastIndexOf('/') + 1).replace(".ics", "");
        assertThat(jdbc.sql("select encode(secret_index, 'escape') from calendar_feed").query(String.class).list())
                .noneMatch(kept -> kept.contains(secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calendar/AAAAAAAAAAAAAAAAAAAAAA.ics", "/calendar/x.ics", "/calendar/..%2f.ics"})
    void anAddressOfNobodyOpensNothing(String path) throws Exception {
        assertThat(fetch(graphQl.address() + path).statusCode()).isIn(400, 404);
    }

    @Test
    void aFeedIsForResidentsAlone() {
        assertThat(graphQl.ask(RENEW, Map.of()).error().at("/extensions/code").asString()).isEqualTo("UNAUTHORIZED");
        assertThat(graphQl.send(RENEW, Map.of(), "en", tokens.staff(UUID.randomUUID()))
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void theSlipHoldsNumberCodeAndCalendarForThePersonAndWhoActsForThem() throws Exception {
        for (UUID reader : List.of(mother, daughter)) {
            GraphQl.Answer slip = slip(reader);
            String number = slip.data("appointmentSlip/appointment/number").asString();
            assertThat(slip.data("appointmentSlip/code").asString()).matches("JL:" + number + ":[0-9a-f]{16}");
            VEvent event = read(slip.data("appointmentSlip/calendar").asString()).getFirst();
            assertThat(start(event).toInstant()).isEqualTo(FRIDAY);
            assertThat(value(event, Property.UID)).startsWith(visit.toString());
        }
    }

    @Test
    void theSlipIsForNobodyElse() {
        UUID neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        assertThat(slip(neighbour).data("appointmentSlip").isNull()).isTrue();
        assertThat(graphQl.send(SLIP, Map.of("id", "nonsense"), "en", tokens.resident(mother))
                .data("appointmentSlip")
                .isNull()).isTrue();
        visits.revoke(daughter, mother);
        assertThat(slip(daughter).data("appointmentSlip").isNull()).isTrue();
    }

    private GraphQl.Answer slip(UUID reader) {
        return graphQl.send(SLIP, Map.of("id", BookedVisits.id(visit)), "en", tokens.resident(reader));
    }

    private String slot(Instant startsAt) {
        return GlobalId.of("Slot", visits.slot(startsAt));
    }

    /// What was done, or the refusal as it came.
    private static String done(GraphQl.Answer answer, String path) {
        assertThat(answer.body()).doesNotContain("\"code\"");
        return answer.data(path).asString();
    }

    private String renew(UUID resident) {
        return people.query(resident, RENEW).data("renewCalendarFeed/address").asString();
    }

    /// The service's public address is not the one this test reaches it at.
    private HttpResponse<String> fetch(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(graphQl.address() + URI.create(address).getRawPath())).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void changed(UUID appointment, Instant at) {
        jdbc.sql("update appointment set changed_at = ? where id = ?")
                .param(Timestamp.from(at))
                .param(appointment)
                .update();
    }

    private static List<VEvent> read(String file) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(file)).getComponents(Component.VEVENT);
    }

    private static ZonedDateTime start(VEvent event) {
        return ZonedDateTime.from(Objects.requireNonNull(event.getDateTimeStart()).getDate());
    }

    private static String value(Component component, String property) {
        return component.getProperty(property).orElseThrow().getValue();
    }

    private static String unfolded(String file) {
        return file.replace("\r\n ", "");
    }
}
