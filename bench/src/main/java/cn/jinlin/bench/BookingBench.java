package cn.jinlin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import cn.jinlin.engines.EngineListener;
import cn.jinlin.engines.EngineSettings;
import cn.jinlin.engines.Engines;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Booking: the morning on which wanted places go out, bookings a second, refusals, and looking for a time.
@Command(name = "booking", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Wanted places going out to many at once, bookings a second, refusals when full, and the slots query.",
    "Baseline: pgbench with the same statements in the same transactions on the same PostgreSQL; for refusals a mutation"
            + " that does nothing."})
final class BookingBench implements Callable<Integer> {

    private static final String STORM_HEAD = "| seed | killed | seconds | booked | moved | called off | told full | asked again | findings |%n| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
            .formatted();
    private static final int PLACES = 300;
    private static final int ROUNDS = 2;
    /// Bookings until the service's hot paths are compiled.
    private static final int WARM_UP = 8000;
    /// Residents of pgbench have numbers of their own.
    private static final long OTHERS = 10_000_000;

    @Option(names = "--storm", defaultValue = "10000", paramLabel = "N", description = "Residents who want one of 300 places. Default: ${DEFAULT-VALUE}")
    private int storm;

    @Option(names = "--connections", defaultValue = "512", paramLabel = "N", description = "Of them at once. Default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(names = "--bookings", defaultValue = "2000", paramLabel = "N", description = "Bookings a round; each side has two. Default: ${DEFAULT-VALUE}")
    private int bookings;

    @Option(names = "--clients", defaultValue = "16", paramLabel = "N", description = "Clients at once elsewhere. Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--seconds", defaultValue = "5", paramLabel = "N", description = "Length of a round of the baseline, of refusals and of queries. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--slots-a-day", defaultValue = "1", paramLabel = "N", description = "Slots of a day at each of 20 facilities that the slots query finds. Default: ${DEFAULT-VALUE}")
    private int slotsADay;

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "Some of ${COMPLETION-CANDIDATES}; all where none is named.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(names = "--past", arity = "0..1", defaultValue = "0", fallbackValue = "10000000", paramLabel = "N", description = "Asks for slots once more with so many past appointments on record; ${FALLBACK-VALUE} where no number is given.")
    private long past;

    @Option(names = "--storms", defaultValue = "0", paramLabel = "N", description = "Instead of measuring: so many storms on two nodes, with random kills of nodes and engines, and what is found on record after each.")
    private int storms;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Of the first storm. Default: ${DEFAULT-VALUE}")
    private long seed;

    /// What is measured.
    enum Part {
        STORM, BOOKINGS, SLOTS
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (storms > 0) {
            return rage();
        }
        var table = new Table(new PrintStream(System.out, true, StandardCharsets.UTF_8), "clients");
        Path folder = Files.createTempDirectory("jinlin-bench");
        try (Engines engines = Engines.start(EngineSettings.in(folder.resolve("data")), EngineListener.SILENT);
                ServiceProcess service = ServiceProcess.start(engines, folder.resolve("bench.log"));
                ConfigurableApplicationContext node = QuietNode.start(engines);
                BookingData data = new BookingData(engines)) {
            var bookers = new BookingClients(service.address());
            // A service that has been up for a while is what residents meet.
            warm(data, bookers, node, data.place());
            if (parts.contains(Part.STORM)) {
                storm(data, bookers, node, table);
            }
            if (parts.contains(Part.BOOKINGS)) {
                bookings(data, bookers, node, new BookingBaseline(engines, folder), table);
            }
            if (parts.contains(Part.SLOTS)) {
                slots(data, service, table);
            }
        } finally {
            Folders.delete(folder);
        }
        table.print();
        return 0;
    }

    private int rage() throws IOException, InterruptedException, SQLException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("jinlin-bench");
        boolean isFine = true;
        try (BookingStorms raging = BookingStorms.start(EngineSettings.in(folder.resolve("data")),
                folder.resolve("bench.log"))) {
            out.println(STORM_HEAD);
            for (int storm = 0; storm < storms; storm++) {
                BookingStorms.Report report = raging.storm(seed + storm);
                out.printf(Locale.ROOT, "| %d | %s | %.0f | %,d | %,d | %,d | %,d | %,d | %d |%n", seed + storm,
                        String.join(", ", report.killed()), report.seconds(),
                        report.count("booked"), report.count("moved"), report.count("called off"),
                        report.count("SLOT_FULL"), report.repeated(), report.findings().size());
                report.findings().forEach(out::println);
                isFine &= report.findings().isEmpty();
            }
        } finally {
            Folders.delete(folder);
        }
        return isFine ? 0 : 1;
    }

