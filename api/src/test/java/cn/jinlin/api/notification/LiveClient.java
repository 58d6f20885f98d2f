package cn.jinlin.api.notification;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import cn.jinlin.api.support.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the protocol `graphql-transport-ws`.
final class LiveClient implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    volatile @Nullable Integer closeCode;

    LiveClient(String address, String token) {
        this(address, Map.of("Authorization", "Bearer " + token));
        awaitType("connection_ack");
    }

    /// Somebody without a token, who does not wait to be let in.
    static LiveClient connecting(String address) {
        return new LiveClient(address, Map.of());
    }

    private LiveClient(String address, Map<String, String> headers) {
        WebSocket.Builder builder = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .header("Accept-Language", "en");
        headers.forEach(builder::header);
        socket = builder.buildAsync(URI.create(address.replace("http:", "ws:") + "/graphql-ws"), this).join();
        send(Map.of("type", "connection_init"));
    }

    void subscribe(String document, Map<String, ?> variables) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("query", document);
        payload.put("variables", variables);
        send(Map.of("id", "1", "type", "subscribe", "payload", payload));
    }

    private void send(Map<String, ?> message) {
        socket.sendText(JSON.writeValueAsString(message), true).join();
    }

    JsonNode awaitType(String type) {
        Records.await(() -> !ofType(type).isEmpty());
        return ofType(type).getFirst();
    }

    List<JsonNode> ofType(String type) {
        return messages.stream().filter(message -> message.path("type").asString("").equals(type)).toList();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            messages.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        return null;
    }

    @Override
    public void close() {
        Objects.requireNonNull(socket).abort();
    }
}
