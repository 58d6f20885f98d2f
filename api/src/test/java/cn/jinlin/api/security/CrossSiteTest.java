package cn.jinlin.api.security;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What another site can make a signed-in browser do: nothing.
@SignedInTest
class CrossSiteTest {

    private static final String SIGN_OUT = "mutation { signOutEverywhere { ended } }";
    private static final String FOLLOW = """
            {"query": "subscription { notificationReceived { cursor } }"}""";
    private static final String SESSIONS = "{ mySessions { id } }";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private JdbcClient jdbc;
    private Browser browser = new Browser("");

    @BeforeEach
    void aSignedInBrowser() {
        jdbc.sql("truncate session cascade").update();
        browser = new Browser(graphQl.address()).asPortal();
        browser.signIn("portal", "anna");
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() {
        browser.with(Browser.PORTAL, null).with("Origin", "https://evil.example").with("Sec-Fetch-Site", "cross-site");
        assertThat(browser.post("/graphql", "text/plain", "{\"query\":\"" + SIGN_OUT + "\"}").status()).isEqualTo(403);
        assertThat(openSessions()).isEqualTo(1);
    }

    @Test
    void thePortalsHeaderIsNeededAndDoesNotSufficeFromElsewhere() {
        browser.with(Browser.PORTAL, null);
        assertThat(browser.graphql(SIGN_OUT).text("/errors/0/extensions/code")).isEqualTo("CROSS_SITE_REQUEST");
        browser.asPortal().with("Origin", "https://evil.example");
        assertThat(browser.graphql(SIGN_OUT).status()).isEqualTo(403);
        browser.with("Origin", null).with("Sec-Fetch-Site", "same-site");
        assertThat(browser.graphql(SIGN_OUT).status()).isEqualTo(403);
        assertThat(openSessions()).isEqualTo(1);
        browser.with("Sec-Fetch-Site", "same-origin").with("Origin", graphQl.address());
        assertThat(browser.graphql(SIGN_OUT).status()).isEqualTo(200);
        assertThat(openSessions()).isZero();
    }

    @Test
    void getNeverChangesAnything() {
        browser.get("/graphql?query=" + SIGN_OUT.replace(" ", "%20").replace("{", "%7B").replace("}", "%7D"));
        assertThat(openSessions()).isEqualTo(1);
    }

    @Test
    void nobodyIsSignedInOrRenewedFromAnotherSite() {
        browser.with("Origin", "https://evil.example");
        assertThat(browser.signIn("portal", "thief").text("/code")).isEqualTo("CROSS_SITE_REQUEST");
        assertThat(browser.renew("portal", Map.of()).text("/code")).isEqualTo("CROSS_SITE_REQUEST");
    }

    @Test
    void whoBringsATokenInTheHeaderIsAskedForNothingElse() {
        String token = new Browser(graphQl.address()).signIn("mini-program", "bao").text("/access_token");
        Browser other = new Browser(graphQl.address()).with("Origin", "https://elsewhere.example");
        assertThat(other.with("Authorization", "Bearer " + token).graphql(SESSIONS).status()).isEqualTo(200);
    }

    @Test
    void signingOutTakesTheCookiesAwayAndPagesStillOpenWithThoseThatAreLeft() {
        var kept = Map.copyOf(browser.cookies());
        browser.graphql("mutation { signOut { sessionId } }");
        assertThat(browser.cookies()).isEmpty();
        browser.cookies().putAll(kept);
        Records.await(() -> browser.graphql(SESSIONS).status() == 401);
        assertThat(browser.get("/").status()).isEqualTo(200);
    }

    @Test
    void noAddressSendsAnybodyElsewhere() {
        for (String path : new String[]{"/oauth2/authorize", "/oauth2/token", "/login", "/logout"}) {
            int status = browser.get(path + "?redirect_uri=https://evil.example&client_id=portal&response_type=code")
                    .status();
            assertThat(status).as(path).matches(code -> code < 300 || code > 399);
        }
    }

    @Test
    void aSocketWithoutASignInIsClosedAndOneOfAnotherSiteNeverOpens() throws Exception {
        assertThat(closeCode(socket(null, null), "{\"type\":\"connection_init\"}")).isEqualTo(4401);
        String forged = "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer a.b.c\"}}";
        assertThat(closeCode(socket(null, null), forged)).isEqualTo(4401);
        assertThatThrownBy(() -> socket(cookies(), "https://evil.example"))
                .hasRootCauseMessage("Unexpected HTTP response status code 403");
    }

    @Test
    void anOpenSocketIsClosedWhenItsSessionEnds() throws Exception {
        Closing closing = socket(cookies(), graphQl.address());
        closing.send("{\"type\":\"connection_init\"}");
        assertThat(closing.first.get(20, TimeUnit.SECONDS)).contains("connection_ack");
        browser.graphql(SIGN_OUT);
        assertThat(closing.code.get(20, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    @Test
    void anOpenStreamIsEndedWhenItsSessionEnds() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> stream = client.send(
                    HttpRequest.newBuilder(URI.create(graphQl.address() + "/graphql"))
                            .header("Content-Type", "application/json")
                            .header("Accept", "text/event-stream")
                            .header("X-Jinlin-Portal", "1")
                            .header("Origin", graphQl.address())
                            .header("Cookie", cookies())
                            .POST(HttpRequest.BodyPublishers.ofString(FOLLOW))
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            assertThat(stream.statusCode()).isEqualTo(200);
            CompletableFuture<List<String>> heard = CompletableFuture.supplyAsync(stream.body()::toList);
            browser.graphql(SIGN_OUT);
            assertThat(heard.get(20, TimeUnit.SECONDS)).contains("event:complete");
        }
    }

    private int openSessions() {
        return jdbc.sql("select count(*) from session where ended_at is null").query(Integer.class).single();
    }

    private String cookies() {
        return browser.cookies()
                .entrySet()
                .stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static int closeCode(Closing closing, String first) throws Exception {
        closing.send(first);
        return closing.code.get(20, TimeUnit.SECONDS);
    }

    private Closing socket(@Nullable String cookies,
            @Nullable String origin) {
        var closing = new Closing();
        WebSocket.Builder builder = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws");
        if (cookies != null) {
            builder.header("Cookie", cookies);
        }
        if (origin != null) {
            builder.header("Origin", origin);
        }
        closing.socket = builder
                .buildAsync(URI.create(graphQl.address().replace("http:", "ws:") + "/graphql-ws"), closing)
                .join();
        return closing;
    }

    private static final class Closing implements WebSocket.Listener {

        private final CompletableFuture<Integer> code = new CompletableFuture<>();
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private @Nullable WebSocket socket;

        void send(String text) {
            Objects.requireNonNull(socket).sendText(text, true).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            first.complete(text.toString());
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            code.complete(status);
            return CompletableFuture.completedFuture(null);
        }
    }
}
