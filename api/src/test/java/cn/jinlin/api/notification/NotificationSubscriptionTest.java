package cn.jinlin.api.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import cn.jinlin.api.JinlinApplication;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.FixedTime;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.RealEngines;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(TestTokens.class)
class NotificationSubscriptionTest {

    private static final String FOLLOW = """
            subscription($after: String) { notificationReceived(after: $after) {
              cursor unreadCount notification { title text } } }""";

    @Autowired
    private Notifications notifications;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private TransactionTemplate transaction;

    private final UUID id = UUID.randomUUID();
    private final Subject person = new Subject(Subject.Kind.RESIDENT, id);

    @Test
    void aMessageIsToldOverWebSocketAsSoonAsItsTransactionCommits() {
        try (var client = new LiveClient(graphQl.address(), tokens.resident(id))) {
            client.subscribe(FOLLOW, after(liveCursor()));
            transaction.executeWithoutResult(status -> {
                tell("rolled back");
                status.setRollbackOnly();
            });
            tell("first");
            JsonNode told = client.awaitType("next").at("/payload/data/notificationReceived");
            assertThat(told.at("/notification/text").asString()).contains("first");
            assertThat(told.at("/notification/title").asString())
                    .isEqualTo("Your account was signed in on a new device");
            assertThat(told.at("/unreadCount").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aClientThatReconnectsToAnotherNodeMissesNothingAndHearsNothingTwice() {
        var heard = new ArrayList<String>();
        String cursor;
        try (var client = new LiveClient(graphQl.address(), tokens.resident(id))) {
            client.subscribe(FOLLOW, after(liveCursor()));
            tell("1");
            tell("2");
            Records.await(() -> client.ofType("next").size() == 2);
            heard.addAll(devices(client));
            cursor = client.ofType("next").getLast().at("/payload/data/notificationReceived/cursor").asString();
        }
        tell("3");
        tell("4");
        try (ConfigurableApplicationContext node = anotherNode();
                var client = new LiveClient(
                        "http://localhost:" + node.getEnvironment().getProperty("local.server.port"),
                        tokens.resident(id))) {
            client.subscribe(FOLLOW, after(cursor));
            tell("5");
            node.getBean(Notifications.class).send(person, "account.new_device", values("6"));
            Records.await(() -> client.ofType("next").size() >= 4);
            heard.addAll(devices(client));
        }
        assertThat(heard).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void nobodyFollowsWithoutASignIn() {
        // On a busy machine the reset of the connection may overtake the frame that says why.
        Records.await(() -> closeCodeOfAVisitor() == 4401);
    }

    private int closeCodeOfAVisitor() {
        try (var client = LiveClient.connecting(graphQl.address())) {
            Records.await(() -> client.closeCode != null);
            assertThat(client.messages).isEmpty();
            return Objects.requireNonNull(client.closeCode);
        }
    }

    @Test
    void nobodyHearsWhatIsMeantForAnother() {
        try (var other = new LiveClient(graphQl.address(), tokens.staff(id));
                var client = new LiveClient(graphQl.address(), tokens.resident(id))) {
            other.subscribe(FOLLOW, Map.of());
            client.subscribe(FOLLOW, after(liveCursor()));
            tell("mine");
            client.awaitType("next");
            assertThat(other.ofType("next")).isEmpty();
        }
    }

    @Test
    void aForgottenCursorIsRefusedInTheCallersLanguage() {
        try (var client = new LiveClient(graphQl.address(), tokens.resident(id))) {
            client.subscribe(FOLLOW, Map.of("after", GlobalId.of("Live", 99)));
            Records.await(() -> client.messages.size() > 1);
            assertThat(client.messages.getLast().toString()).contains("CURSOR_TOO_OLD").contains("Read the list anew");
        }
    }

    @Test
    void theSameIsToldOverServerSentEvents() throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", FOLLOW);
        body.put("variables", after(liveCursor()));
        List<String> lines = new CopyOnWriteArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> answer = http.send(
                    HttpRequest.newBuilder(URI.create(graphQl.address() + "/graphql"))
                            .header("Content-Type", "application/json")
                            .header("Accept", "text/event-stream")
                            .header("Authorization", "Bearer " + tokens.resident(id))
                            .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            Thread.ofVirtual()
                    .uncaughtExceptionHandler((_, _) -> lines.add("closed"))
                    .start(() -> answer.body().forEach(lines::add));
            tell("by events");
            Records.await(
                    () -> lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains("by events")));
            http.shutdownNow();
        }
        assertThat(lines).contains("event:next");
    }

    private ConfigurableApplicationContext anotherNode() {
        return new SpringApplicationBuilder(JinlinApplication.class, FixedTime.class)
                .initializers(new RealEngines())
                .properties("server.port=0")
                .run();
    }

    private void tell(String device) {
        notifications.send(person, "account.new_device", values(device));
    }

    private static Map<String, String> values(String device) {
        return Map.of("device", device, "signedInAt", "2026-09-29T02:05:00Z");
    }

    private String liveCursor() {
        return graphQl.send("{ myNotifications { liveCursor } }", Map.of(), "en", tokens.resident(id))
                .data("myNotifications/liveCursor")
                .asString();
    }

    private static Map<String, String> after(String cursor) {
        return Map.of("after", cursor);
    }

    private static List<String> devices(LiveClient client) {
        return client.ofType("next")
                .stream()
                .map(next -> next.at("/payload/data/notificationReceived/notification/text").asString())
                .map(text -> text.replaceAll("(?s).*“(.*)”.*", "$1"))
                .toList();
    }
}
