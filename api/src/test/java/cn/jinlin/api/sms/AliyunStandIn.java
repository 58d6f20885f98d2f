package cn.jinlin.api.sms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/// SendSms of the provider's API of 2017-05-25 as documented: a signed POST with its parameters in the query, answered with
/// `Code`, `Message`, `RequestId` and `BizId`.
final class AliyunStandIn implements AutoCloseable {

    private final HttpServer server;
    private final AtomicReference<Map<String, String>> asked = new AtomicReference<>(Map.of());
    private final CountDownLatch closed = new CountDownLatch(1);
    int status = 200;
    String code = "OK";
    boolean silent;

    AliyunStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "localhost:" + server.getAddress().getPort();
    }

    /// What the last request asked, with its action as `x-acs-action`.
    Map<String, String> asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var parameters = new HashMap<String, String>();
        String query = exchange.getRequestURI().getRawQuery();
        Arrays.stream((query == null ? "" : query).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
        for (String header : new String[]{"x-acs-action", "x-acs-version", "Authorization"}) {
            parameters.put(header, String.valueOf(exchange.getRequestHeaders().getFirst(header)));
        }
        asked.set(parameters);
        if (silent) {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        byte[] body = ("{\"Code\":\"" + code + "\",\"Message\":\"" + parameters.get("PhoneNumbers")
                + " refused\",\"RequestId\":\"F655A8D5-B967-440B-8683-DAD6FF8DE990\",\"BizId\":\"900619746936498440^0\"}")
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
