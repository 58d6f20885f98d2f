package cn.jinlin.api.booking.offer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.booking.offer.OfferOfOneFacility.Offer;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.ApiTest;
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

@ApiTest
@Import(OfferOfOneFacility.class)
class ScheduleAdministrationTest {

    private static final String PREVIEW = """
            query($input: UpdateScheduleInput!) { previewScheduleUpdate(input: $input) {
              slotsAdded slotsChanged slotsClosed slotsKept appointments touched { id number startsAt } unpublishedFrom } }""";
    private static final String PREVIEW_EXCEPTION = """
            query($input: DeclareScheduleExceptionInput!) { previewScheduleException(input: $input) {
              slotsAdded slotsClosed slotsKept appointments touched { id } } }""";
    private static final String PREVIEW_CLOSING = """
            query($id: ID!) { previewScheduleClosing(id: $id) { slotsClosed slotsKept appointments } }""";
    private static final String LEFTOVERS = """
            query($id: ID!) { scheduleLeftovers(id: $id) { slotsKept appointments touched { id } } }""";
    private static final String CLOSE = """
            mutation($input: CloseScheduleInput!) { closeSchedule(input: $input) { schedule { state } userErrors { code } } }""";
    private static final String WITHDRAW = """
            mutation($input: WithdrawScheduleExceptionInput!) { withdrawScheduleException(input: $input) {
              schedule { exceptions { date } } userErrors { code } } }""";
    private static final String LIST = """
            query($facility: ID!) { schedules(facility: $facility) {
              id resource state releaseAt lines { byday opensAt closesAt } service { number } facility { name } } }""";

    @Autowired
    private OfferOfOneFacility offers;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private JdbcClient jdbc;

    private Offer offer = new Offer(0, new UUID(0, 0), 0, "");

    @BeforeEach
    void anOffer() {
        offer = offers.prepare();
    }

    private GraphQl.Answer askAtDesk(String document, Map<String, ?> variables) {
        return graphQl.send(document, variables, "en",
                tokens.staff(PeopleOfThree.CLERK, new Duty(Role.FACILITY_DESK, offer.unit())));
    }

    @Test
    void thePreviewTellsWhatTheChangeThenDoesAndWhichAppointmentsItTouches() {
        String schedule = offers.created(offer, Map.of());
        UUID appointment = offers.book(offer, schedule, offers.slotAt(schedule, "2026-10-08 09:00"));
        Map<String, Object> change = Map.of("id", schedule, "lines",
                List.of(OfferOfOneFacility.weekdays("13:00", "15:00")));

        GraphQl.Answer preview = people.askAtDesk(offer.unit(), PREVIEW, change);

        assertThat(preview.data("previewScheduleUpdate/slotsAdded").asInt()).isEqualTo(14);
        assertThat(preview.data("previewScheduleUpdate/slotsClosed").asInt()).isEqualTo(11);
        assertThat(preview.data("previewScheduleUpdate/slotsKept").asInt()).isEqualTo(1);
        assertThat(preview.data("previewScheduleUpdate/appointments").asInt()).isEqualTo(1);
        assertThat(preview.data("previewScheduleUpdate/touched/0/id").asString())
                .isEqualTo(GlobalId.of("Appointment", appointment));
        assertThat(offers.starts(schedule)).hasSize(12).contains("10-08 10:00");

        people.askAtDesk(offer.unit(), OfferOfOneFacility.UPDATE, change);

        assertThat(offers.starts(schedule)).hasSize(14).allMatch(start -> start.compareTo("09-29 13") >= 0);
        GraphQl.Answer leftovers = askAtDesk(LEFTOVERS, Map.of("id", schedule));
        assertThat(leftovers.data("scheduleLeftovers/appointments").asInt()).isEqualTo(1);
        assertThat(leftovers.data("scheduleLeftovers/touched/0/id").asString())
                .isEqualTo(GlobalId.of("Appointment", appointment));
    }

