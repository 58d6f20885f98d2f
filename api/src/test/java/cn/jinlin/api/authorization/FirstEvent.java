package cn.jinlin.api.authorization;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import cn.jinlin.api.security.Subject;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.json.JsonMapper;

/// Lets the owner and the caller each be told something, subscribes, and takes what comes first.
@TestComponent
class FirstEvent {

    private static final String DATA = "data:";

    private final GraphQl graphQl;
    private final StageProps props;

    FirstEvent(GraphQl graphQl, StageProps props) {
        this.graphQl = graphQl;
        this.props = props;
    }

    /// What is told after this cursor comes at once: a stream's head may wait for its first event.
    String cursor(String token) {
        return graphQl.send("{ myNotifications { liveCursor } }", Map.of(), "en", token)
                .data("myNotifications/liveCursor")
                .asString();
    }

    void tell(Scene scene, UUID caller) {
        tell(StageProps.subject(scene.owner()));
        tell(StageProps.subject(caller));
        tell(new Subject(Subject.Kind.STAFF, caller));
    }

    GraphQl.Answer await(String document, Map<String, ?> variables, @Nullable String token) {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(graphQl.address() + "/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Accept", "text/event-stream")
                    .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared()
                            .writeValueAsString(Map.of("query", document, "variables", variables))));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            var asked = http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines());
            Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> lines.add("closed")).start(() -> {
                try (Stream<String> body = asked.join().body()) {
                    body.forEach(lines::add);
                }
            });
            try {
                Records.await(() -> lines.stream()
                        .anyMatch(line -> line.startsWith(DATA) && line.length() > DATA.length() + 2));
            } finally {
                http.shutdownNow();
            }
        }
        return new GraphQl.Answer(200, lines.stream()
                .filter(line -> line.startsWith(DATA))
                .findFirst()
                .orElseThrow()
                .substring(DATA.length()));
    }

    private void tell(Subject subject) {
        props.tell(subject, subject.id().toString());
    }
}
