package cn.jinlin.api.limits;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import cn.jinlin.api.cache.SharedRedis;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.TestTokens;
import cn.jinlin.engines.TestEngines;
import io.lettuce.core.KeyScanArgs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A service with narrow limits, behind a proxy that it trusts: each test comes from addresses of its own.
@ApiTest
@TestPropertySource(properties = {"jinlin.limits.purposes.requests.tokens=40",
    "jinlin.limits.purposes.requests.per=10h", "jinlin.limits.purposes.operation-cost.tokens=100",
    "jinlin.limits.purposes.operation-cost.per=10h", "jinlin.limits.purposes.trial.tokens=5",
    "jinlin.limits.purposes.trial.per=10h", "jinlin.limits.purposes.trial.exact=true",
    "jinlin.limits.purposes.coverage-download.tokens=2", "jinlin.limits.purposes.coverage-download.per=10h",
    "server.forward-headers-strategy=native", "jinlin.indexer.enabled=false", "jinlin.walking.enabled=false"})
class RateLimitsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /// Costs 3.
    private static final String SMALL = "{ categories { code name } }";

    @Autowired
    private RateLimits limits;
    @Autowired
    private RateLimitProperties properties;
    @Autowired
    private SharedRedis redis;
    @Autowired
    private KeyHash hash;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;

    @BeforeEach
    void redisIsThere() {
        Records.await(() -> redis.ask(connection -> connection.sync().ping()).isPresent());
    }

    @Test
    void aBucketGivesWhatItHoldsAndThenSaysHowLongToWait() {
        String key = someone();
        for (int taken = 0; taken < 5; taken++) {
            assertThat(limits.take("trial", key, 1).isAllowed()).isTrue();
        }

        RateLimits.Answer refused = limits.take("trial", key, 1);

        // Two hours for one of five in ten.
        assertThat(refused.secondsToWait()).isBetween(7100L, 7201L);
        assertThat(limits.take("trial", someone(), 5).isAllowed()).isTrue();
    }

    @Test
    void aPurposeThatNobodyConfiguredIsAMistake() {
        assertThatThrownBy(() -> limits.take("nothing", "x", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoNodesGiveNoMoreTogetherThanOneAlone() throws InterruptedException, ExecutionException {
        var other = new RateLimits(properties, redis, hash);
        String key = someone();
        Callable<Integer> takeMany = () -> (int) IntStream.range(0, 20)
                .filter(turn -> (turn % 2 == 0 ? limits : other).take("trial", key, 1).isAllowed())
                .count();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> taken = IntStream.range(0, 8).mapToObj(_ -> threads.submit(takeMany)).toList();
            int sum = 0;
            for (Future<Integer> each : taken) {
                sum += each.get();
            }
            assertThat(sum).isEqualTo(5);
        }
    }

    @Test
    void withoutRedisANodeGoesByItsOwnBucketsAtOnce() {
        String key = someone();
        assertThat(limits.take("trial", key, 5).isAllowed()).isTrue();
        TestEngines.redis().power().kill();
        try {
            Records.await(() -> redis.ask(connection -> connection.sync().ping()).isEmpty());
            for (int taken = 0; taken < 5; taken++) {
                assertThat(limits.take("trial", key, 1).isAllowed()).isTrue();
            }
            assertThat(limits.take("trial", key, 1).isAllowed()).isFalse();
            var asked = new AtomicInteger();
            redis.ask(_ -> asked.incrementAndGet());
            assertThat(asked).as("questions that waited for an answer").hasValue(0);
            assertThat(post("198.51.100.77", SMALL, null).statusCode()).isEqualTo(200);
        } finally {
            TestEngines.redis().power().start();
        }
        redisIsThere();
        assertThat(limits.take("trial", someone(), 5).isAllowed()).isTrue();
    }

    @Test
    void redisLearnsNoAddressAndNoAccount() {
        post("198.51.100.9", SMALL, null);
        limits.take("trial", "13800138000", 1);

        List<String> keys = redis.ask(connection -> connection.sync()
                .scan(KeyScanArgs.Builder.matches("jinlin:limit:*").limit(100_000))
                .getKeys()
                .stream()
                .map(key -> new String(key, UTF_8))
                .toList()).orElseThrow();

        assertThat(keys).isNotEmpty()
                .allMatch(key -> key.matches("jinlin:limit:[a-z-]+:[0-9a-f]{32}"))
                .noneMatch(key -> key.contains("13800138000"));
    }

    @Test
    void anAddressThatAsksTooOftenIsToldWhenToComeAgain() {
        for (int asked = 0; asked < 40; asked++) {
            post("198.51.100.1", "{ x }", null);
        }

        HttpResponse<String> refused = post("198.51.100.1", "{ x }", null);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isPositive();
        assertThat(refused.body()).contains("TOO_MANY_REQUESTS", "retryAfterSeconds", "请求过于频繁");
        assertThat(post("198.51.100.2", SMALL, null).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:1::1, 2001:db8:1:1:ffff::2, true", "2001:db8:2:1::1, 2001:db8:2:2::1, false",
        "203.0.113.1, 203.0.113.2, false"})
    void aWholeNetworkOfIpv6IsOneAddress(String one, String other, boolean same) {
        assertThat(Caller.at(one).equals(Caller.at(other))).isEqualTo(same);
    }

    @Test
    void costlyOperationsAreRefusedSoonerThanSmallOnesInBothLanguages() {
        String costly = "{ categories { a: code b: code c: code d: code e: code f: code g: code h: code i: code "
                + "j: code k: code l: code m: code n: code o: code p: code q: code r: code s: code t: code } }";
        for (int asked = 0; asked < 4; asked++) {
            assertThat(post("198.51.100.3", costly, null).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = post("198.51.100.3", costly, null);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("\"code\":\"TOO_MANY_REQUESTS\"", "请求过于频繁");
        assertThat(send(request("198.51.100.3", costly, null).header("Accept-Language", "en")).body())
                .contains("Too many requests; please try again in");
        assertThat(post("198.51.100.3", SMALL, null).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverIsSignedInHasABucketWhereverTheyComeFrom() {
        String one = tokens.staff(UUID.randomUUID());
        String other = tokens.staff(UUID.randomUUID());
        for (int asked = 0; asked < 33; asked++) {
            assertThat(post("198.51.100." + (100 + asked), SMALL, one).statusCode()).isEqualTo(200);
        }

        assertThat(post("198.51.100.4", SMALL, one).statusCode()).isEqualTo(429);
        assertThat(post("198.51.100.4", SMALL, other).statusCode()).isEqualTo(200);
        assertThat(post("198.51.100.4", SMALL, null).statusCode()).isEqualTo(200);
    }

    @Test
    void aDownloadHasALimitOfItsOwn() {
        URI table = URI.create(graphQl.address() + "/coverage.csv?category=PHA");
        var download = HttpRequest.newBuilder(table).header("X-Forwarded-For", "198.51.100.5").GET();
        assertThat(send(download).statusCode()).isNotEqualTo(429);
        send(download);

        HttpResponse<String> refused = send(download);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).startsWith("请求过于频繁");
    }

    @ParameterizedTest
    @CsvSource({"/oauth2/token, 198.51.100.6", "/oauth2/revoke, 198.51.100.7", "/graphql-ws, 198.51.100.8"})
    void theDoorsOfSignInsAndSocketsAreCountedToo(String door, String address) {
        for (int asked = 0; asked < 40; asked++) {
            assertThat(knock(door, address)).isNotEqualTo(429);
        }

        assertThat(knock(door, address)).isEqualTo(429);
    }

    private int knock(String door, String address) {
        var request = HttpRequest.newBuilder(URI.create(graphQl.address() + door)).header("X-Forwarded-For", address);
        return send(door.startsWith("/oauth2")
                ? request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("client_id=mini-program"))
                : request.GET()).statusCode();
    }

    private static String someone() {
        return UUID.randomUUID().toString();
    }

    private HttpResponse<String> post(String address, String document, @Nullable String token) {
        return send(request(address, document, token));
    }

    private HttpRequest.Builder request(String address, String document,
            @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(graphQl.address() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared()
                        .writeValueAsString(Map.of("query", document))));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (java.io.IOException failed) {
            throw new AssertionError("The service does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopped);
        }
    }
}
