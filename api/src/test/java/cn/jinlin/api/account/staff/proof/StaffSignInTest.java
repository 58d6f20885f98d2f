package cn.jinlin.api.account.staff.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import cn.jinlin.api.account.staff.MovableClock;
import cn.jinlin.api.account.staff.StaffLockedOut;
import cn.jinlin.api.account.staff.StaffOfThree;
import cn.jinlin.api.account.staff.StaffTest;
import cn.jinlin.api.account.staff.invitation.FirstAdministrator;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.DutiesOfStaff;
import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.support.CountedStatements;
import cn.jinlin.api.support.GraphQl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@StaffTest
class StaffSignInTest {

    private static final Device DEVICE = new Device("test", "192.0.2.1", "en");
    private static final String PASSWORD = "red postbox three steps left";
    private static final String ACCEPT = """
            mutation($input: AcceptStaffInvitationInput!) { acceptStaffInvitation(input: $input) {
              ticket next userErrors { code message } } }""";
    private static final String ENROL = """
            mutation($input: EnrolTotpInput!) { enrolTotp(input: $input) { secret uri userErrors { code } } }""";
    private static final String CONFIRM = """
            mutation($input: ConfirmTotpInput!) { confirmTotp(input: $input) {
              recoveryCodes ticket userErrors { code } } }""";
    private static final String CHANGE = """
            mutation($input: ChangePasswordInput!) { changePassword(input: $input) {
              ticket next userErrors { code } } }""";
    private static final String RESET = """
            mutation($input: ResetStaffSignInInput!) { resetStaffSignIn(input: $input) {
              oneTimePassword userErrors { code } } }""";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private StaffOfThree staff;
    @Autowired
    private MovableClock clock;
    @Autowired
    private FirstAdministrator first;
    @Autowired
    private DutiesOfStaff duties;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private CountedStatements statements;
    @Autowired
    private List<Grant> grants;

    private String secret = "";
    private List<String> recoveryCodes = List.of();

    @BeforeEach
    void nobody() {
        staff.clear();
    }

    /// The refusal of a grant, or that there was none.
    private SignInRefusedException refused(String grant, Map<String, String> parameters) {
        try {
            throw new AssertionError("Was let in: " + prove(grant, parameters));
        } catch (SignInRefusedException refused) {
            return refused;
        }
    }

    private Subject prove(String grant, Map<String, String> parameters) throws SignInRefusedException {
        return grants.stream()
                .filter(each -> each.type().equals("urn:jinlin:grant:" + grant))
                .findFirst()
                .orElseThrow()
                .prove(parameters, DEVICE);
    }

    private SignInRefusedException password(String userName, String password) {
        return refused("staff-password", Map.of("user_name", userName, "password", password));
    }

    private String ticket(SignInRefusedException refused) {
        return String.valueOf(refused.details().get("ticket"));
    }

    private JsonNode ask(String document, Map<String, ?> input, @Nullable String token) {
        return graphQl.send(document, Map.of("input", input), "en", token).json().at("/data").iterator().next();
    }

    private String code() {
        return Totp.code(secret, clock.instant());
    }

    /// The way of the first administrator: link, name, password, authenticator app.
    private UUID firstAdministrator(String userName) throws SignInRefusedException {
        String link = first.createLink().address();
        JsonNode accepted = ask(ACCEPT, Map.of("secret", link.substring(link.indexOf('#') + 1), "name", "王芳",
                "userName", userName, "password", PASSWORD), null);
        assertThat(accepted.get("userErrors")).isEmpty();
        assertThat(accepted.get("next").asString()).isEqualTo("ENROLMENT");
        String ticket = enrol(accepted.get("ticket").asString());
        return prove("staff-second-factor", Map.of("ticket", ticket)).id();
    }

    private String enrol(String ticket) {
        JsonNode begun = ask(ENROL, Map.of("ticket", ticket), null);
        secret = begun.get("secret").asString();
        JsonNode confirmed = ask(CONFIRM, Map.of("ticket", ticket, "code", code()), null);
        recoveryCodes = confirmed.get("recoveryCodes").valueStream().map(JsonNode::asString).toList();
        return confirmed.get("ticket").asString();
    }

