package cn.jinlin.api.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import cn.jinlin.api.security.Role;
import cn.jinlin.api.security.TokenIssuer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the running service over HTTP, as a client would.
@TestComponent
public class GraphQl {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern OPERATION = Pattern.compile("(?:query|mutation|subscription)\\s+(\\w+)");

    private final Environment environment;
    private final ObjectProvider<TokenIssuer> tokens;

    GraphQl(Environment environment, ObjectProvider<TokenIssuer> tokens) {
        this.environment = environment;
        this.tokens = tokens;
    }

    /// @param status of the HTTP response
    public record Answer(int status, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /// A value of `data`, by JSON pointer without the leading slash.
        public JsonNode data(String path) {
            JsonNode found = json().at("/data/" + path);
            if (found.isMissingNode()) {
                throw new AssertionError("No " + path + " in " + body);
            }
            return found;
        }

        /// The first error's extensions.
        public JsonNode error() {
            JsonNode found = json().at("/errors/0");
            if (found.isMissingNode()) {
                throw new AssertionError("No error in " + body);
            }
            return found;
        }
    }

    public Answer ask(String document, Map<String, ?> variables) {
        return send(document, variables, "zh-CN", null);
    }

    public Answer ask(String document, Map<String, ?> variables, String language) {
        return send(document, variables, language, null);
    }

    /// Sends one of the portal's own documents by its hash alone.
    public Answer askPersisted(String operation, Map<String, ?> variables, String language) {
        String hash = persisted().entrySet()
                .stream()
                .filter(entry -> operation.equals(operationName(entry.getValue())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return sendRaw(JSON.writeValueAsString(Map.of("variables", variables, "extensions",
                Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)))), language, null);
    }

    /// Names of the operations the portal sends.
    public static List<String> persistedOperations() {
        return persisted().values().stream().map(GraphQl::operationName).sorted().toList();
    }

    /// The text of one of the portal's own documents.
    public static String persistedDocument(String operation) {
        return persisted().values()
                .stream()
                .filter(document -> operation.equals(operationName(document)))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> persisted() {
        try (var stream = Objects
                .requireNonNull(GraphQl.class.getResourceAsStream("/META-INF/jinlin/persisted-documents.json"))) {
            return JSON.readValue(stream, new TypeReference<>() {
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String operationName(String document) {
        var matcher = OPERATION.matcher(document);
        if (!matcher.find()) {
            throw new AssertionError("No operation in " + document);
        }
        return matcher.group(1);
    }

    public Answer askAsAdmin(String document, Map<String, ?> variables) {
        return send(document, variables, "en",
                tokens.getObject().issue("test", Role.DISTRICT_ADMIN, Duration.ofMinutes(5)));
    }

    public Answer send(String document, Map<String, ?> variables, String language, @Nullable String token) {
        var body = new LinkedHashMap<String, Object>();
        body.put("query", document);
        body.put("variables", variables);
        return sendRaw(JSON.writeValueAsString(body), language, token);
    }

    /// Sends without stating the length first.
    public Answer sendInChunks(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange(request("en", null)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    }

    public Answer sendRaw(String body, String language, @Nullable String token) {
        return exchange(request(language, token).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String language, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .header("Accept-Language", language);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failed) {
            throw new AssertionError("The service does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopped);
        }
    }

    public String address() {
        return "http://localhost:" + environment.getProperty("local.server.port");
    }
}
