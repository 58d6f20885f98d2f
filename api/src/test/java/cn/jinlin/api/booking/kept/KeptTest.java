package cn.jinlin.api.booking.kept;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.RetentionRule;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookedVisits;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What is kept of appointments: for the person, after them, and until when; and whom it lets a desk see.
@ApiTest
@Import(BookedVisits.class)
class KeptTest {

    private static final Instant NOW = BookedVisits.NOW;
    private static final Instant LAST_MONTH = NOW.minus(Duration.ofDays(28));
    private static final Instant NEXT_MONTH = NOW.plus(Duration.ofDays(28));
    private static final String EXPORT = """
            mutation($input: RequestDataExportInput!) { requestDataExport(input: $input) { dataExport { id } userErrors { code } } }""";
    private static final String EXPORTS = "{ myDataExports { id state } }";
    private static final String TAKE = """
            mutation($input: TakeDataExportInput!) { takeDataExport(input: $input) { copy { json } userErrors { code } } }""";
    private static final String FEED = "mutation { renewCalendarFeed { address } }";
    private static final Duty DESK = new Duty(Role.FACILITY_DESK, PeopleOfThree.DESK);

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private BookedVisits visits;
    @Autowired
    private DeskConcerns concerns;
    @Autowired
    private List<PersonalDataEraser> erasers;
    @Autowired
    private List<RetentionRule> rules;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);
    private UUID daughter = new UUID(0, 0);

    @BeforeEach
    void aDaughterBooksForHerMother() {
        people.clear();
        visits.prepare();
        visits.desk(PeopleOfThree.DESK);
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        daughter = people.signUp(PeopleOfThree.DAUGHTER_PHONE);
        people.name(mother, "李桂芳", "1950-03-01");
        visits.letAct(daughter, mother);
    }

    @Test
    void theCopyTellsEachSideWhatIsTheirs() {
        visits.book(mother, daughter, NEXT_MONTH);
        visits.offer(mother, daughter, NEXT_MONTH.plus(Duration.ofDays(1)), NOW.plus(Duration.ofMinutes(30)));
        people.query(mother, FEED);

        JsonNode own = copy(mother);
        assertThat(own.at("/appointments/0/service").asString()).isEqualTo("老年人体检");
        assertThat(own.at("/appointments/0/facility").asString()).isEqualTo("梅园街道社区卫生服务中心");
        assertThat(own.at("/appointments/0/side").asString()).isEqualTo("OWN");
        assertThat(own.at("/waitlist/0/state").asString()).isEqualTo("OFFERED");
        assertThat(own.at("/calendar-feed/0/since").asString()).isNotEmpty();
        JsonNode hers = copy(daughter);
        assertThat(hers.at("/appointments/0/side").asString()).isEqualTo("MADE_FOR_ANOTHER");
        assertThat(hers.toString()).doesNotContain("李桂芳");
    }

    @Test
    void erasureCallsOffWhatIsToComeAndLeavesThePastNameless() {
        UUID past = visits.book(mother, daughter, LAST_MONTH);
        UUID toCome = visits.book(mother, daughter, NEXT_MONTH);
        visits.offer(mother, daughter, NEXT_MONTH.plus(Duration.ofDays(1)), NOW.plus(Duration.ofMinutes(30)));
        String address = people.query(mother, FEED).data("renewCalendarFeed/address").asString();
        assertThat(address).isNotEmpty();

        Map<String, PersonalDataEraser.Outcome> report = erase(mother);

        assertThat(visits.state(toCome)).isEqualTo("CANCELLED");
        assertThat(visits.state(past)).isEqualTo("BOOKED");
        assertThat(report.get("appointments")).isEqualTo(new PersonalDataEraser.Outcome(0, 2, "NAMELESS_FIGURES"));
        assertThat(report.get("waitlist")).isEqualTo(new PersonalDataEraser.Outcome(0, 1, "NAMELESS_FIGURES"));
        assertThat(report.get("calendar-feed")).isEqualTo(PersonalDataEraser.Outcome.removed(1));
        assertThat(kept(mother)).isZero();
        assertThat(erase(mother).get("appointments")).isEqualTo(PersonalDataEraser.Outcome.removed(0));
    }

    @Test
    void whoeverBookedForAnotherGoesAndTheAppointmentStays() {
        UUID toCome = visits.book(mother, daughter, NEXT_MONTH);
        erase(daughter);
        assertThat(visits.state(toCome)).isEqualTo("BOOKED");
        assertThat(kept(daughter)).isZero();
    }

    @Test
    void answersGoAfterThreeMonthsAndNamesAfterThreeYears() {
        UUID recent = answered(NOW.minus(Duration.ofDays(89)));
        UUID older = answered(NOW.minus(Duration.ofDays(91)));
        UUID oldest = answered(NOW.minus(Duration.ofDays(1100)));
        apply("appointments");
        assertThat(count("answers is not null", recent)).isEqualTo(1);
        assertThat(count("answers is null and person_id is not null", older)).isEqualTo(1);
        assertThat(count("answers is null and person_id is null and actor_id is null", oldest)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"P0D, BOOKED, true", "PT3H, BOOKED, true", "PT-2H, SERVED, true", "P20D, BOOKED, true",
        "P20D, CANCELLED, false", "P-1D, SERVED, false", "P-1D, BOOKED, false"})
    void aDeskSeesWhomItExpectsAndWhoWasThereToday(Duration fromNow, String state, boolean seen) {
        UUID visit = visits.book(mother, daughter, NOW.plus(fromNow));
        visits.end(visit, state);
        assertThat(concerns.concerns(DESK, mother)).isEqualTo(seen);
    }

    @Test
    void anotherDeskAndAnotherPersonAreNoneOfItsBusiness() {
        visits.book(mother, daughter, NEXT_MONTH);
        assertThat(concerns.concerns(new Duty(Role.FACILITY_DESK, PeopleOfThree.OTHER_DESK), mother)).isFalse();
        assertThat(concerns.concerns(DESK, daughter)).as("who booked is not who comes").isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = {"FACILITY_DESK", "UNIT_LEADER"})
    void noOtherRoleSeesAnybodyByAnAppointment(Role role) {
        visits.book(mother, daughter, NEXT_MONTH);
        assertThat(concerns.concerns(new Duty(role, PeopleOfThree.DESK), mother)).isFalse();
    }

    private UUID answered(Instant start) {
        UUID id = visits.book(mother, daughter, start);
        jdbc.sql("update appointment set answers = '\\x00' where id = ?").param(id).update();
        return id;
    }

    private long count(String condition, UUID appointment) {
        return jdbc.sql("select count(*) from appointment where id = ? and " + condition)
                .param(appointment)
                .query(Long.class)
                .single();
    }

    private void apply(String rule) {
        rules.stream().filter(each -> each.name().equals(rule)).forEach(RetentionRule::apply);
    }

    private Map<String, PersonalDataEraser.Outcome> erase(UUID resident) {
        Map<String, PersonalDataEraser.Outcome> report = new java.util.TreeMap<>();
        for (String name : List.of("appointment-links", "appointments", "calendar-feed", "waitlist")) {
            PersonalDataEraser eraser = erasers.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            report.put(name, java.util.Objects.requireNonNull(transaction.execute(_ -> eraser.erase(resident))));
        }
        return report;
    }

    private long kept(UUID resident) {
        return jdbc
                .sql("""
                select (select count(*) from appointment where person_id = :id or actor_id = :id)
                     + (select count(*) from waitlist_entry where person_id = :id or actor_id = :id)
                     + (select count(*) from calendar_feed where resident_id = :id)
                     + (select count(*) from reminder_link l join appointment a on a.id = l.appointment_id where a.person_id = :id)""")
                .param("id", resident)
                .query(Long.class)
                .single();
    }

    private JsonNode copy(UUID resident) {
        people.ask(resident, EXPORT, Map.of("language", "zh-CN"));
        Records.await(() -> people.query(resident, EXPORTS)
                .data("myDataExports")
                .valueStream()
                .anyMatch(copy -> copy.get("state").asString().equals("READY")));
        String id = people.query(resident, EXPORTS).data("myDataExports/0/id").asString();
        return JsonMapper.shared()
                .readTree(people.ask(resident, TAKE, Map.of("id", id)).data("takeDataExport/copy/json").asString());
    }
}
