package cn.jinlin.api.booking.attendance;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.booking.appointment.BookingGate;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.Storm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static cn.jinlin.api.booking.attendance.PastOfOnePerson.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApiTest
@Import(PastOfOnePerson.class)
class AttendanceTest {

    private static final String MINE = """
            { myAttendance { counted blockedUntil exemptUntil
              absences { id state serviceName facilityName appealUntil appeal { state text reason } } } }""";
    private static final String APPEAL = """
            mutation($input: AppealAbsenceInput!) { appealAbsence(input: $input) {
              attendance { counted absences { id appeal { id state } } } userErrors { code } } }""";
    private static final String DECIDE = """
            mutation($input: DecideAppealInput!) { decideAppeal(input: $input) {
              appeal { state reason maskedName counted } userErrors { code } } }""";
    private static final String RULE = """
            mutation($input: UpdateAttendanceRuleInput!) { updateAttendanceRule(input: $input) {
              rule { absences exemptKinds } userErrors { code field } } }""";
    private static final String EXEMPT = """
            mutation($input: ExemptFromAttendanceInput!) { exemptFromAttendance(input: $input) { until userErrors { code } } }""";
    private static final String APPEALS = """
            query($unit: ID) { attendanceAppeals(unit: $unit) { edges { node { id state text maskedName } } } }""";

    @Autowired
    private PastOfOnePerson past;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private AbsenceWork work;
    @Autowired
    private AttendanceBar bar;
    @Autowired
    private AppointmentService appointments;
    @Autowired
    private Services services;
    @Autowired
    private List<PersonalDataEraser> erasers;
    @Autowired
    private JdbcClient jdbc;

    private PastOfOnePerson.Place place = new PastOfOnePerson.Place(0, new UUID(0, 0), 0, 0);
    private UUID mother = new UUID(0, 0);

    @BeforeEach
    void aPersonWhoBooks() {
        people.clear();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        people.name(mother, "李桂芳", "1950-03-01");
        place = past.prepare();
    }

    @AfterEach
    void theUsualRule() {
        jdbc.sql("update attendance_rule set absences = 3, exempt_kinds = '{}'").update();
    }

    @Test
    void nobodyIsMissingBeforeTheEndAndTheGraceAreOver() {
        UUID justNow = past.book(place, mother, Duration.ofMinutes(15));
        UUID longerAgo = past.book(place, mother, Duration.ofMinutes(45));
        UUID arrived = past.book(place, mother, Duration.ofHours(3));
        appointments.arrive(arrived);

        missAll();

        assertThat(List.of(past.state(justNow), past.state(longerAgo), past.state(arrived))).containsExactly("BOOKED",
                "NO_SHOW", "ARRIVED");
        assertThat(mine().data("myAttendance/counted").asInt()).isEqualTo(1);
        assertThat(mine().data("myAttendance/absences/0/facilityName").asString()).isEqualTo("梅园事务中心");
    }

    @Test
    void theThirdAbsenceKeepsFromBookingUntilADayThatIsTold() {
        missed(3, 2);
        bar.require(wish());
        missed(1);

        assertThatThrownBy(() -> bar.require(wish())).isInstanceOfSatisfying(BadInput.class, refused -> {
            assertThat(refused.reason()).isEqualTo("BLOCKED_AFTER_ABSENCES");
            assertThat(refused.arguments()).containsExactly("2026-10-28");
        });
        assertThat(mine().data("myAttendance/blockedUntil").asString()).startsWith("2026-10-28");
    }

    @Test
    void theSixthOfWhoHadBookedAheadMovesTheBlockOn() {
        missed(25, 24, 23);
        String afterThree = mine().data("myAttendance/blockedUntil").asString();
        missed(12, 8, 1);

        assertThat(afterThree).startsWith("2026-10-06");
        assertThat(mine().data("myAttendance/blockedUntil").asString()).startsWith("2026-10-28");
        assertThat(mine().data("myAttendance/counted").asInt()).isEqualTo(6);
    }

    @Test
    void whatTheFacilityCalledOffDoesNotCount() {
        UUID calledOff = past.book(place, mother, Duration.ofDays(1));
        appointments.cancelByFacility(calledOff, "BY_FACILITY");

        missAll();

        assertThat(mine().data("myAttendance/counted").asInt()).isZero();
        assertThat(mine().data("myAttendance/absences").size()).isZero();
    }

    @Test
    void whoeverTurnsOutToHaveComeWasNotMissing() {
        UUID thought = missed(1).getFirst();
        appointments.arrive(thought);

        assertThat(mine().data("myAttendance/counted").asInt()).isZero();
        assertThat(mine().data("myAttendance/absences/0/state").asString()).isEqualTo("REMOVED");
    }

