package cn.jinlin.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/// One connected client that follows a person's messages, over a connection of its own.
final class LiveSubscriber implements WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SUBSCRIBE = """
            {"id":"1","type":"subscribe","payload":{"query":"subscription { notificationReceived { cursor unreadCount notification { id kind title text } } }"}}""";

    private final CountDownLatch welcomed = new CountDownLatch(1);
    private final WebSocket socket;
    private volatile @Nullable CountDownLatch expected;

    LiveSubscriber(String address, String token) throws InterruptedException {
        socket = HTTP.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create(address.replace("http:", "ws:") + "/graphql-ws"), this)
                .join();
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        if (!welcomed.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The node does not welcome a client");
        }
        socket.sendText(SUBSCRIBE, true).join();
    }

    /// Counts down once, at the next event.
    void expect(CountDownLatch next) {
        expected = next;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        String text = part.toString();
        if (text.contains("connection_ack")) {
            welcomed.countDown();
        } else if (text.contains("\"next\"") && text.contains("cursor")) {
            CountDownLatch next = expected;
            expected = null;
            if (next != null) {
                next.countDown();
            }
        }
        from.request(1);
        return null;
    }

    void close() {
        socket.abort();
    }
}
