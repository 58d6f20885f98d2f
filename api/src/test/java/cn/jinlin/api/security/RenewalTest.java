package cn.jinlin.api.security;

import java.util.Map;

import cn.jinlin.api.support.GraphQl;
import cn.jinlin.engines.TestEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@SignedInTest
class RenewalTest {

    private static final String CLIENT = "mini-program";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private JdbcClient jdbc;
    private Browser browser = new Browser("");
    private String refresh = "";
    private String device = "";

    @BeforeEach
    void aSignIn() {
        jdbc.sql("truncate session cascade").update();
        browser = new Browser(graphQl.address());
        Browser.Answer given = browser.signIn(CLIENT, "anna");
        refresh = given.text("/refresh_token");
        device = given.text("/device_secret");
    }

    @Test
    void everyRenewalGivesAnotherRefreshTokenAndTheRecordKeepsNeither() {
        String next = renew(refresh).text("/refresh_token");
        assertThat(next).isNotEmpty().isNotEqualTo(refresh);
        assertThat(renew(next).status()).isEqualTo(200);
        assertThat(jdbc.sql("select string_agg(to_jsonb(s)::text, '') from session s").query(String.class).single())
                .doesNotContain(refresh, next, device);
    }

    @Test
    void twoTabsThatRenewAtOnceGetTheSameSuccessor() {
        String next = renew(refresh).text("/refresh_token");
        assertThat(renew(refresh).text("/refresh_token")).isEqualTo(next);
    }

    @Test
    void whoeverLostTheAnswerOnABadLineStaysSignedInAndTheLostTokenIsDead() {
        String lost = renew(refresh).text("/refresh_token");
        later();
        String again = renew(refresh).text("/refresh_token");
        assertThat(again).isNotEmpty().isNotEqualTo(lost);
        assertThat(renew(lost).text("/code")).isEqualTo("refresh_reused");
        assertThat(renew(again).text("/code")).isEqualTo("session_over");
    }

    @Test
    void aTokenThatComesBackAfterItsSuccessorWasUsedEndsTheSession() {
        String next = renew(refresh).text("/refresh_token");
        String newest = renew(next).text("/refresh_token");
        assertThat(renew(refresh).text("/code")).isEqualTo("refresh_reused");
        Browser.Answer over = renew(newest);
        assertThat(over.text("/code")).isEqualTo("session_over");
        assertThat(over.text("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void aTokenFromAnotherDeviceEndsTheSession() {
        assertThat(browser.renew(CLIENT, Map.of("refresh_token", refresh, "device_secret", "another")).text("/code"))
                .isEqualTo("other_device");
        assertThat(renew(refresh).text("/code")).isEqualTo("session_over");
    }

    @Test
    void anotherClientCannotRenewIt() {
        assertThat(browser.asPortal()
                .renew("portal", Map.of("refresh_token", refresh, "device_secret", device))
                .text("/code")).isEqualTo("session_over");
        assertThat(renew(refresh).status()).isEqualTo(200);
    }

    @Test
    void aSessionThatWasNotUsedForAMonthIsOver() {
        jdbc.sql("update session set last_seen_at = now() - interval '31 days'").update();
        assertThat(renew(refresh).text("/code")).isEqualTo("session_over");
    }

    @Test
    void aRevokedTokenEndsItsSession() {
        String form = Browser.encode(Map.of("client_id", CLIENT, "token", refresh));
        assertThat(browser.post("/oauth2/revoke", "application/x-www-form-urlencoded", form).status()).isEqualTo(200);
        assertThat(renew(refresh).text("/code")).isEqualTo("session_over");
    }

    @Test
    void peopleSignInAndStaySignedInWhileRedisIsAway() {
        TestEngines.redis().power().kill();
        try {
            assertThat(renew(refresh).status()).isEqualTo(200);
            Browser.Answer given = browser.signIn(CLIENT, "bao");
            assertThat(browser.with("Authorization", "Bearer " + given.text("/access_token"))
                    .graphql("{ mySessions { current } }")
                    .json()
                    .at("/data/mySessions/0/current")
                    .asBoolean()).isTrue();
        } finally {
            TestEngines.redis().power().start();
        }
    }

    private Browser.Answer renew(String token) {
        return browser.renew(CLIENT, Map.of("refresh_token", token, "device_secret", device));
    }

    private void later() {
        jdbc.sql("update session set rotated_at = rotated_at - interval '11 s'").update();
    }
}
