package cn.jinlin.api.account.family;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.resident.Resident;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApiTest
class ChildrenAndDeskTest {

    private static final String CHILD = """
            mutation($input: RegisterChildInput!) { registerChild(input: $input) {
              actingFor { id person name kind scopes endsOn } userErrors { code field } } }""";
    private static final String CONFIRM = """
            mutation($input: ConfirmProxyInput!) { confirmProxy(input: $input) { proxy { state } userErrors { code } } }""";
    private static final String WITHDRAW = """
            mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { erasureReceipt userErrors { code } } }""";
    private static final String REGISTER = """
            mutation($input: RegisterWithoutPhoneInput!) { registerWithoutPhone(input: $input) {
              deskProxy { id person maskedName maskedProxyPhone state } userErrors { code } } }""";
    private static final String CHANGE = """
            mutation($input: ChangeProxyAtDeskInput!) { changeProxyAtDesk(input: $input) {
              deskProxy { state endsOn } userErrors { code } } }""";
    private static final String ACCEPT = """
            mutation($input: AcceptProxyInput!) { acceptProxy(input: $input) { actingFor { name } userErrors { code } } }""";
    private static final String REVOKE = "mutation($input: RevokeProxyInput!) { revokeProxy(input: $input) { userErrors { code } } }";
    private static final String OF_DESK = "query($unit: ID!) { proxiesOfDesk(unit: $unit) { edges { node { maskedName } } } }";
    private static final Map<String, Object> TOM = Map.of("name", "王小明", "birthDate", "2016-05-01", "relation", "妈妈",
            "version", 1);
    private static final Map<String, Object> GRANDFATHER = Map.of("name", "李德福", "birthDate", "1940-01-01",
            "proxyPhone",
            PeopleOfThree.DAUGHTER_PHONE, "relation", "孙女", "scopes", List.of("BOOKING"), "paperNumber",
            "JL-2026-0001");

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private ActingFor actingFor;
    @Autowired
    private JdbcClient jdbc;

    private UUID daughter = new UUID(0, 0);

    @BeforeEach
    void aDaughterWhoIsAMother() {
        people.clear();
        daughter = people.signUp(PeopleOfThree.DAUGHTER_PHONE);
        people.name(daughter, "王芳", "1985-03-01");
    }

    @Test
    void aGuardianRegistersAChildAndActsForItUntilTheDayBeforeFourteen() {
        GraphQl.Answer registered = people.ask(daughter, CHILD, TOM);

        assertThat(registered.data("registerChild/actingFor/name").asString()).isEqualTo("王小明");
        assertThat(registered.data("registerChild/actingFor/endsOn").asString()).isEqualTo("2030-04-30");
        UUID child = child(registered);
        assertThat(actingFor.require(daughter, child, Scope.LETTERS).isForAnother()).isTrue();
        assertThat(jdbc.sql("select channel || ' ' || purpose from consent_record where resident_id = ? order by id")
                .param(child)
                .query(String.class)
                .list()).containsExactly("GUARDIAN UNDER_14", "GUARDIAN BASIC_SERVICE");
        assertThat(child(people.ask(daughter, CHILD, TOM))).isEqualTo(child);
    }