    @Test
    void anExceptionIsPreviewedDeclaredAndWithdrawn() {
        String schedule = offers.created(offer, Map.of());
        offers.book(offer, schedule, offers.slotAt(schedule, "2026-10-09 10:00"));
        Map<String, Object> closed = Map.of("id", schedule, "date", "2026-10-09", "periods", List.of(), "note", "培训");

        GraphQl.Answer preview = people.askAtDesk(offer.unit(), PREVIEW_EXCEPTION, closed);
        assertThat(preview.data("previewScheduleException/slotsClosed").asInt()).isEqualTo(1);
        assertThat(preview.data("previewScheduleException/appointments").asInt()).isEqualTo(1);
        people.askAtDesk(offer.unit(), OfferOfOneFacility.EXCEPTION, closed);
        assertThat(offers.starts(schedule)).noneMatch(start -> start.startsWith("10-09"));
        GraphQl.Answer withdrawn = people.askAtDesk(offer.unit(), WITHDRAW,
                Map.of("id", schedule, "date", "2026-10-09"));
        assertThat(withdrawn.data("withdrawScheduleException/schedule/exceptions")).isEmpty();
        assertThat(offers.starts(schedule)).contains("10-09 09:00", "10-09 10:00");
    }

    @Test
    void anExceptionOpensAPublicHolidayToo() {
        String schedule = offers.created(offer, Map.of());
        people.askAtDesk(offer.unit(), OfferOfOneFacility.EXCEPTION, Map.of("id", schedule, "date", "2026-10-03",
                "periods", List.of(Map.of("opens", "09:00", "closes", "10:00"))));
        assertThat(offers.starts(schedule)).contains("10-03 09:00");
    }

    @Test
    void closingKeepsWhatWasBookedAndNothingElse() {
        String schedule = offers.created(offer, Map.of());
        offers.book(offer, schedule, offers.slotAt(schedule, "2026-10-09 10:00"));

        GraphQl.Answer preview = askAtDesk(PREVIEW_CLOSING, Map.of("id", schedule));
        assertThat(preview.data("previewScheduleClosing/slotsClosed").asInt()).isEqualTo(11);
        assertThat(preview.data("previewScheduleClosing/appointments").asInt()).isEqualTo(1);
        assertThat(people.askAtDesk(offer.unit(), CLOSE, Map.of("id", schedule))
                .data("closeSchedule/schedule/state")
                .asString()).isEqualTo("CLOSED");
        assertThat(offers.starts(schedule)).isEmpty();
        assertThat(people.askAtDesk(offer.unit(), OfferOfOneFacility.UPDATE, Map.of("id", schedule, "capacity", 3))
                .data("updateSchedule/userErrors/0/code")
                .asString()).isEqualTo("SCHEDULE_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({"durationMinutes, 4, NUMBER_OUT_OF_RANGE", "durationMinutes, 150, LONGER_THAN_HOURS",
        "capacity, 0, NUMBER_OUT_OF_RANGE", "roomPhone, 3, NUMBER_OUT_OF_RANGE",
        "horizonDays, 367, NUMBER_OUT_OF_RANGE", "releaseDays, 0, RELEASE_AFTER_CLOSING",
        "leadMinutes, 10081, NUMBER_OUT_OF_RANGE"})
    void aNumberThatCannotBeIsRefusedInWords(String field, int value, String code) {
        GraphQl.Answer answer = offers.create(offer, Map.of(field, value, "releaseAt", "08:40"));

        assertThat(answer.data("createSchedule/userErrors/0/code").asString()).isEqualTo(code);
        assertThat(answer.data("createSchedule/userErrors/0/message").asString()).doesNotContain("{");
        assertThat(jdbc.sql("select count(*) from schedule where facility_id = ?")
                .param(offer.facility())
                .query(Long.class)
                .single()).isZero();
    }

