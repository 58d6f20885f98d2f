package cn.jinlin.api.booking.figures;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookedVisits;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/// Figures as the nightly count makes them, as everybody and as a desk's staff read them.
@ApiTest
@Import(BookedVisits.class)
class FiguresTest {

    /// Nine on the first of the month, in Shanghai.
    private static final Instant FIRST = Instant.parse("2026-09-01T01:00:00Z");
    private static final String FIELDS = "month service { number } facility { name } booked served missed cancelled use missedShare waitMinutes leadDays hidden";
    private static final String PUBLIC = "query($months: Int!, $by: BookingFiguresBy!, $facility: ID, $service: String) {"
            + " bookingFigures(months: $months, by: $by, facility: $facility, service: $service) { " + FIELDS + " } }";
    private static final String OF_UNIT = "query($unit: ID!) { bookingFiguresOfUnit(unit: $unit) { rows { " + FIELDS
            + " } csv } }";

    @Autowired
    private BookedVisits visits;
    @Autowired
    private FigureCount count;
    @Autowired
    private Residents residents;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aMonthAtTheHealthCentre() {
        jdbc.sql("truncate slot cascade").update();
        visits.prepare();
        visits.desk(PeopleOfThree.DESK);
        List<UUID> booked = IntStream.range(0, 20)
                .mapToObj(
                        each -> visits.book(residents.withoutPhone().id(), null, FIRST.plus(Duration.ofHours(each / 2)),
                                FIRST.plus(Duration.ofHours(each / 2)).minus(Duration.ofDays(3))))
                .toList();
        end(booked.subList(0, 12), "SERVED");
        end(booked.subList(12, 18), "NO_SHOW");
        end(booked.subList(18, 20), "CANCELLED");
        // Today is not over.
        visits.book(residents.withoutPhone().id(), null, BookedVisits.NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void theNightCountsAMonthOnceWhicheverNodeComesFirst() {
        assertThat(count.countToday()).isTrue();
        assertThat(count.countToday()).isFalse();
        var row = ofMonth().data("bookingFigures/0");
        assertThat(row.get("month").asString()).isEqualTo("2026-09-01");
        assertThat(row.get("booked").asInt()).isEqualTo(20);
        assertThat(row.get("served").asInt()).isEqualTo(10);
        assertThat(row.get("missed").asInt()).isEqualTo(5);
        assertThat(row.get("cancelled").isNull()).isTrue();
        assertThat(row.get("missedShare").asDouble()).isEqualTo(0.33);
        assertThat(row.get("use").asDouble()).isEqualTo(0.2);
        assertThat(row.get("leadDays").asDouble()).isEqualTo(3.0);
        assertThat(row.get("waitMinutes").isNull()).isTrue();
        assertThat(row.get("hidden").asBoolean()).isTrue();
    }

    @Test
    void figuresStayAsTheyWereCountedUntilTheNextNight() {
        count.countToday();
        visits.book(residents.withoutPhone().id(), null, FIRST);
        assertThat(ofMonth().data("bookingFigures/0/booked").asInt()).isEqualTo(20);
    }

    @Test
    void theyAreSplitByServiceAndByFacility() {
        count.countToday();
        for (String by : List.of("SERVICE", "FACILITY")) {
            GraphQl.Answer split = graphQl.ask(PUBLIC, Map.of("months", 1, "by", by), "en");
            assertThat(split.data("bookingFigures").size()).isEqualTo(1);
            assertThat(split.data("bookingFigures/0/booked").asInt()).isEqualTo(20);
        }
        assertThat(graphQl.ask(PUBLIC, Map.of("months", 1, "by", "SERVICE"), "en")
                .data("bookingFigures/0/service/number")
                .asString()).isEqualTo(visits.serviceNumber());
        assertThat(graphQl
                .ask(PUBLIC, Map.of("months", 1, "by", "MONTH", "facility", visits.facilityId(), "service",
                        visits.serviceNumber()), "en")
                .data("bookingFigures/0/facility/name")
                .asString()).isEqualTo("梅园街道社区卫生服务中心");
    }

    @Test
    void waitingIsFromTheTicketToTheFirstCall() {
        IntStream.range(0, 5).forEach(each -> ticket(each, Duration.ofMinutes(10 + each)));
        count.countToday();
        assertThat(ofMonth().data("bookingFigures/0/waitMinutes").asInt()).isEqualTo(12);
    }

    @Test
    void staffOfTheDeskReadThemExactAndNobodyElseDoes() {
        count.countToday();
        GraphQl.Answer own = ofUnit(
                tokens.staff(PeopleOfThree.CLERK, new Duty(Role.FACILITY_DESK, PeopleOfThree.DESK)));
        assertThat(own.data("bookingFiguresOfUnit/rows/0/cancelled").asInt()).isEqualTo(2);
        assertThat(own.data("bookingFiguresOfUnit/rows/0/served").asInt()).isEqualTo(12);
        assertThat(own.data("bookingFiguresOfUnit/rows/0/hidden").asBoolean()).isFalse();
        assertThat(own.data("bookingFiguresOfUnit/csv").asString()).startsWith("\uFEFFmonth,service_number")
                .contains("2026-09,,,Meiyuan Community Health Centre,20,12,6,2,0.2000,0.3333,,3.0,0\r\n");
        for (String token : List.of(
                tokens.staff(PeopleOfThree.CLERK, new Duty(Role.FACILITY_DESK, PeopleOfThree.OTHER_DESK)),
                tokens.staff(PeopleOfThree.CLERK, new Duty(Role.VOLUNTEER_COORDINATOR, PeopleOfThree.DESK)),
                tokens.resident(UUID.randomUUID()))) {
            assertThat(ofUnit(token).error().at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void anybodyTakesTheTableAway() throws Exception {
        count.countToday();
        HttpResponse<String> file = fetch("/booking-figures.csv?months=1&by=SERVICE");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        assertThat(file.body()).contains(
                "2026-09,HEALTH-CHECK,Check-up for the elderly,,20,10,5,,0.2000,0.3300,,3.0,1\r\n");
    }

    @Test
    void aNameThatASpreadsheetWouldRunIsShownAsText() throws Exception {
        jdbc.sql("update bookable_service set name_en = '=HYPERLINK(1)' where id = ?").param(visits.service()).update();
        count.countToday();
        assertThat(fetch("/booking-figures.csv?months=1&by=SERVICE").body()).contains("'=HYPERLINK(1)");
        jdbc.sql("update bookable_service set name_en = 'Check-up for the elderly' where id = ?")
                .param(visits.service())
                .update();
    }

    @ParameterizedTest
    @CsvSource({"months=0, months", "months=37, months", "months=x, months", "by=PERSON, by", "service=NONE, service",
        "facility=x, facility"})
    void whatIsWrongIsSaidInWords(String query, String field) throws Exception {
        HttpResponse<String> refused = fetch("/booking-figures.csv?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).startsWith(field + ": ");
    }

    @Test
    void monthsLongAgoAreNotCountedAgain() {
        count.countToday();
        jdbc.sql(
                "insert into booking_figure (month, booked, served, missed, cancelled, people, places, places_used, waits) "
                        + "values ('2026-05-01', 70, 70, 0, 0, 60, 100, 70, 0) on conflict (month, service_id, facility_id) do update set booked = 70, people = 60")
                .update();
        jdbc.sql("delete from booking_figure_day").update();
        assertThat(count.countToday()).isTrue();
        assertThat(graphQl.ask(PUBLIC, Map.of("months", 12, "by", "MONTH"), "en")
                .data("bookingFigures")
                .valueStream()
                .filter(row -> row.get("month").asString().equals("2026-05-01"))
                .map(row -> row.get("booked").asInt())
                .toList()).containsExactly(70);
    }

    private GraphQl.Answer ofMonth() {
        return graphQl.ask(PUBLIC, Map.of("months", 1, "by", "MONTH"), "en");
    }

    private GraphQl.Answer ofUnit(String token) {
        return graphQl.send(OF_UNIT, Map.of("unit", GlobalId.of("Unit", PeopleOfThree.DESK)), "en", token);
    }

    private void end(List<UUID> appointments, String state) {
        appointments.forEach(each -> visits.end(each, state));
    }

    private void ticket(int number, Duration wait) {
        UUID counter = UUID.randomUUID();
        jdbc.sql("insert into desk_counter (id, facility_id, ordinal, name) values (?, ?, ?, ?)")
                .params(counter, visits.facility(), number + 1, number + " 号")
                .update();
        UUID ticket = UUID.randomUUID();
        jdbc.sql("""
                insert into line_ticket (id, facility_id, day, number, lane, service_id, state, drawn_at, due_at, ended_at)
                values (:id, :facility, :day, :number, 'WALK_IN', :service, 'DONE', :drawn, :drawn, :called)""")
                .param("id", ticket)
                .param("facility", visits.facility())
                .param("day", LocalDate.of(2026, 9, 1))
                .param("number", "B00" + number)
                .param("service", visits.service())
                .param("drawn", Timestamp.from(FIRST))
                .param("called", Timestamp.from(FIRST.plus(wait)))
                .update();
        for (int times = 0; times < 2; times++) {
            jdbc.sql("""
                    insert into line_call (facility_id, day, ticket_id, lane, counter_id, staff_id, called_at)
                    values (?, ?, ?, 'WALK_IN', ?, ?, ?)""")
                    .params(visits.facility(), LocalDate.of(2026, 9, 1), ticket, counter, UUID.randomUUID(),
                            Timestamp.from(FIRST.plus(wait).plus(Duration.ofMinutes(30L * times))))
                    .update();
        }
    }

    private HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(graphQl.address() + path))
                        .header("Accept-Language", "en")
                        .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