    private void storm(BookingData data, BookingClients bookers, ConfigurableApplicationContext node, Table table)
            throws SQLException, InterruptedException {
        BookingData.Place place = data.place();
        long slot = data.slots(place.series(), 1, PLACES);
        data.residents(1, storm + 1L);
        bookers.signIn(node, 1, storm + 1L);
        BookingClients.Outcome outcome = bookers.book(1, storm + 1L, _ -> slot, connections);
        int standing = data.number("select count(*) from appointment where slot_id = %d and state = 'BOOKED'", slot);
        table.add(storm, "storm on 300 places: booked and on record",
                outcome.count("BOOKED") + ", " + standing, "300, 300");
        table.add(storm, "storm: told that it is full", Long.toString(outcome.count("SLOT_FULL")),
                String.format(Locale.ROOT, "%,d", storm - PLACES));
        table.add(storm, "storm: without a final answer",
                Long.toString(storm - outcome.count("BOOKED") - outcome.count("SLOT_FULL")), "0");
        if (outcome.lost() > 0 || outcome.codes().size() > 2) {
            table.add(storm, "storm: other answers", outcome.toString(), "none");
        }
        table.add(storm, "storm: everybody answered after", String.format(Locale.ROOT, "%.1f s", outcome.seconds()),
                "");
        List<Exchange> refused = LongStream.range(storm / 2, storm / 2 + 64)
                .mapToObj(resident -> bookers.holding(resident + 1, slot))
                .toList();
        List<Exchange> nothing = LongStream.range(storm / 2, storm / 2 + 64)
                .mapToObj(resident -> bookers.nothing(resident + 1))
                .toList();
        table.add(clients, "refused as full : a mutation that does nothing", "1/s",
                new Contest(refused, nothing).throughput(clients, seconds), ">= 0.5");
    }

    private void warm(BookingData data, BookingClients bookers, ConfigurableApplicationContext node,
            BookingData.Place place) throws SQLException, InterruptedException {
        long from = OTHERS / 2;
        data.residents(from, from + WARM_UP);
        bookers.signIn(node, from, from + WARM_UP);
        long slot = data.slots(place.series(), 1, WARM_UP);
        bookers.book(from, from + WARM_UP, _ -> slot, clients);
        data.awaitAllTold();
    }

    private void bookings(BookingData data, BookingClients bookers, ConfigurableApplicationContext node,
            BookingBaseline baseline, Table table) throws IOException, InterruptedException, SQLException {
        BookingData.Place place = data.place();
        long next = storm + 1L;
        long others = OTHERS;
        for (int spread : new int[]{1, 1000}) {
            double ours = 0;
            double theirs = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long first = data.slots(place.series(), spread, 100_000);
                data.residents(next, next + bookings);
                bookers.signIn(node, next, next + bookings);
                BookingClients.Outcome outcome = bookers.book(next, next + bookings,
                        resident -> first + resident % spread, clients);
                if (outcome.count("BOOKED") != bookings) {
                    throw new IllegalStateException("Not everybody could book: " + outcome);
                }
                ours += bookings / outcome.seconds();
                next += bookings;
                // Whoever tells people of their bookings is not to be in the baseline's way.
                data.awaitAllTold();
                data.residents(others, others + 5000L * (clients + 1));
                theirs += baseline.rate(place, first, spread, others, clients, seconds);
                others += 5000L * (clients + 1);
            }
            table.add(clients, spread == 1 ? "bookings on one slot : pgbench" : "bookings over 1,000 slots : pgbench",
                    "1/s", new Contest.Sides(ours / ROUNDS, theirs / ROUNDS), spread == 1 ? ">= 0.5" : ">= 0.4");
        }
    }

    private void slots(BookingData data, ServiceProcess service, Table table) throws SQLException {
        data.month(slotsADay);
        List<Exchange> same = List.of(asking(service, data.facilities()));
        // Facilities in another order are another question, so that nobody is answered with what another one asked.
        List<Exchange> others = Stream.generate(() -> asking(service, shuffled(data.facilities())))
                .limit(2000)
                .toList();
        Exchange nothing = Exchange.post(service.address() + "/graphql",
                "{\"query\":\"{ __typename }\"}".getBytes(StandardCharsets.UTF_8), "application/json");
        var together = new Contest(same, List.of(nothing));
        var alone = new Contest(others, List.of(nothing));
        double median = alone.latency(500).product();
        double before = alone.slowest(clients, seconds).product();
        table.add(clients, "slots of 30 days at 20 facilities, asked by all, 99 of 100",
                String.format(Locale.ROOT, "%.1f ms", together.slowest(clients, seconds).product()), "< 30 ms");
        table.add(clients, "the same, each with a question of their own, 99 of 100",
                String.format(Locale.ROOT, "%.1f ms", before), "");
        table.add(1, "the same, one client, median", String.format(Locale.ROOT, "%.1f ms", median), "");
        if (past > 0) {
            data.past(past);
            table.add(1, String.format(Locale.ROOT, "the same, median, with %,d past ones : before", past), "ms",
                    new Contest.Sides(alone.latency(500).product(), median), "<= 1.3");
            table.add(clients, "the same, 99 of 100", "ms",
                    new Contest.Sides(alone.slowest(clients, seconds).product(), before), "<= 1.3");
        }
    }

    private static Exchange asking(ServiceProcess service, List<Long> facilities) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String query = "query($input: SlotsInput!) { slots(input: $input) { facilities { facility { id name }"
                + " slots { id startsAt state free } } } }";
        String named = facilities.stream()
                .map(one -> '"' + BookingClients.id("Facility", one) + '"')
                .collect(Collectors.joining(","));
        return Exchange.post(service.address() + "/graphql",
                ("{\"query\":\"" + query + "\",\"variables\":{\"input\":{\"service\":\"" + BookingData.SERVICE
                        + "\",\"from\":\"" + today + "\",\"to\":\"" + today.plusDays(30) + "\",\"facilities\":["
                        + named + "]}}}").getBytes(StandardCharsets.UTF_8),
                "application/json");
    }

    private static List<Long> shuffled(List<Long> facilities) {
        List<Long> mixed = new ArrayList<>(facilities);
        Collections.shuffle(mixed);
        return mixed;
    }
}
