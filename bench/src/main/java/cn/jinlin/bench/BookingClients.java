package cn.jinlin.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.jinlin.api.security.Subject;
import org.springframework.context.ConfigurableApplicationContext;

/// Residents who hold and book over HTTP, each signed in as themselves.
final class BookingClients {

    private static final Pattern HOLD = Pattern.compile("\"hold\":\\{\"id\":\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final String HOLD_SLOT = "mutation($input: HoldSlotInput!) { holdSlot(input: $input) { hold { id } userErrors { code } } }";
    private static final String BOOK = "mutation($input: BookAppointmentInput!) { bookAppointment(input: $input) { appointment { number } userErrors { code } } }";
    private static final int MOST_TRIES = 10;
    private static final String BOOKED = "\"number\":\"";

    private final String address;
    private final Map<Long, String> tokens = new ConcurrentHashMap<>();

    BookingClients(String address) {
        this.address = address + "/graphql";
    }

    /// Signs in residents from one number to another, before anything is measured.
    void signIn(ConfigurableApplicationContext node, long from, long to) {
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (long number = from; number < to; number++) {
                long resident = number;
                pool.execute(() -> tokens.put(resident, QuietNode.token(node,
                        new Subject(Subject.Kind.RESIDENT, BookingData.resident(resident)))));
            }
        }
    }

    /// What became of all.
    ///
    /// @param codes refusals by code; BOOKED are those who got a place
    /// @param lost who got no answer
    record Outcome(Map<String, AtomicLong> codes, long lost, double seconds) {

        long count(String code) {
            return codes.getOrDefault(code, new AtomicLong()).get();
        }
    }

    /// Each resident holds and books once.
    ///
    /// @param slots by resident
    /// @param atOnce so many requests under way at a time
    Outcome book(long from, long to, java.util.function.LongUnaryOperator slots, int atOnce)
            throws InterruptedException {
        var codes = new ConcurrentHashMap<String, AtomicLong>();
        var lost = new AtomicLong();
        var lines = new Semaphore(atOnce);
        long start = System.nanoTime();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long number = from; number < to; number++) {
                long resident = number;
                lines.acquire();
                pool.execute(() -> {
                    try {
                        String code = book(resident, slots.applyAsLong(resident));
                        codes.computeIfAbsent(code, _ -> new AtomicLong()).incrementAndGet();
                    } catch (IllegalStateException unanswered) {
                        lost.incrementAndGet();
                    } finally {
                        lines.release();
                    }
                });
            }
        }
        return new Outcome(codes, lost.get(), (System.nanoTime() - start) / 1e9);
    }

    private String book(long resident, long slot) {
        String held = send(resident, HOLD_SLOT, hold(slot));
        Matcher hold = HOLD.matcher(held);
        if (!hold.find()) {
            return code(held);
        }
        String booked = send(resident, BOOK, "{\"hold\":\"" + hold.group(1) + "\",\"idempotencyKey\":\""
                + UUID.randomUUID() + "\"}");
        return booked.contains(BOOKED) ? "BOOKED" : code(booked);
    }

    private static String code(String answer) {
        Matcher code = CODE.matcher(answer);
        return code.find() ? code.group(1) : answer;
    }

    private static String hold(long slot) {
        return "{\"slot\":\"" + id("Slot", slot) + "\",\"idempotencyKey\":\"" + UUID.randomUUID() + "\"}";
    }

    static String id(String type, Object key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((type + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    /// As any client does who is told to come back in a moment: the same again, under the same key.
    private String send(long resident, String document, String input) {
        Exchange exchange = exchange(resident, document, input);
        for (int tries = 1;; tries++) {
            try {
                return new String(exchange.send(), StandardCharsets.UTF_8);
            } catch (IllegalStateException refused) {
                if (tries == MOST_TRIES || !String.valueOf(refused.getMessage()).contains("TOO_MANY_REQUESTS")) {
                    throw refused;
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    /// Asking for a place in a slot, again and again.
    Exchange holding(long resident, long slot) {
        return exchange(resident, HOLD_SLOT, hold(slot));
    }

    /// A mutation that does nothing: what any mutation costs.
    Exchange nothing(long resident) {
        return exchange(resident,
                "mutation($input: ReleaseHoldInput!) { releaseHold(input: $input) { released userErrors { code } } }",
                "{\"hold\":\"x\"}");
    }

    /// As the portal does it: one document for all, with what differs in its variables.
    private Exchange exchange(long resident, String document, String input) {
        return Exchange
                .post(address, ("{\"query\":\"" + document + "\",\"variables\":{\"input\":" + input + "}}")
                        .getBytes(StandardCharsets.UTF_8), "application/json")
                .with("Authorization", "Bearer " + tokens.get(resident));
    }
}
