package cn.jinlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import cn.jinlin.api.security.Subject;
import cn.jinlin.engines.EngineListener;
import cn.jinlin.engines.EngineSettings;
import cn.jinlin.engines.Engines;
import org.springframework.context.ConfigurableApplicationContext;

/// Storms of booking on two nodes of the service while nodes and engines are killed, and what is found on record after each.
final class BookingStorms implements AutoCloseable {

    private static final int CLIENTS = 64;
    private static final int RESIDENTS_EACH = 6;
    private static final int SLOTS = 12;
    private static final int CAPACITY = 15;

    private final EngineSettings settings;
    private final Engines engines;
    private final ServiceProcess one;
    private final ServiceProcess other;
    private final ConfigurableApplicationContext node;
    private long nextResident = 1;

    private BookingStorms(EngineSettings settings, Engines engines, ServiceProcess one, ServiceProcess other,
            ConfigurableApplicationContext node) throws SQLException {
        this.settings = settings;
        this.engines = engines;
        this.one = one;
        this.other = other;
        this.node = node;
        try (BookingData _ = new BookingData(engines)) {
            // There is a service now, with a schedule.
        }
    }

    /// @param log of the nodes
    static BookingStorms start(EngineSettings settings, Path log)
            throws IOException, InterruptedException, SQLException {
        Engines engines = Engines.start(settings, EngineListener.SILENT);
        String brief = "--jinlin.booking.hold-for=8s";
        ServiceProcess one = ServiceProcess.start(engines, log, brief);
        return new BookingStorms(settings, engines, one, ServiceProcess.start(engines, log, brief),
                QuietNode.start(engines));
    }

    /// What came of a storm.
    ///
    /// @param killed in that order
    /// @param outcomes final answers by kind
    /// @param repeated requests sent again because no final answer came
    /// @param findings empty where everything fits
    record Report(List<String> killed, Map<String, Long> outcomes, long repeated, double seconds,
            List<String> findings) {

        long count(String outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }
    }

    /// @param seed of what is killed when, and of who wants what
    Report storm(long seed) throws IOException, InterruptedException, SQLException {
        return storm(seed, false);
    }

    /// The same without what keeps a slot from being oversold, and without waiting for the disk.
    Report stormWithoutGuards(long seed) throws IOException, InterruptedException, SQLException {
        return storm(seed, true);
    }

    private Report storm(long seed, boolean withoutGuards) throws IOException, InterruptedException, SQLException {
        var random = new Random(seed);
        List<Long> slots;
        long first = nextResident;
        nextResident += CLIENTS * RESIDENTS_EACH;
        try (BookingData data = BookingData.known(engines)) {
            long slot = data.slots(data.place().series(), SLOTS, CAPACITY);
            slots = LongStream.range(slot, slot + SLOTS).boxed().toList();
            data.residents(first, nextResident);
            if (withoutGuards) {
                data.dropBounds();
                commitWithoutTheDisk();
            }
        }
        List<List<StormResident>> residents = IntStream.range(0, CLIENTS)
                .mapToObj(client -> LongStream.range(0, RESIDENTS_EACH)
                        .mapToObj(own -> new StormResident(first + (long) client * RESIDENTS_EACH + own))
                        .toList())
                .toList();
        var clients = new StormClients(List.of(one.address(), other.address()), signIn(first, nextResident), slots);
        var faults = new StormFaults(engines, List.of(one, other), clients::acknowledged, random);
        long start = System.nanoTime();
        rage(clients, residents, faults, random);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<StormResident> all = residents.stream().flatMap(List::stream).toList();
        try (var findings = new StormFindings(engines)) {
            return new Report(faults.killed(), clients.outcomes(), clients.repeated(), seconds,
                    findings.look(slots, CAPACITY, all));
        }
    }

    /// From the next start of PostgreSQL on, as it would be where somebody wanted it faster.
    private void commitWithoutTheDisk() throws IOException {
        Files.writeString(settings.data().resolve("postgres/cluster/postgresql.conf"),
                "\nsynchronous_commit = off\nwal_writer_delay = 10s\nwal_writer_flush_after = 1GB\n",
                StandardOpenOption.APPEND);
    }

    private static void rage(StormClients clients, List<List<StormResident>> residents, StormFaults faults,
            Random random) throws InterruptedException {
        var isOver = new AtomicBoolean();
        var failures = new ArrayList<Throwable>();
        var dice = new Random(random.nextLong());
        Thread raging = Thread.ofPlatform().start(() -> clients.run(residents, isOver::get, dice));
        try {
            faults.run();
        } catch (IllegalStateException failed) {
            failures.add(failed);
        } finally {
            isOver.set(true);
            raging.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("The storm could not be made", failures.getFirst());
        }
    }

    private Map<Long, String> signIn(long from, long to) {
        Map<Long, String> tokens = new ConcurrentHashMap<>();
        LongStream.range(from, to)
                .parallel()
                .forEach(resident -> tokens.put(resident, QuietNode.token(node,
                        new Subject(Subject.Kind.RESIDENT, BookingData.resident(resident)))));
        return tokens;
    }

    @Override
    public void close() {
        node.close();
        one.close();
        other.close();
        engines.close();
    }
}
