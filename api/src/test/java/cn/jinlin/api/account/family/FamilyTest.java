package cn.jinlin.api.account.family;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ApiTest
class FamilyTest {

    private static final String INVITE = """
            mutation($input: InviteProxyInput!) { inviteProxy(input: $input) {
              proxy { id state relation maskedPhone maskedName scopes endsOn } userErrors { code field } } }""";
    private static final String ACCEPT = """
            mutation($input: AcceptProxyInput!) { acceptProxy(input: $input) {
              actingFor { id person name state } userErrors { code } } }""";
    private static final String DECLINE = """
            mutation($input: DeclineProxyInput!) { declineProxy(input: $input) { actingFor { state } userErrors { code } } }""";
    private static final String REVOKE = "mutation($input: RevokeProxyInput!) { revokeProxy(input: $input) { id userErrors { code } } }";
    private static final String RENEW = """
            mutation($input: RenewProxyInput!) { renewProxy(input: $input) { proxy { endsOn } userErrors { code } } }""";
    private static final String WITHDRAW = """
            mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { userErrors { code } } }""";
    private static final String MINE = "{ myProxies { id state maskedName maskedPhone } }";
    private static final String ACTING = "{ actingFor { id name state } }";

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private ActingFor actingFor;
    @Autowired
    private FamilyData retention;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);
    private UUID daughter = new UUID(0, 0);
    private UUID neighbour = new UUID(0, 0);

    @BeforeEach
    void threePeople() {
        people.clear();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE, Purpose.ACT_FOR_OTHER);
        daughter = people.signUp(PeopleOfThree.DAUGHTER_PHONE);
        neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        people.name(mother, "李桂芳", "1950-03-01");
        people.name(daughter, "王芳", "1980-03-01");
    }

    @Test
    void whoeverAcceptsAnInvitationActsInItsScopeAndNoFurther() {
        String id = invite();
        assertThat(people.query(daughter, ACTING).data("actingFor/0/name").asString()).isEqualTo("李**");

        GraphQl.Answer accepted = people.ask(daughter, ACCEPT, Map.of("id", id));

        assertThat(accepted.data("acceptProxy/actingFor/name").asString()).isEqualTo("李桂芳");
        assertThat(accepted.data("acceptProxy/actingFor/person").asString()).isEqualTo(PeopleOfThree.id(mother));
        OnBehalf onBehalf = actingFor.require(daughter, mother, Scope.BOOKING);
        assertThat(onBehalf).isEqualTo(new OnBehalf(daughter, mother, GlobalId.findUuid("Proxy", id).orElseThrow()));
        assertDenied(daughter, mother, Scope.LETTERS);
        assertDenied(mother, daughter, Scope.BOOKING);
        assertThat(people.query(mother, MINE).data("myProxies/0/maskedName").asString()).isEqualTo("王*");
    }

    @Test
    void everybodyActsForThemselves() {
        assertThat(actingFor.require(mother, mother, Scope.LETTERS).isForAnother()).isFalse();
        assertDenied(mother, neighbour, Scope.LETTERS);
    }

    @Test
    void theAnswerIsTheSameForAKnownAndAnUnknownNumber() {
        GraphQl.Answer known = people.ask(mother, INVITE, invitation(PeopleOfThree.DAUGHTER_PHONE));
        GraphQl.Answer unknown = people.ask(mother, INVITE, invitation("13900000002"));
        assertThat(same(known)).isEqualTo(same(unknown).replace("139****0002", "138****0002"));
    }

    private static String same(GraphQl.Answer answer) {
        return answer.body().replaceAll("\"id\":\"[^\"]*\"", "");
    }

    @Test
    void invitingNeedsConsent() {
        assertThat(people.ask(daughter, INVITE, invitation(PeopleOfThree.MOTHER_PHONE))
                .data("inviteProxy/userErrors/0/code")
                .asString()).isEqualTo("CONSENT_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {ACCEPT, DECLINE, REVOKE})
    void anothersInvitationCannotBeAnsweredByItsId(String operation) {
        String id = invite();
        GraphQl.Answer refused = people.ask(neighbour, operation, Map.of("id", id));
        assertThat(refused.json().at("/data").values().iterator().next().at("/userErrors/0/code").asString())
                .startsWith("UNKNOWN_");
        assertThat(people.ask(daughter, ACCEPT, Map.of("id", id)).data("acceptProxy/userErrors").size()).isZero();
    }

    @Test
    void whoeverInvitesCannotAcceptThemselves() {
        assertThat(people.ask(mother, ACCEPT, Map.of("id", invite())).data("acceptProxy/userErrors/0/code").asString())
                .isEqualTo("UNKNOWN_INVITATION");
    }

    @Test
    void onlyThePersonRenews() {
        String id = accepted();
        Map<String, Object> later = Map.of("id", id, "endsOn", "2027-09-29");
        assertThat(people.ask(daughter, RENEW, later).data("renewProxy/userErrors/0/code").asString())
                .isEqualTo("UNKNOWN_PROXY");
        assertThat(people.ask(mother, RENEW, Map.of("id", id, "endsOn", "2027-09-30"))
                .data("renewProxy/userErrors/0/code")
                .asString()).isEqualTo("LAST_DAY_OUT_OF_RANGE");
        assertThat(people.ask(mother, RENEW, later).data("renewProxy/proxy/endsOn").asString()).isEqualTo("2027-09-29");
    }

    @Test
    void eitherSideEndsItAtOnce() {
        String id = accepted();
        people.ask(mother, REVOKE, Map.of("id", id));
        assertDenied(daughter, mother, Scope.BOOKING);
        assertThat(people.query(daughter, ACTING).data("actingFor").size()).isZero();

        String again = accepted();
        people.ask(daughter, REVOKE, Map.of("id", again));
        assertDenied(daughter, mother, Scope.BOOKING);
        assertThat(people.query(mother, MINE).data("myProxies").size()).isZero();
    }

    @Test
    void itEndsAfterItsLastDay() {
        accepted();
        jdbc.sql("update proxy set ends_on = '2026-09-29'").update();
        assertThat(actingFor.require(daughter, mother, Scope.BOOKING).isForAnother()).isTrue();
        jdbc.sql("update proxy set ends_on = '2026-09-28'").update();
        assertDenied(daughter, mother, Scope.BOOKING);
        assertThat(people.query(mother, MINE).data("myProxies").size()).isZero();
        assertThat(retention.apply()).isEqualTo(1);
        assertThat(jdbc.sql("select state from proxy").query(String.class).single()).isEqualTo("ENDED");
    }

    @Test
    void anInvitationIsOpenForAWeek() {
        String id = invite();
        jdbc.sql("update proxy set answer_by = timestamp '2026-09-29 02:00' at time zone 'UTC'").update();
        assertThat(people.ask(daughter, ACCEPT, Map.of("id", id)).data("acceptProxy/userErrors/0/code").asString())
                .isEqualTo("UNKNOWN_INVITATION");
        assertThat(invite()).isNotEqualTo(id);
    }

    @Test
    void withdrawnConsentEndsEverybodysRightAtOnce() {
        accepted();
        people.ask(mother, WITHDRAW, Map.of("purpose", "ACT_FOR_OTHER"));
        assertDenied(daughter, mother, Scope.BOOKING);
    }

    @Test
    void onlySoManyMayActForOnePerson() {
        for (int i = 0; i < 4; i++) {
            insertActive(mother, people.signUp("1370000000" + i));
        }
        assertThat(people.ask(mother, INVITE, invitation(PeopleOfThree.DAUGHTER_PHONE))
                .data("inviteProxy/userErrors")
                .size())
                .isZero();
        assertThat(people.ask(mother, INVITE, invitation(PeopleOfThree.NEIGHBOUR_PHONE))
                .data("inviteProxy/userErrors/0/code")
                .asString()).isEqualTo("TOO_MANY_PROXIES");
    }

    @Test
    void oneMayActForOnlySoMany() {
        String id = invite();
        for (int i = 0; i < 10; i++) {
            insertActive(people.signUp("1370000000" + i), daughter);
        }
        assertThat(people.ask(daughter, ACCEPT, Map.of("id", id)).data("acceptProxy/userErrors/0/code").asString())
                .isEqualTo("TOO_MANY_ACTED_FOR");
    }

    @Test
    void invitingAndEndingOverAndOverStopsForTheDay() {
        for (int i = 0; i < 5; i++) {
            people.ask(mother, REVOKE, Map.of("id", invite()));
        }
        assertThat(people.ask(mother, INVITE, invitation(PeopleOfThree.DAUGHTER_PHONE))
                .data("inviteProxy/userErrors/0/code")
                .asString()).isEqualTo("TOO_MANY_INVITATIONS");
    }

    @ParameterizedTest
    @CsvSource({"13812340001, 女儿, OWN_PHONE", "12, 女儿, NOT_A_MOBILE", "13812340002, '', RELATION_LENGTH_OUT_OF_RANGE",
        "13812340002, <b>, RELATION_LENGTH_OUT_OF_RANGE"})
    void aWrongInvitationIsRefused(String phone, String relation, String code) {
        assertThat(
                people.ask(mother, INVITE, Map.of("phone", phone, "relation", relation, "scopes", List.of("BOOKING")))
                        .data("inviteProxy/userErrors/0/code")
                        .asString())
                .isEqualTo(code);
    }

    @Test
    void neitherNumberNorRelationCanBeReadInTheTable() {
        invite();
        assertThat(jdbc.sql("select p::text from proxy p").query(String.class).single())
                .doesNotContain(PeopleOfThree.DAUGHTER_PHONE, "女儿");
    }

    private String invite() {
        return people.ask(mother, INVITE, invitation(PeopleOfThree.DAUGHTER_PHONE))
                .data("inviteProxy/proxy/id")
                .asString();
    }

    private String accepted() {
        String id = invite();
        people.ask(daughter, ACCEPT, Map.of("id", id)).data("acceptProxy/actingFor/id");
        return id;
    }

    private static Map<String, Object> invitation(String phone) {
        return Map.of("phone", phone, "relation", "女儿", "scopes", List.of("BOOKING", "VOLUNTEERING"));
    }

    private void insertActive(UUID person, UUID actor) {
        jdbc.sql(
                """
                insert into proxy (id, person_id, actor_id, kind, state, scopes, invited_at, accepted_at, ends_on)
                values (gen_random_uuid(), ?, ?, 'INVITED', 'ACTIVE', '{BOOKING}', '2026-01-01', '2026-01-01', '2027-01-01')""")
                .param(person)
                .param(actor)
                .update();
    }

    private void assertDenied(UUID actor, UUID person, Scope scope) {
        assertThatThrownBy(() -> actingFor.require(actor, person, scope)).isInstanceOf(AccessDeniedException.class);
    }
}