    @Test
    void theLinkOnTheConsoleMakesTheFirstAdministratorOnce() throws SignInRefusedException {
        String early = first.findLink().orElseThrow().address();
        String late = first.findLink().orElseThrow().address();
        assertThat(late).startsWith("https://portal.example.cn/staff/welcome#").isNotEqualTo(early);
        assertThat(jdbc.sql("select count(*) from staff").query(Integer.class).single()).isEqualTo(1);
        Map<String, String> account = Map.of("name", "王芳", "userName", "wang.fang", "password", PASSWORD);

        assertThat(accept(early, account)).isEqualTo("INVITATION_OVER");
        assertThat(accept(late, Map.of("userName", "wang.fang", "password", PASSWORD))).isEqualTo("STAFF_NAME_EMPTY");
        assertThat(accept(late, Map.of("name", "王芳", "userName", "wang.fang", "password", "password1234")))
                .isEqualTo("PASSWORD_TOO_COMMON");
        assertThat(accept(late, account)).isEqualTo("none");
        assertThat(accept(late, account)).isEqualTo("INVITATION_OVER");
        assertThat(first.findLink()).isEmpty();

        UUID another = firstAdministrator("li.ming");
        assertThat(duties.listDuties(another)).containsExactly(StaffOfThree.ADMIN);
    }

    private String accept(String link, Map<String, String> account) {
        var input = new java.util.HashMap<>(account);
        input.put("secret", link.substring(link.indexOf('#') + 1));
        JsonNode errors = ask(ACCEPT, input, null).get("userErrors");
        return errors.isEmpty() ? "none" : errors.get(0).get("code").asString();
    }

    @Test
    void aLinkEndsWithItsTime() {
        String link = first.createLink().address();
        clock.pass(Duration.ofHours(24));
        assertThat(accept(link, Map.of("name", "王芳", "userName", "wang.fang", "password", PASSWORD)))
                .isEqualTo("INVITATION_OVER");
    }

    @Test
    void aPasswordAloneNeverSignsInAndACodeWorksOnce() throws SignInRefusedException {
        UUID member = firstAdministrator("wang.fang");
        SignInRefusedException asked = password(" Wang.Fang ", PASSWORD);
        assertThat(asked.code()).isEqualTo("second_factor_required");

        String usedAtEnrolment = code();
        assertThat(second(ticket(asked), usedAtEnrolment)).isEqualTo("wrong_code");
        clock.pass(Duration.ofSeconds(30));
        String fresh = code();
        assertThat(prove("staff-second-factor", Map.of("ticket", ticket(asked), "code", fresh)))
                .isEqualTo(new Subject(Subject.Kind.STAFF, member));

        assertThat(second(ticket(asked), fresh)).isEqualTo("ticket_over");
        assertThat(second(ticket(password("wang.fang", PASSWORD)), fresh)).isEqualTo("wrong_code");
    }

    private String second(String ticket, String code) {
        return refused("staff-second-factor", Map.of("ticket", ticket, "code", code)).code();
    }

    @Test
    void aTicketLivesFiveMinutesAndServesItsStepAlone() throws SignInRefusedException {
        firstAdministrator("wang.fang");
        String ticket = ticket(password("wang.fang", PASSWORD));
        assertThat(ask(CHANGE, Map.of("ticket", ticket, "newPassword", "another long phrase"), null)
                .at("/userErrors/0/code")
                .asString()).isEqualTo("TICKET_OVER");
        assertThat(ask(ENROL, Map.of("ticket", ticket), null).at("/userErrors/0/code").asString())
                .isEqualTo("TICKET_OVER");
        clock.pass(Duration.ofMinutes(5));
        assertThat(second(ticket, code())).isEqualTo("ticket_over");
    }

