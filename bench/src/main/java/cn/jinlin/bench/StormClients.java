package cn.jinlin.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Clients over HTTP who hold, book, move and call off as long as a storm lasts. Whoever gets no final answer asks the same
/// again under the same key, of whichever node, until there is one.
final class StormClients {

    private static final String HOLD = "mutation($input: HoldSlotInput!) { holdSlot(input: $input) { hold { id } userErrors { code } } }";
    private static final String BOOK = "mutation($input: BookAppointmentInput!) { bookAppointment(input: $input) { appointment { id } userErrors { code } } }";
    private static final String MOVE = "mutation($input: RescheduleAppointmentInput!) { rescheduleAppointment(input: $input) { appointment { id } userErrors { code } } }";
    private static final String CANCEL = "mutation($input: CancelAppointmentInput!) { cancelAppointment(input: $input) { appointment { id } userErrors { code } } }";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("\"userErrors\":\\[\\{\"code\":\"([A-Z_]+)\"");
    private static final List<String> DONE = List.of("booked", "moved", "called off");
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final List<String> nodes;
    private final Map<Long, String> tokens;
    private final List<Long> slots;
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final LongAdder repeated = new LongAdder();
    private final AtomicInteger turn = new AtomicInteger();

    /// @param tokens by resident
    StormClients(List<String> nodes, Map<Long, String> tokens, List<Long> slots) {
        this.nodes = nodes;
        this.tokens = tokens;
        this.slots = slots;
    }

    /// So many threads, each with residents of its own, until the storm is over.
    void run(List<List<StormResident>> residents, BooleanSupplier isOver, Random random) {
        try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<StormResident> own : residents) {
                var dice = new Random(random.nextLong());
                pool.execute(() -> {
                    for (int next = 0; !isOver.getAsBoolean(); next++) {
                        act(own.get(next % own.size()), dice);
                    }
                });
            }
        }
    }

    private void act(StormResident resident, Random dice) {
        try {
            StormResident.Told standing = resident.standing();
            if (standing == null) {
                book(resident, anySlot(dice), dice);
            } else if (dice.nextBoolean()) {
                move(resident, standing, anySlot(dice));
            } else {
                cancel(resident, standing);
            }
        } catch (IllegalStateException never) {
            resident.leftWithoutAnswer();
            count("UNANSWERED: " + never.getMessage());
        }
    }

    private long anySlot(Random dice) {
        return slots.get(dice.nextInt(slots.size()));
    }

    private void book(StormResident resident, long slot, Random dice) {
        String held = send(resident, HOLD, "\"slot\":\"" + BookingClients.id("Slot", slot) + '"');
        if (isRefused(held)) {
            return;
        }
        if (dice.nextInt(10) == 0) {
            // Walks away, and the hold lapses.
            count("walked away");
            return;
        }
        String booked = send(resident, BOOK, "\"hold\":\"" + id(held) + '"');
        if (!isRefused(booked)) {
            count("booked");
            resident.booked(uuid(booked), slot);
        }
    }

    private void move(StormResident resident, StormResident.Told standing, long slot) {
        String moved = send(resident, MOVE, named(standing) + ",\"slot\":\"" + BookingClients.id("Slot", slot) + '"');
        if (!isRefused(moved)) {
            count("moved");
            resident.booked(standing.appointment(), slot);
        }
    }

    private void cancel(StormResident resident, StormResident.Told standing) {
        if (!isRefused(send(resident, CANCEL, named(standing)))) {
            count("called off");
            resident.cancelled(standing.appointment());
        }
    }

    private static String named(StormResident.Told standing) {
        return "\"appointment\":\"" + BookingClients.id("Appointment", standing.appointment()) + '"';
    }

    /// A refusal is a final answer too.
    private boolean isRefused(String answer) {
        Matcher code = CODE.matcher(answer);
        if (code.find()) {
            count(code.group(1));
            return true;
        }
        return false;
    }

    /// @throws IllegalStateException when there is no final answer for three minutes
    private String send(StormResident resident, String document, String input) {
        byte[] body = ("{\"query\":\"" + document + "\",\"variables\":{\"input\":{" + input + ",\"idempotencyKey\":\""
                + UUID.randomUUID() + "\"}}}").getBytes(StandardCharsets.UTF_8);
        long end = System.nanoTime() + PATIENCE_NANOS;
        String last = "";
        while (System.nanoTime() - end < 0) {
            String node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
            try {
                last = new String(Exchange.post(node + "/graphql", body, "application/json")
                        .with("Authorization", "Bearer " + tokens.get(resident.number()))
                        .send(), StandardCharsets.UTF_8);
                if (!last.contains("\"errors\":[")) {
                    return last;
                }
            } catch (IllegalStateException lost) {
                last = String.valueOf(lost.getMessage());
            }
            repeated.increment();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new IllegalStateException(last);
    }

    private static String id(String answer) {
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new IllegalStateException("No id in " + answer);
        }
        return id.group(1);
    }

    private static UUID uuid(String answer) {
        String global = new String(Base64.getUrlDecoder().decode(id(answer)), StandardCharsets.UTF_8);
        return UUID.fromString(global.substring(global.indexOf(':') + 1));
    }

    private void count(String outcome) {
        outcomes.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
    }

    /// Final answers by kind.
    Map<String, Long> outcomes() {
        Map<String, Long> counted = new TreeMap<>();
        outcomes.forEach((outcome, count) -> counted.put(outcome, count.sum()));
        return counted;
    }

    /// Acts that residents were told of as done.
    long acknowledged() {
        return DONE.stream().map(outcomes::get).filter(Objects::nonNull).mapToLong(LongAdder::sum).sum();
    }

    /// Requests that were sent again because no final answer came.
    long repeated() {
        return repeated.sum();
    }
}