    @Test
    void anAcceptedAppealTakesTheAbsenceOutOfTheCountAndTheBlockWithIt() {
        missed(3, 2, 1);
        String appeal = appeal(mine().data("myAttendance/absences/0/id").asString());

        GraphQl.Answer decided = decide(appeal, true, new Duty(Role.UNIT_LEADER, place.unit()));

        assertThat(decided.data("decideAppeal/appeal/state").asString()).isEqualTo("ACCEPTED");
        assertThat(decided.data("decideAppeal/appeal/maskedName").asString()).isEqualTo("李**");
        GraphQl.Answer mine = mine();
        assertThat(mine.data("myAttendance/counted").asInt()).isEqualTo(2);
        assertThat(mine.data("myAttendance/blockedUntil").isNull()).isTrue();
        assertThat(mine.data("myAttendance/absences/0/appeal/reason").asString()).isEqualTo("确有停电，不计次");
        bar.require(wish());
        assertThat(people.query(mother, "{ myNotifications { nodes { kind text } } }")
                .data("myNotifications/nodes")
                .findValuesAsString("text"))
                .anySatisfy(text -> assertThat(text).contains("确有停电，不计次", "no longer counts"));
    }

    @Test
    void aRejectedAppealChangesNothingAndNobodyAppealsOrDecidesTwice() {
        missed(1);
        String absence = mine().data("myAttendance/absences/0/id").asString();
        String appeal = appeal(absence);

        decide(appeal, false, new Duty(Role.DISTRICT_ADMIN, null));

        assertThat(mine().data("myAttendance/counted").asInt()).isEqualTo(1);
        assertThat(decide(appeal, true, new Duty(Role.DISTRICT_ADMIN, null)).data("decideAppeal/userErrors/0/code")
                .asString()).isEqualTo("DECIDED_ALREADY");
        assertThat(people.ask(mother, APPEAL, Map.of("absence", absence, "text", "我那天真的去了"))
                .data("appealAbsence/userErrors/0/code")
                .asString()).isEqualTo("APPEALED_ALREADY");
    }