    @Test
    void hoursThatOverlapAreRefusedInWords() {
        GraphQl.Answer answer = offers.create(offer, Map.of("lines",
                List.of(OfferOfOneFacility.weekdays("09:00", "11:00"),
                        OfferOfOneFacility.line(List.of(5), "10:30", "12:00"))));

        assertThat(answer.data("createSchedule/userErrors/0/code").asString()).isEqualTo("HOURS_OVERLAP");
        assertThat(answer.data("createSchedule/userErrors/0/message").asString()).contains("09:00–11:00",
                "10:30–12:00");
    }

    @Test
    void aCounterIsNotPromisedToTwoMattersAtOnce() {
        offers.created(offer, Map.of());
        Offer second = new Offer(offer.facility(), offer.unit(), offers.prepare().service(), "");

        assertThat(offers.create(second, Map.of()).data("createSchedule/userErrors/0/code").asString())
                .isEqualTo("RESOURCE_TAKEN");
        assertThat(offers.create(second, Map.of("lines", List.of(OfferOfOneFacility.weekdays("11:00", "12:00"))))
                .data("createSchedule/userErrors")).isEmpty();
    }

    @Test
    void aSecondScheduleOfTheSameCounterAndAChangeFromAnOldPageAreRefused() {
        String schedule = offers.created(offer, Map.of());

        assertThat(offers.create(offer, Map.of("lines", List.of(OfferOfOneFacility.weekdays("13:00", "14:00"))))
                .data("createSchedule/userErrors/0/code")
                .asString()).isEqualTo("SCHEDULE_EXISTS");
        people.askAtDesk(offer.unit(), OfferOfOneFacility.UPDATE, Map.of("id", schedule, "capacity", 3));
        assertThat(people.askAtDesk(offer.unit(), OfferOfOneFacility.UPDATE,
                Map.of("id", schedule, "capacity", 4, "version", 1))
                .data("updateSchedule/userErrors/0/code")
                .asString()).isEqualTo("SCHEDULE_CHANGED_MEANWHILE");
    }

    @Test
    void nobodyButTheFacilitysOwnStaffSeesOrChangesSchedules() {
        String schedule = offers.created(offer, Map.of());
        Map<String, Object> change = Map.of("id", schedule, "capacity", 9);

        for (Duty duty : List.of(new Duty(Role.FACILITY_DESK, PeopleOfThree.OTHER_DESK),
                new Duty(Role.DISTRICT_ADMIN, null), new Duty(Role.VOLUNTEER_COORDINATOR, offer.unit()))) {
            assertThat(people.askAs(OfferOfOneFacility.UPDATE, change, duty).error().at("/extensions/code").asString())
                    .isEqualTo("FORBIDDEN");
            assertThat(people.askAs(PREVIEW, change, duty).error().at("/extensions/code").asString())
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(people.askAs(OfferOfOneFacility.UPDATE, change, new Duty(Role.UNIT_LEADER, offer.unit()))
                .data("updateSchedule/userErrors")).isEmpty();
        GraphQl.Answer listed = askAtDesk(LIST, Map.of("facility", offer.facilityId()));
        assertThat(listed.data("schedules/0/service/number").asString()).isEqualTo(offer.number());
        assertThat(listed.data("schedules/0/releaseAt").asString()).isEqualTo("08:00");
        assertThat(listed.data("schedules/0/lines/0/closesAt").asString()).isEqualTo("11:00");
    }

    @Test
    void whatStaffDidIsOnRecord() {
        String schedule = offers.created(offer, Map.of());
        people.askAtDesk(offer.unit(), CLOSE, Map.of("id", schedule));

        assertThat(jdbc.sql("""
                select count(*) from (select payload::text from journal_inbox union all select payload::text from journal_payload) p
                 where payload like ?""")
                .param("%Schedule:" + OfferOfOneFacility.key(schedule) + "\"%")
                .query(Long.class)
                .single()).isGreaterThanOrEqualTo(2);
    }
}
