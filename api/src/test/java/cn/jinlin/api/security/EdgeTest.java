package cn.jinlin.api.security;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// What stands at the edge of the service, behind a proxy that it trusts.
@ApiTest
@TestPropertySource(properties = {"server.forward-headers-strategy=native", "jinlin.indexer.enabled=false",
    "jinlin.walking.enabled=false"})
@ExtendWith(OutputCaptureExtension.class)
class EdgeTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FORGED = "2026-01-01T00:00:00.000Z ERROR forged line";

    @Autowired
    private GraphQl graphQl;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"X-Content-Type-Options|nosniff", "X-Frame-Options|DENY",
        "Cross-Origin-Opener-Policy|same-origin", "Cross-Origin-Resource-Policy|same-origin",
        "Referrer-Policy|strict-origin-when-cross-origin"})
    void everyAnswerHasItsHeaders(String header, String value) throws IOException, InterruptedException {
        for (String path : new String[]{"/", "/config.json", "/graphql", "/coverage.csv", "/nothing.txt"}) {
            assertThat(get(path).headers().firstValue(header)).as(path).hasValue(value);
        }
    }

    @Test
    void pagesMayLoadOnlyWhatIsTheirsAndNothingInline() throws IOException, InterruptedException {
        String policy = get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy).contains("default-src 'none'", "script-src 'self'", "style-src 'self'",
                "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "*");
        assertThat(get("/").body()).doesNotContain(" style=", " onclick=", "<script>", "<style>", "<base");
        assertThat(get("/").headers().firstValue("Permissions-Policy").orElseThrow()).contains("geolocation=(self)",
                "camera=()", "microphone=()");
    }

    @Test
    void browsersComeBackByHttpsOnceTheyCameByIt() throws IOException, InterruptedException {
        var byHttps = HttpRequest.newBuilder(URI.create(graphQl.address() + "/"))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "198.51.100.1")
                .build();

        assertThat(HTTP.send(byHttps, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Strict-Transport-Security")).hasValueSatisfying(
                        value -> assertThat(value).contains("max-age=31536000"));
        assertThat(get("/").headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {17_000, 60_000})
    void headersThatAreTooLargeAreRefusedInAWord(int length) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(graphQl.address() + "/"))
                .header("X-Padding", "x".repeat(length))
                .build();
        HttpResponse<String> refused = HTTP.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(431);
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void headersBeyondTheServersOwnBufferAreRefusedWithoutATrace(CapturedOutput output) throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Padding: " + "x".repeat(200_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "at org.apache", "Tomcat");
        assertThat(output.getAll()).doesNotContain("x".repeat(100));
    }

    @Test
    void aThousandGuessesInOneRequestAreRefused() {
        assertThat(code("{ " + aliases(31) + " }")).isEqualTo("TOO_MANY_ALIASES");
        assertThat(graphQl.ask("{ " + aliases(30) + " }", Map.of()).json().has("errors")).isFalse();

        String guesses = guesses(6);
        assertThat(code("mutation { " + guesses + " }")).isEqualTo("TOO_MANY_MUTATIONS");
        assertThat(code("mutation { ... on Mutation { " + guesses + " } }")).isEqualTo("TOO_MANY_MUTATIONS");
        assertThat(code("mutation { ...guesses } fragment guesses on Mutation { " + guesses + " }"))
                .isEqualTo("TOO_MANY_MUTATIONS");
        assertThat(code("mutation { " + guesses(5) + " }")).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void fragmentsThatMultiplyAreCountedAtOnce() {
        var document = new StringBuilder("mutation { ...f0 }");
        for (int level = 0; level < 60; level++) {
            document.append(" fragment f%d on Mutation { ...f%d ...f%d }".formatted(level, level + 1, level + 1));
        }
        document.append(" fragment f60 on Mutation { " + guesses(1) + " }");

        assertThat(code(document.toString())).isEqualTo("TOO_MANY_MUTATIONS");
    }

    @Test
    void whatAClientSendsNeverBecomesALineOfTheLog(CapturedOutput output) throws IOException {
        graphQl.ask("{ nothing(text: \"\\r\\n" + FORGED + "\") }", Map.of());
        graphQl.sendRaw("{\"query\": \"\r\n" + FORGED + "\"}", "en", null);
        graphQl.sendRaw("{\"query\": \"{ a }\", \"operationName\": \"\\r\\n" + FORGED + "\"}", "en", "\"" + FORGED);
        raw("GET /%0d%0a" + FORGED.replace(' ', '+') + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        raw("GET /\r" + FORGED + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 1\r" + FORGED + "\r\n\r\n");
        raw("GET / HTTP/1.1\r\nHost: a\r\nAccept-Language: \u0085" + FORGED + "\r\n\r\n");

        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith(FORGED));
    }

    @Test
    void aMessageStaysOnItsLineAndATraceIsIndented(CapturedOutput output) {
        var log = LoggerFactory.getLogger("cn.jinlin.trial");
        log.warn("typed: {}", "one\r\n" + FORGED + "\u2028" + FORGED + "\u001b[31m");
        log.error("failed", new IllegalStateException("one\n" + FORGED, new IOException("two\r" + FORGED)));

        assertThat(output.getAll()).contains("typed: one??" + FORGED + "?" + FORGED + "?[31m",
                "IllegalStateException: one",
                "two");
        assertThat(output.getAll()).doesNotContain("\u001b", "\u2028");
        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith(FORGED));
    }

    private String code(String document) {
        return graphQl.ask(document, Map.of()).error().at("/extensions/code").asString();
    }

    private static String aliases(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> "a" + each + ": categories { code }")
                .collect(Collectors.joining(" "));
    }

    private static String guesses(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> "g" + each + ": closeFacility(input: {id: \"" + GlobalId.of("Facility", each)
                        + "\"}) { userErrors { code } }")
                .collect(Collectors.joining(" "));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(graphQl.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// What no HTTP client would send.
    private String raw(String request) throws IOException {
        URI address = URI.create(graphQl.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] answer = socket.getInputStream().readNBytes(12);
            socket.shutdownOutput();
            return new String(answer, UTF_8) + new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