    @Test
    void anotherUnitsLeaderNeitherSeesNorDecidesAnAppealAndADeskDoesNotAtAll() {
        missed(1);
        String appeal = appeal(mine().data("myAttendance/absences/0/id").asString());
        Duty elsewhere = new Duty(Role.UNIT_LEADER, past.prepare().unit());

        assertThat(decide(appeal, true, elsewhere).data("decideAppeal/userErrors/0/code").asString())
                .isEqualTo("UNKNOWN_APPEAL");
        assertThat(decide(appeal, true, new Duty(Role.FACILITY_DESK, place.unit())).error()
                .at("/extensions/code")
                .asString())
                .isEqualTo("FORBIDDEN");
        assertThat(past.query(APPEALS, Map.of("unit", GlobalId.of("Unit", place.unit())), elsewhere)
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
        assertThat(past.query(APPEALS, Map.of(), elsewhere).error().at("/extensions/code").asString())
                .isEqualTo("FORBIDDEN");
        assertThat(past.query(APPEALS, Map.of("unit", GlobalId.of("Unit", place.unit())),
                new Duty(Role.UNIT_LEADER, place.unit())).data("attendanceAppeals/edges/0/node/id").asString())
                .isEqualTo(appeal);
    }

    @Test
    void anothersAbsenceIsNobodysToSeeOrAppeal() {
        missed(1);
        String absence = mine().data("myAttendance/absences/0/id").asString();
        UUID neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);

        assertThat(people.ask(neighbour, APPEAL, Map.of("absence", absence, "text", "我那天真的去了"))
                .data("appealAbsence/userErrors/0/code")
                .asString()).isEqualTo("UNKNOWN_ABSENCE");
        assertThat(people.query(neighbour, "{ myAttendance(person: \"" + PeopleOfThree.id(mother) + "\") { counted } }")
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void exemptKindsAndExemptPeopleDoNotCount() {
        Duty admin = new Duty(Role.DISTRICT_ADMIN, null);
        Map<String, Object> rule = Map.of("graceMinutes", 15, "absences", 3, "withinDays", 90, "blockDays", 30,
                "appealDays", 30, "exemptKinds", List.of("COUNTER"));
        assertThat(people.askAs(RULE, rule, admin).data("updateAttendanceRule/rule/exemptKinds/0").asString())
                .isEqualTo("COUNTER");
        missed(4);
        jdbc.sql("update attendance_rule set exempt_kinds = '{}'").update();
        GraphQl.Answer exempt = people.askAs(EXEMPT, Map.of("unit", GlobalId.of("Unit", place.unit()), "person",
                PeopleOfThree.id(mother), "until", "2026-12-31", "reason", "长期住院治疗"),
                new Duty(Role.UNIT_LEADER, place.unit()));
        assertThat(exempt.data("exemptFromAttendance/userErrors/0/code").asString()).isEqualTo("PERSON_NOT_AT_DESK");
        people.askAtDesk(place.unit(),
                "mutation($input: FindResidentByPhoneInput!) { findResidentByPhone(input: $input) { userErrors { code } } }",
                Map.of("phone", PeopleOfThree.MOTHER_PHONE));
        assertThat(people.askAs(EXEMPT, Map.of("unit", GlobalId.of("Unit", place.unit()), "person",
                PeopleOfThree.id(mother), "until", "2026-12-31", "reason", "长期住院治疗"),
                new Duty(Role.UNIT_LEADER, place.unit())).data("exemptFromAttendance/until").asString())
                .isEqualTo("2026-12-31");
        missed(3, 2, 1);

        GraphQl.Answer mine = mine();
        assertThat(mine.data("myAttendance/counted").asInt()).isZero();
        assertThat(mine.data("myAttendance/exemptUntil").asString()).isEqualTo("2026-12-31");
        assertThat(mine.data("myAttendance/absences").values().stream().map(each -> each.get("state").asString()))
                .containsExactly("EXEMPT", "EXEMPT", "EXEMPT", "EXEMPT");
    }

    @Test
    void aRuleOutOfItsBoundsIsRefusedAndOnlyAdministratorsChangeIt() {
        Map<String, Object> rule = Map.of("graceMinutes", 15, "absences", 0, "withinDays", 90, "blockDays", 30,
                "appealDays", 30, "exemptKinds", List.of());
        assertThat(people.askAs(RULE, rule, new Duty(Role.DISTRICT_ADMIN, null))
                .data("updateAttendanceRule/userErrors/0/field/1")
                .asString()).isEqualTo("absences");
        assertThat(people.askAs(RULE, rule, new Duty(Role.UNIT_LEADER, place.unit()))
                .error()
                .at("/extensions/code")
                .asString())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void anErasedPersonLeavesAbsencesThatNameNobody() {
        missed(1);
        appeal(mine().data("myAttendance/absences/0/id").asString());

        Stream.of("attendance", "line-tickets")
                .forEach(name -> erasers.stream()
                        .filter(eraser -> eraser.name().equals(name))
                        .forEach(eraser -> eraser.erase(mother)));

        assertThat(jdbc.sql("""
                select (select count(*) from attendance_absence where person_id = :person)
                     + (select count(*) from attendance_appeal where person_id = :person or actor_id = :person)""")
                .param("person", mother)
                .query(Integer.class)
                .single()).isZero();
    }

    @Test
    void twoNodesThatLookAtOnceCountAnAbsenceOnce() {
        UUID gone = past.book(place, mother, Duration.ofHours(2));
        Storm.of(8, _ -> work::look).all();

        assertThat(past.state(gone)).isEqualTo("NO_SHOW");
        assertThat(mine().data("myAttendance/counted").asInt()).isEqualTo(1);
    }

    private List<UUID> missed(int... daysAgo) {
        List<UUID> booked = IntStream.of(daysAgo)
                .mapToObj(days -> past.book(place, mother, Duration.ofDays(days)))
                .toList();
        missAll();
        return booked;
    }

    /// The service looks by itself as well: what it found first is found.
    private void missAll() {
        work.look();
        Records.await(() -> jdbc.sql("""
                select not exists (select from appointment where person_id = ? and state = 'BOOKED' and ends_at < ?)""")
                .param(mother)
                .param(Timestamp.from(NOW.minus(Duration.ofMinutes(15))))
                .query(Boolean.class)
                .single());
    }

    private String appeal(String absence) {
        return people.ask(mother, APPEAL, Map.of("absence", absence, "text", "那天停电，窗口没有开"))
                .data("appealAbsence/attendance/absences/0/appeal/id")
                .asString();
    }

    private GraphQl.Answer decide(String appeal, boolean accept, Duty duty) {
        return people.askAs(DECIDE, Map.of("id", appeal, "accept", accept, "reason", "确有停电，不计次"), duty);
    }

    private GraphQl.Answer mine() {
        return graphQl.send(MINE, Map.of(), "zh-CN", past.token(mother));
    }

    private BookingGate.Wish wish() {
        return new BookingGate.Wish(mother, mother, services.get(place.service()), null,
                Instant.parse("2026-10-09T02:00:00Z"));
    }
}