    @ParameterizedTest
    @CsvSource({"birthDate, 2012-09-29, NOT_A_CHILD", "birthDate, 2026-10-01, BIRTH_DATE_OUT_OF_RANGE",
        "version, 7, CONSENT_TEXT_CHANGED"})
    void aWrongChildIsRefusedAndNobodyIsLeftBehind(String field, String value, String code) {
        var input = new java.util.HashMap<>(TOM);
        input.put(field, field.equals("version") ? Integer.valueOf(value) : value);
        assertThat(people.ask(daughter, CHILD, input).data("registerChild/userErrors/0/code").asString())
                .isEqualTo(code);
        assertThat(jdbc.sql("select count(*) from resident where erased_at is null").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void aGuardianMustBeOfAgeAndSaySo() {
        UUID unknown = people.signUp(PeopleOfThree.MOTHER_PHONE);
        assertThat(people.ask(unknown, CHILD, TOM).data("registerChild/userErrors/0/code").asString())
                .isEqualTo("GUARDIAN_BIRTH_DATE_NEEDED");
        people.name(unknown, "小李", "2009-01-01");
        assertThat(people.ask(unknown, CHILD, TOM).data("registerChild/userErrors/0/code").asString())
                .isEqualTo("GUARDIAN_NOT_OF_AGE");
    }

    @Test
    void nobodyButItsGuardianWithdrawsAChildsConsentAndThenItsDataGoes() {
        UUID child = child(people.ask(daughter, CHILD, TOM));
        UUID stranger = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        Map<String, Object> withdrawal = Map.of("purpose", "UNDER_14", "child", PeopleOfThree.id(child));

        assertThat(people.ask(stranger, WITHDRAW, withdrawal).data("withdrawConsent/userErrors/0/code").asString())
                .isEqualTo("UNKNOWN_CHILD");
        assertThat(people.ask(daughter, WITHDRAW, withdrawal).data("withdrawConsent/erasureReceipt").asString())
                .hasSize(24);
        assertDenied(daughter, child);
    }

    @Test
    void aGuardianCannotSimplyWalkAwayFromAChild() {
        GraphQl.Answer registered = people.ask(daughter, CHILD, TOM);
        String proxy = registered.data("registerChild/actingFor/id").asString();
        assertThat(people.ask(daughter, REVOKE, Map.of("id", proxy)).data("revokeProxy/userErrors/0/code").asString())
                .isEqualTo("GUARDIAN_WITHDRAWS");
    }

    @Test
    void atFourteenTheGuardianStopsUntilTheYoungPersonSaysGoOn() {
        GraphQl.Answer registered = people.ask(daughter, CHILD, TOM);
        UUID child = child(registered);
        String proxy = registered.data("registerChild/actingFor/id").asString();
        assertThat(people.ask(child, CONFIRM, Map.of("id", proxy)).data("confirmProxy/userErrors/0/code").asString())
                .isEqualTo("UNKNOWN_PROXY");
        turnFourteen(child, proxy);

        assertDenied(daughter, child);
        assertThat(people.ask(daughter, CONFIRM, Map.of("id", proxy)).data("confirmProxy/userErrors/0/code").asString())
                .isEqualTo("UNKNOWN_PROXY");
        people.agree(child, Purpose.ACT_FOR_OTHER);
        assertThat(people.ask(child, CONFIRM, Map.of("id", proxy)).data("confirmProxy/proxy/state").asString())
                .isEqualTo("ACTIVE");
        assertThat(actingFor.require(daughter, child, Scope.BOOKING).isForAnother()).isTrue();
    }

    @Test
    void aDeskRegistersSomebodyWithoutAPhoneOnPaperAndTheNamedOneAccepts() {
        GraphQl.Answer registered = people.askAtDesk(PeopleOfThree.DESK, REGISTER, GRANDFATHER);

        assertThat(registered.data("registerWithoutPhone/deskProxy/maskedName").asString()).isEqualTo("李**");
        String proxy = registered.data("registerWithoutPhone/deskProxy/id").asString();
        UUID person = GlobalId
                .findUuid(Resident.TYPE, registered.data("registerWithoutPhone/deskProxy/person").asString())
                .orElseThrow();
        assertDenied(daughter, person);
        assertThat(people.ask(daughter, ACCEPT, Map.of("id", proxy)).data("acceptProxy/actingFor/name").asString())
                .isEqualTo("李德福");
        assertThat(actingFor.require(daughter, person, Scope.BOOKING).isForAnother()).isTrue();
        assertThat(jdbc.sql("select act from access_record where resident_id = ?")
                .param(person)
                .query(String.class)
                .list())
                .containsExactly("REGISTERED");
        assertThat(jdbc.sql("select r::text from consent_record r where resident_id = ?")
                .param(person)
                .query(String.class)
                .list()).hasSize(2).noneMatch(row -> row.contains("JL-2026-0001"));
    }

    @Test
    void nobodyButADeskRegistersOnPaper() {
        assertThat(people.ask(daughter, REGISTER, GRANDFATHER).error().at("/extensions/code").asString())
                .isEqualTo("FORBIDDEN");
        assertThat(people.askAs(REGISTER, GRANDFATHER, new Duty(Role.UNIT_LEADER, PeopleOfThree.DESK))
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
    }

    @Test
    void theDeskThatRegisteredEndsItAndAnotherDeskCannot() {
        String proxy = people.askAtDesk(PeopleOfThree.DESK, REGISTER, GRANDFATHER)
                .data("registerWithoutPhone/deskProxy/id")
                .asString();
        Map<String, Object> end = Map.of("id", proxy, "change", "END", "paperNumber", "JL-2026-0002");

        assertThat(people.askAtDesk(PeopleOfThree.OTHER_DESK, CHANGE, end)
                .data("changeProxyAtDesk/userErrors/0/code")
                .asString())
                .isEqualTo("UNKNOWN_PROXY");
        assertThat(
                people.askAtDesk(PeopleOfThree.DESK, CHANGE, end).data("changeProxyAtDesk/deskProxy/state").asString())
                .isEqualTo("ENDED");
    }

    @Test
    void aDeskSeesItsOwnRegistrationsAndNoOthers() {
        people.askAtDesk(PeopleOfThree.DESK, REGISTER, GRANDFATHER);
        var unit = Map.of("unit", GlobalId.of("Unit", PeopleOfThree.DESK));
        assertThat(graphQl.send(OF_DESK, unit, "en",
                tokens.staff(PeopleOfThree.CLERK, new Duty(Role.FACILITY_DESK, PeopleOfThree.DESK)))
                .data("proxiesOfDesk/edges")
                .size()).isEqualTo(1);
        assertThat(graphQl.send(OF_DESK, unit, "en",
                tokens.staff(PeopleOfThree.CLERK, new Duty(Role.FACILITY_DESK, PeopleOfThree.OTHER_DESK)))
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
    }

    private void turnFourteen(UUID child, String proxy) {
        people.name(child, "王小明", "2012-09-29");
        jdbc.sql("update proxy set ends_on = '2026-09-28' where id = ?")
                .param(GlobalId.findUuid("Proxy", proxy).orElseThrow())
                .update();
    }

    private static UUID child(GraphQl.Answer registered) {
        return GlobalId.findUuid(Resident.TYPE, registered.data("registerChild/actingFor/person").asString())
                .orElseThrow();
    }

    private void assertDenied(UUID actor, UUID person) {
        assertThatThrownBy(() -> actingFor.require(actor, person, Scope.BOOKING))
                .isInstanceOf(AccessDeniedException.class);
    }
}