    @Test
    void aRecoveryCodeStandsInOnce() throws SignInRefusedException {
        UUID member = firstAdministrator("wang.fang");
        assertThat(recoveryCodes).hasSize(10).doesNotHaveDuplicates();
        Map<String, String> proof = Map.of("ticket", ticket(password("wang.fang", PASSWORD)), "recovery_code",
                recoveryCodes.getFirst().toLowerCase(java.util.Locale.ROOT));
        assertThat(prove("staff-second-factor", proof).id()).isEqualTo(member);
        assertThat(refused("staff-second-factor", Map.of("ticket", ticket(password("wang.fang", PASSWORD)),
                "recovery_code", recoveryCodes.getFirst())).code()).isEqualTo("wrong_code");
    }

    @Test
    void nobodysNameIsRefusedAndShutJustAsSomebodys() throws SignInRefusedException {
        UUID member = firstAdministrator("wang.fang");
        for (int i = 0; i < 10; i++) {
            assertThat(statementsOfWrongTry("nobody")).isEqualTo(statementsOfWrongTry("wang.fang"));
        }
        SignInRefusedException known = password("wang.fang", PASSWORD);
        SignInRefusedException unknown = password("nobody", PASSWORD);
        assertThat(known.code()).isEqualTo(unknown.code()).isEqualTo("locked");
        assertThat(known.details()).isEqualTo(unknown.details()).isEqualTo(Map.of("retry_after", "900"));
        assertThat(staff.heard(StaffLockedOut.class))
                .containsExactly(new StaffLockedOut(member, clock.instant().plus(Duration.ofMinutes(15))));
    }

    private int statementsOfWrongTry(String userName) {
        statements.reset();
        assertThat(password(userName, "wrong").code()).isEqualTo("wrong_credentials");
        return statements.count();
    }

    @Test
    void aLockoutEndsAndTheNextIsLonger() throws SignInRefusedException {
        firstAdministrator("wang.fang");
        tryWrongly(10);
        assertThat(password("wang.fang", PASSWORD).code()).isEqualTo("locked");
        clock.pass(Duration.ofMinutes(15));
        tryWrongly(10);
        assertThat(password("wang.fang", PASSWORD).details()).isEqualTo(Map.of("retry_after", "1800"));
        clock.pass(Duration.ofMinutes(30));
        assertThat(password("wang.fang", PASSWORD).code()).isEqualTo("second_factor_required");
    }

