package cn.jinlin.api.security;

import java.util.Map;

import cn.jinlin.api.support.GraphQl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@SignedInTest
class SigningInTest {

    private static final String SESSIONS = "{ mySessions { id device client address current } }";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private JdbcClient jdbc;
    private Browser browser = new Browser("");

    @BeforeEach
    void aBrowser() {
        jdbc.sql("truncate session cascade").update();
        browser = new Browser(graphQl.address());
    }

    @Test
    void theMiniProgramGetsItsTokensInTheBodyAndUsesThem() {
        Browser.Answer given = browser.signIn("mini-program", "anna");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.setCookies()).isEmpty();
        assertThat(given.text("/token_type")).isEqualTo("Bearer");
        assertThat(given.text("/subject_kind")).isEqualTo("resident");
        Browser.Answer mine = browser.with("Authorization", "Bearer " + given.text("/access_token")).graphql(SESSIONS);
        assertThat(mine.text("/data/mySessions/0/device")).isEqualTo("Chrome, Android");
        assertThat(mine.text("/data/mySessions/0/client")).isEqualTo("mini-program");
        assertThat(mine.json().at("/data/mySessions/0/current").asBoolean()).isTrue();
        assertThat(mine.text("/data/mySessions/0/address")).doesNotContain("0.1");
    }

    @Test
    void thePortalGetsItsTokensInCookiesThatNoScriptCanReadAndNothingInTheBody() {
        Browser.Answer given = browser.asPortal().signIn("portal", "anna");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.body()).doesNotContain("token").doesNotContain("secret\"");
        assertThat(given.setCookies().lines()).hasSize(3).allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly"));
        assertThat(given.setCookies().lines().filter(cookie -> cookie.startsWith("jinlin-refresh")))
                .singleElement()
                .asString()
                .contains("Path=/oauth2/token", "SameSite=Strict");
        assertThat(browser.graphql(SESSIONS).text("/data/mySessions/0/client")).isEqualTo("portal");
    }

    @Test
    void aSecondSignInReplacesWhateverTheBrowserHeldSoNobodyCanPlantASession() {
        Browser thief = new Browser(graphQl.address()).asPortal();
        thief.signIn("portal", "thief");
        browser.asPortal().cookies().putAll(thief.cookies());
        browser.signIn("portal", "anna");
        assertThat(browser.cookies()).hasSameSizeAs(thief.cookies());
        assertThat(browser.cookies().values()).doesNotContainAnyElementsOf(thief.cookies().values());
        assertThat(thief.graphql(SESSIONS).text("/data/mySessions/0/id"))
                .isNotEqualTo(browser.graphql(SESSIONS).text("/data/mySessions/0/id"));
    }

    @Test
    void aRefusedSignInSaysWhyAndWhatIsLeft() {
        Browser.Answer refused = browser.signIn("mini-program", "nobody");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error")).isEqualTo("invalid_grant");
        assertThat(refused.text("/code")).isEqualTo("wrong_code");
        assertThat(refused.text("/tries_left")).isEqualTo("4");
        assertThat(browser.signIn("mini-program", "hasty").text("/error")).isEqualTo("slow_down");
    }

    @Test
    void whatTheTokenEndpointDoesNotKnowItRefusesByName() {
        assertThat(browser.signIn("strangers", "anna").status()).isEqualTo(401);
        assertThat(browser.token(Map.of("grant_type", "password", "client_id", "portal")).status()).isEqualTo(400);
        assertThat(browser.token(Map.of("grant_type", "password", "client_id", "mini-program")).text("/error"))
                .isEqualTo("unsupported_grant_type");
        assertThat(browser.post("/oauth2/token?name=anna", "application/x-www-form-urlencoded",
                "client_id=mini-program&grant_type=" + NamedGrant.TYPE).text("/error")).isEqualTo("invalid_request");
        assertThat(browser.post("/oauth2/token", "application/x-www-form-urlencoded",
                "name=a&name=b&client_id=mini-program&grant_type=" + NamedGrant.TYPE).text("/error"))
                .isEqualTo("invalid_request");
    }

    @Test
    void nobodyHasMoreThanTwentySessionsAndTheLongestUnusedGoesFirst() {
        String first = browser.signIn("mini-program", "anna").text("/refresh_token");
        for (int i = 0; i < 20; i++) {
            browser.signIn("mini-program", "anna");
        }
        assertThat(jdbc.sql("select count(*) from session where ended_at is null").query(Integer.class).single())
                .isEqualTo(20);
        assertThat(browser.renew("mini-program", Map.of("refresh_token", first)).text("/code"))
                .isEqualTo("session_over");
    }

    @Test
    void whatThisIssuerCanDoIsPublished() {
        var known = browser.get("/.well-known/oauth-authorization-server").json();
        assertThat(known.at("/issuer").asString()).isEqualTo("http://localhost:8080");
        assertThat(known.at("/grant_types_supported").toString()).contains("refresh_token", NamedGrant.TYPE);
        assertThat(browser.get("/.well-known/openid-configuration").json()).isEqualTo(known);
        var keys = browser.get("/oauth2/jwks").json().at("/keys");
        assertThat(keys.size()).isPositive();
        assertThat(keys.toString()).contains("\"RSA\"").doesNotContain("\"d\"").doesNotContain("\"p\"");
    }
}
