package cn.jinlin.api.account.staff.oidc;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.staff.MovableClock;
import cn.jinlin.api.account.staff.StaffOfThree;
import cn.jinlin.api.account.staff.StaffTest;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.DutiesOfStaff;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.support.GraphQl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@StaffTest
class StaffOidcTest {

    private static final StandInProvider PROVIDER = new StandInProvider();
    private static final Device DEVICE = new Device("test", "192.0.2.1", "en");
    private static final String BEGIN = """
            mutation($input: BeginStaffOidcInput!) { beginStaffOidc(input: $input) {
              authorizationUrl browserSecret userErrors { code } } }""";
    private static final String INVITE = """
            mutation($input: InviteStaffInput!) { inviteStaff(input: $input) { link userErrors { code } } }""";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private StaffOfThree staff;
    @Autowired
    private StaffOidcGrant grant;
    @Autowired
    private DutiesOfStaff duties;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void theProvider(DynamicPropertyRegistry properties) {
        properties.add("jinlin.staff.oidc.issuer", PROVIDER::issuer);
        properties.add("jinlin.staff.oidc.client-secret", () -> "secret");
    }

    @AfterAll
    static void away() {
        PROVIDER.close();
    }

    @BeforeEach
    void nobody() {
        staff.clear();
        PROVIDER.serve("u-1001", clock.instant());
    }

    /// What a browser has when it comes back from the provider.
    private Map<String, String> wayBack(Map<String, String> input) {
        JsonNode begun = graphQl.ask(BEGIN, Map.of("input", input)).data("beginStaffOidc");
        String url = begun.get("authorizationUrl").asString();
        return Map.of("code", PROVIDER.signIn(url), "state",
                StandInProvider.parameters(url.substring(url.indexOf('?') + 1)).get("state"), "browser_secret",
                begun.get("browserSecret").asString());
    }

    private String invitation(UUID mailbox) {
        UUID admin = staff.member("管理员", StaffOfThree.ADMIN);
        String link = graphQl.send(INVITE, Map.of("input", Map.of("name", "王芳", "duties",
                List.of(Map.of("role", "MAILBOX_CLERK", "unit", StaffOfThree.unitId(mailbox))))), "en",
                staff.token(admin)).data("inviteStaff/link").asString();
        return link.substring(link.indexOf('#') + 1);
    }

    private Subject bound() throws SignInRefusedException {
        UUID mailbox = staff.mailbox("区长信箱");
        Subject subject = grant.prove(wayBack(Map.of("invitation", invitation(mailbox))), DEVICE);
        assertThat(duties.listDuties(subject.id())).containsExactly(new Duty(Role.MAILBOX_CLERK, mailbox));
        return subject;
    }

    private String refusal(Map<String, String> parameters) {
        try {
            throw new AssertionError("Was let in: " + grant.prove(parameters, DEVICE));
        } catch (SignInRefusedException refused) {
            return refused.code();
        }
    }

    @Test
    void whoeverWasInvitedAcceptsWithTheirAccountAndComesBackWithIt() throws SignInRefusedException {
        Subject subject = bound();
        assertThat(grant.prove(wayBack(Map.of()), DEVICE)).isEqualTo(subject);
    }

    @Test
    void anAccountAtTheProviderGivesNoRightByItself() throws SignInRefusedException {
        assertThat(refusal(wayBack(Map.of()))).isEqualTo("unknown_person");
        bound();
        PROVIDER.serve("u-2002", clock.instant());
        assertThat(refusal(wayBack(Map.of()))).isEqualTo("unknown_person");
        assertThat(refusal(wayBack(Map.of("invitation", "made-up")))).isEqualTo("unknown_person");
        assertThat(jdbc.sql("select count(*) from staff_identity").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void whoeverIsSuspendedStaysOut() throws SignInRefusedException {
        Subject subject = bound();
        jdbc.sql("update staff set state = 'SUSPENDED' where id = ?").param(subject.id()).update();
        assertThat(refusal(wayBack(Map.of()))).isEqualTo("suspended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "audience", "issuer", "expired", "future", "key", "none"})
    void anIdTokenThatIsWrongInOneThingIsRefused(String wrong) throws SignInRefusedException {
        bound();
        Date longAgo = Date.from(clock.instant().minusSeconds(600));
        PROVIDER.err(claims -> {
            switch (wrong) {
                case "nonce" -> claims.claim("nonce", "another");
                case "audience" -> claims.audience("somebody-else");
                case "issuer" -> claims.issuer("https://evil.example");
                case "expired" -> claims.issueTime(longAgo).expirationTime(Date.from(clock.instant().minusSeconds(61)));
                case "future" -> claims.issueTime(Date.from(clock.instant().plusSeconds(600)))
                        .expirationTime(Date.from(clock.instant().plusSeconds(900)));
                default -> {
                }
            }
        });
        if ("key".equals(wrong)) {
            PROVIDER.signWrongly();
        }
        Map<String, String> parameters = wayBack(Map.of());
        if ("none".equals(wrong)) {
            // The control: nothing wrong, and it is let in.
            assertThat(grant.prove(parameters, DEVICE).kind()).isEqualTo(Subject.Kind.STAFF);
        } else {
            assertThat(refusal(parameters)).isEqualTo("oidc_failed");
        }
    }

    @Test
    void anAnswerServesTheBrowserThatBeganAndOnce() throws SignInRefusedException {
        bound();
        Map<String, String> back = wayBack(Map.of());
        Map<String, String> other = wayBack(Map.of());
        assertThat(refusal(with(back, "state", "made-up"))).isEqualTo("oidc_failed");
        // Planted by somebody who began elsewhere: their code and state, this browser's secret.
        assertThat(refusal(with(back, "browser_secret", String.valueOf(other.get("browser_secret")))))
                .isEqualTo("oidc_failed");
        assertThat(refusal(with(other, "code", String.valueOf(back.get("code"))))).isEqualTo("oidc_failed");
        assertThat(grant.prove(wayBack(Map.of()), DEVICE).kind()).isEqualTo(Subject.Kind.STAFF);

        Map<String, String> again = wayBack(Map.of());
        grant.prove(again, DEVICE);
        assertThat(refusal(again)).isEqualTo("oidc_failed");
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        var changed = new HashMap<>(parameters);
        changed.put(name, value);
        return changed;
    }

    @Test
    void everybodyMayAskHowStaffSignIn() {
        assertThat(graphQl.ask("{ staffSignInOptions { localAccounts providerName } }", Map.of())
                .data("staffSignInOptions")
                .toString()).isEqualTo("{\"localAccounts\":true,\"providerName\":\"统一身份认证\"}");
    }
}