    private void tryWrongly(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(password("wang.fang", "wrong").code()).isEqualTo("wrong_credentials");
        }
    }

    @Test
    void aRightPasswordDoesNotForgiveWrongCodes() throws SignInRefusedException {
        firstAdministrator("wang.fang");
        for (int i = 0; i < 10; i++) {
            assertThat(second(ticket(password("wang.fang", PASSWORD)), "abcdef")).isEqualTo("wrong_code");
        }
        assertThat(password("wang.fang", PASSWORD).code()).isEqualTo("locked");
    }

    @Test
    void ofFortyWrongTriesAtOnceTenAreLookedAt() throws Exception {
        firstAdministrator("wang.fang");
        Callable<String> wrong = () -> password("wang.fang", "wrong").code();
        try (var crowd = Executors.newFixedThreadPool(8)) {
            List<String> answers = new java.util.ArrayList<>();
            for (var answer : crowd.invokeAll(java.util.Collections.nCopies(40, wrong))) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn("wrong_credentials"::equals).hasSize(10);
            assertThat(answers).filteredOn("locked"::equals).hasSize(30);
        }
    }

    @Test
    void anOutdatedHashIsMadeAnewAtSignIn() throws SignInRefusedException {
        firstAdministrator("wang.fang");
        jdbc.sql("update staff_credential set password_hash = ?")
                .param(new Passwords(new PasswordSettings(64, 1, 1, 12, 1)).hash(PASSWORD))
                .update();
        password("wang.fang", PASSWORD);
        assertThat(jdbc.sql("select password_hash from staff_credential").query(String.class).single())
                .contains("m=19456,t=2,p=1");
        assertThat(password("wang.fang", PASSWORD).code()).isEqualTo("second_factor_required");
    }

    @Test
    void whatAnAdministratorGivesMustBeChangedAndTheSecondFactorIsEnrolledAnew() throws SignInRefusedException {
        UUID member = firstAdministrator("wang.fang");
        UUID admin = staff.member("管理员", StaffOfThree.ADMIN);
        String given = ask(RESET, Map.of("id", StaffOfThree.id(member)), staff.token(admin)).get("oneTimePassword")
                .asString();

        assertThat(password("wang.fang", PASSWORD).code()).isEqualTo("wrong_credentials");
        SignInRefusedException asked = password("wang.fang", given);
        assertThat(asked.code()).isEqualTo("password_change_required");
        assertThat(change(ticket(asked), given)).isEqualTo("PASSWORD_UNCHANGED");
        JsonNode changed = ask(CHANGE, Map.of("ticket", ticket(asked), "newPassword", "a phrase of her own"), null);
        assertThat(changed.get("next").asString()).isEqualTo("ENROLMENT");
        assertThat(change(ticket(asked), "another phrase again")).isEqualTo("TICKET_OVER");
        clock.pass(Duration.ofSeconds(60));
        assertThat(prove("staff-second-factor", Map.of("ticket", enrol(changed.get("ticket").asString()))).id())
                .isEqualTo(member);
        assertThat(ask(RESET, Map.of("id", StaffOfThree.id(admin)), staff.token(admin)).at("/userErrors/0/code")
                .asString()).isEqualTo("NOT_ONESELF");
    }

    private String change(String ticket, String newPassword) {
        return ask(CHANGE, Map.of("ticket", ticket, "newPassword", newPassword), null).at("/userErrors/0/code")
                .asString();
    }

    @Test
    void whoeverIsSuspendedLearnsItAfterARightPasswordOnly() throws SignInRefusedException {
        firstAdministrator("wang.fang");
        jdbc.sql("update staff set state = 'SUSPENDED'").update();
        assertThat(password("wang.fang", "wrong").code()).isEqualTo("wrong_credentials");
        assertThat(password("wang.fang", PASSWORD).code()).isEqualTo("suspended");
    }

    @Test
    void theRecordKnowsNeitherNamesNorSecrets() throws SignInRefusedException {
        firstAdministrator("wang.fang");
        for (String table : List.of("staff", "staff_credential", "staff_totp", "staff_recovery_code")) {
            String rows = jdbc
                    .sql("select coalesce(string_agg(convert_from(decode(replace(encode(t::text::bytea, 'hex'), "
                            + "'5c', ''), 'hex'), 'LATIN1'), ''), '') from " + table + " t")
                    .query(String.class)
                    .single();
            assertThat(rows).doesNotContain("wang.fang", "王芳", secret, PASSWORD)
                    .doesNotContain(recoveryCodes.getFirst());
        }
    }

    @Test
    void aSignedInMemberSeesTheirAccountAndChangesTheirPassword() throws SignInRefusedException {
        UUID member = firstAdministrator("wang.fang");
        String account = "{ myStaffAccount { member { name userName } totpEnrolled recoveryCodesLeft } }";
        assertThat(graphQl.send(account, Map.of(), "en", staff.token(member)).data("myStaffAccount").toString())
                .isEqualTo("{\"member\":{\"name\":\"王芳\",\"userName\":\"wang.fang\"},\"totpEnrolled\":true,"
                        + "\"recoveryCodesLeft\":10}");
        assertThat(ask(CHANGE, Map.of("currentPassword", "wrong", "newPassword", "a phrase of her own"),
                staff.token(member)).at("/userErrors/0/code").asString()).isEqualTo("PASSWORD_WRONG");
        assertThat(ask(CHANGE, Map.of("currentPassword", PASSWORD, "newPassword", "a phrase of her own"),
                staff.token(member)).get("userErrors")).isEmpty();
        assertThat(password("wang.fang", "a phrase of her own").code()).isEqualTo("second_factor_required");
        assertThat(graphQl.ask(account, Map.of()).error().at("/extensions/code").asString()).isEqualTo("UNAUTHORIZED");
    }
}
