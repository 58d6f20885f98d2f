package cn.jinlin.api.account.signin.wechat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/// WeChat's `GET /sns/jscode2session` as documented: a code serves once, and for five minutes.
final class WeChatStandIn implements AutoCloseable {

    static final String APP = "wx0123456789abcdef";
    static final String SECRET = "the-secret-of-the-app";
    static final String SESSION_KEY = "tiihtNczf5v6AKRyjwEUhQ==";

    private final HttpServer server;
    private final Map<String, String> openIds = new ConcurrentHashMap<>();
    private final List<String> scripted = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Boolean> silent = new AtomicReference<>(false);

    WeChatStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sns/jscode2session", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// A code as `wx.login` gives it to that person.
    String login(String openId) {
        String code = "0" + Integer.toHexString(openIds.size()) + "3xYz_" + openId.hashCode();
        openIds.put(code.replace('-', 'n'), openId);
        return code.replace('-', 'n');
    }

    /// Five minutes pass for every code.
    void expireCodes() {
        openIds.clear();
    }

    /// The next answers, whatever is asked.
    void next(String... bodies) {
        scripted.addAll(Arrays.asList(bodies));
    }

    /// Accepts requests and answers none.
    void fallSilent() {
        silent.set(true);
    }

    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        if (Boolean.TRUE.equals(silent.get())) {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        byte[] body = (scripted.isEmpty() ? session(exchange) : scripted.removeFirst()).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private String session(HttpExchange exchange) {
        Map<String, String> query = Arrays.stream(exchange.getRequestURI().getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        if (!APP.equals(query.get("appid")) || !SECRET.equals(query.get("secret"))
                || !"authorization_code".equals(query.get("grant_type"))) {
            return "{\"errcode\":40125,\"errmsg\":\"invalid appsecret\"}";
        }
        String openId = openIds.remove(query.get("js_code"));
        return openId == null
                ? "{\"errcode\":40029,\"errmsg\":\"invalid code\"}"
                : "{\"session_key\":\"" + SESSION_KEY + "\",\"openid\":\"" + openId + "\",\"unionid\":\"u-" + openId
                        + "\"}";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
