package cn.jinlin.api.account.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.consent.Purpose;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApiTest
class ResidentAccessTest {

    private static final String FIND = """
            mutation($input: FindResidentByPhoneInput!) { findResidentByPhone(input: $input) {
              resident { id maskedName maskedPhone isSixtyOrOver } userErrors { code message } } }""";
    private static final String REVEAL = """
            mutation($input: RevealResidentInput!) { revealResident(input: $input) {
              resident { name phone address birthDate accessibilityNeeds } userErrors { code field } } }""";
    private static final String LOOK = "query($id: ID!) { residentForStaff(id: $id) { maskedName maskedPhone } }";
    private static final String RECORDS = """
            { myAccessRecords(first: 2) { edges { cursor node { act role unitName fields reasonKind reason at } }
              pageInfo { hasNextPage endCursor } } }""";
    private static final String REASON = "居民在窗口要求更正预约电话";

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private AccessData retention;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);

    @BeforeEach
    void aMother() {
        people.clear();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE, Purpose.HOME);
        people.name(mother, "李桂芳", "1950-03-01");
    }

    @Test
    void aDeskFindsAResidentByTheWholePhoneMaskedAndOnRecord() {
        GraphQl.Answer found = find("138 1234 0001");

        assertThat(found.data("findResidentByPhone/resident/maskedName").asString()).isEqualTo("李**");
        assertThat(found.data("findResidentByPhone/resident/maskedPhone").asString()).isEqualTo("138****0001");
        assertThat(found.data("findResidentByPhone/resident/isSixtyOrOver").asBoolean()).isTrue();
        assertThat(people.query(mother, RECORDS).data("myAccessRecords/edges/0/node/act").asString())
                .isEqualTo("FOUND_BY_PHONE");
    }

    @Test
    void aNumberThatNobodyHasIsOnRecordToo() {
        assertThat(find("13999999999").data("findResidentByPhone/resident").isNull()).isTrue();
        assertThat(jdbc.sql("select count(*) from access_record where resident_id is null").query(Long.class).single())
                .isEqualTo(1);
        assertThat(find("1234").data("findResidentByPhone/userErrors/0/code").asString()).isEqualTo("NOT_A_MOBILE");
    }

    @Test
    void onlySoManyNumbersADay() {
        jdbc.sql("""
                insert into access_record (staff_id, unit_id, role, act, at)
                select ?, ?, 'FACILITY_DESK', 'FOUND_BY_PHONE', timestamp '2026-09-29 01:00' at time zone 'UTC'
                  from generate_series(1, 200)""").param(PeopleOfThree.CLERK).param(PeopleOfThree.DESK).update();
        assertThat(find(PeopleOfThree.MOTHER_PHONE).data("findResidentByPhone/userErrors/0/code").asString())
                .isEqualTo("TOO_MANY_LOOKS");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "FACILITY_DESK")
    void nobodyButADeskFindsByPhone(Role role) {
        GraphQl.Answer refused = people.askAs(FIND, Map.of("phone", PeopleOfThree.MOTHER_PHONE),
                new Duty(role, PeopleOfThree.DESK));
        assertThat(refused.error().at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void residentsAndVisitorsLookAtNobody() {
        assertThat(people.ask(mother, FIND, Map.of("phone", PeopleOfThree.MOTHER_PHONE))
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
        assertThat(graphQl.ask(LOOK, Map.of("id", PeopleOfThree.id(mother))).error().at("/extensions/code").asString())
                .isEqualTo("UNAUTHORIZED");
        assertThat(graphQl.ask(RECORDS, Map.of()).error().at("/extensions/code").asString()).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void aDeskSeesWhomItFoundAndAnotherDeskDoesNot() {
        assertThat(look(PeopleOfThree.DESK).data("residentForStaff").isNull()).isTrue();
        find(PeopleOfThree.MOTHER_PHONE);

        assertThat(look(PeopleOfThree.DESK).data("residentForStaff/maskedPhone").asString()).isEqualTo("138****0001");
        assertThat(look(PeopleOfThree.OTHER_DESK).data("residentForStaff").isNull()).isTrue();
        assertThat(reveal(PeopleOfThree.OTHER_DESK, List.of("NAME"), REASON).data("revealResident/userErrors/0/code")
                .asString()).isEqualTo("UNKNOWN_RESIDENT");
    }

    @Test
    void aDayLaterTheDeskHasNothingToDoWithThemAnyMore() {
        find(PeopleOfThree.MOTHER_PHONE);
        jdbc.sql("update access_record set at = at - interval '25 hours'").update();
        assertThat(look(PeopleOfThree.DESK).data("residentForStaff").isNull()).isTrue();
    }

    @Test
    void unmaskingNeedsAReasonThatThePersonReads() {
        find(PeopleOfThree.MOTHER_PHONE);

        GraphQl.Answer revealed = reveal(PeopleOfThree.DESK, List.of("PHONE", "NAME"), REASON);

        assertThat(revealed.data("revealResident/resident/name").asString()).isEqualTo("李桂芳");
        assertThat(revealed.data("revealResident/resident/phone").asString()).isEqualTo(PeopleOfThree.MOTHER_PHONE);
        assertThat(revealed.data("revealResident/resident/birthDate").isNull()).isTrue();
        GraphQl.Answer records = people.query(mother, RECORDS);
        assertThat(records.data("myAccessRecords/edges/0/node").toString()).contains("\"act\":\"REVEALED\"",
                "\"role\":\"Facility desk\"", "\"fields\":[\"NAME\",\"PHONE\"]", "\"reasonKind\":\"CALL_BACK\"",
                REASON);
        assertThat(records.body()).doesNotContain(PeopleOfThree.CLERK.toString());
        assertThat(records.data("myAccessRecords/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"急", "..........", "'          '"})
    void aReasonThatSaysNothingIsRefusedAndNothingIsShown(String reason) {
        find(PeopleOfThree.MOTHER_PHONE);
        GraphQl.Answer refused = reveal(PeopleOfThree.DESK, List.of("NAME"), reason);
        assertThat(refused.data("revealResident/userErrors/0/code").asString()).isEqualTo("REASON_LENGTH_OUT_OF_RANGE");
        assertThat(refused.data("revealResident/resident").isNull()).isTrue();
    }

    @Test
    void aRoleSeesOnlyWhatItsWorkNeeds() {
        GraphQl.Answer refused = people.askAs(REVEAL,
                Map.of("id", PeopleOfThree.id(mother), "fields", List.of("HOME"), "reasonKind", "APPOINTMENT", "reason",
                        REASON),
                new Duty(Role.VOLUNTEER_COORDINATOR, PeopleOfThree.DESK));
        assertThat(refused.data("revealResident/userErrors/0/code").asString()).isEqualTo("FIELD_NOT_FOR_ROLE");
    }

    @Test
    void whoeverHasDutiesInTwoUnitsSaysForWhichTheyAct() {
        Duty one = new Duty(Role.FACILITY_DESK, PeopleOfThree.DESK);
        Duty other = new Duty(Role.FACILITY_DESK, PeopleOfThree.OTHER_DESK);
        assertThat(people.askAs(FIND, Map.of("phone", PeopleOfThree.MOTHER_PHONE), one, other)
                .data("findResidentByPhone/userErrors/0/code")
                .asString()).isEqualTo("UNIT_NEEDED");
        assertThat(people.askAs(FIND, Map.of("phone", PeopleOfThree.MOTHER_PHONE, "unit",
                GlobalId.of("Unit", PeopleOfThree.OTHER_DESK)), one, other)
                .data("findResidentByPhone/resident")
                .isNull())
                .isFalse();
        assertThat(people.askAs(FIND, Map.of("phone", PeopleOfThree.MOTHER_PHONE, "unit",
                GlobalId.of("Unit", PeopleOfThree.OTHER_DESK)), one).error().at("/extensions/code").asString())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void recordsComeInPagesNewestFirst() {
        find(PeopleOfThree.MOTHER_PHONE);
        look(PeopleOfThree.DESK);
        reveal(PeopleOfThree.DESK, List.of("NAME"), REASON);

        GraphQl.Answer first = people.query(mother, RECORDS);
        assertThat(first.data("myAccessRecords/pageInfo/hasNextPage").asBoolean()).isTrue();
        String after = first.data("myAccessRecords/pageInfo/endCursor").asString();
        GraphQl.Answer second = people.query(mother, RECORDS.replace("first: 2", "first: 2, after: \"" + after + "\""));
        assertThat(second.data("myAccessRecords/edges").size()).isEqualTo(1);
        assertThat(second.data("myAccessRecords/edges/0/node/act").asString()).isEqualTo("FOUND_BY_PHONE");
    }

    @Test
    void anotherResidentDoesNotReadThem() {
        find(PeopleOfThree.MOTHER_PHONE);
        UUID daughter = people.signUp(PeopleOfThree.DAUGHTER_PHONE);
        assertThat(people.query(daughter, RECORDS).data("myAccessRecords/edges").size()).isZero();
    }

    @Test
    void oldRecordsGoAndYoungOnesStay() {
        find(PeopleOfThree.MOTHER_PHONE);
        find(PeopleOfThree.MOTHER_PHONE);
        jdbc.sql(
                "update access_record set at = at - interval '1096 days' where id = (select min(id) from access_record)")
                .update();
        assertThat(retention.apply()).isEqualTo(1);
        assertThat(people.query(mother, RECORDS).data("myAccessRecords/edges").size()).isEqualTo(1);
    }

    @Test
    void theyCannotBeKeptForLessThanSixMonths() {
        assertThatThrownBy(() -> new AccessRules(1, 1, java.time.Duration.ofDays(1), java.time.Duration.ofDays(183)))
                .hasMessageContaining("six months");
    }

    private GraphQl.Answer find(String phone) {
        return people.askAtDesk(PeopleOfThree.DESK, FIND, Map.of("phone", phone));
    }

    private GraphQl.Answer reveal(UUID unit, List<String> fields, String reason) {
        return people.askAtDesk(unit, REVEAL, Map.of("id", PeopleOfThree.id(mother), "fields", fields, "reasonKind",
                "CALL_BACK", "reason", reason));
    }

    private GraphQl.Answer look(UUID unit) {
        return graphQl.send(LOOK, Map.of("id", PeopleOfThree.id(mother)), "en",
                tokens.staff(PeopleOfThree.CLERK, new Duty(Role.FACILITY_DESK, unit)));
    }
}
