package cn.jinlin.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.jinlin.engines.Engines;

/// The same statements in the same transactions, sent by pgbench to the same PostgreSQL: what is left when HTTP, GraphQL,
/// tokens and Java are taken away.
final class BookingBaseline {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([1-9][0-9]*)");

    private final Engines engines;
    private final Path script;

    BookingBaseline(Engines engines, Path folder) throws IOException {
        this.engines = engines;
        this.script = folder.resolve("booking.pgbench");
        try (InputStream text = Objects
                .requireNonNull(BookingBaseline.class.getResourceAsStream("booking.pgbench"))) {
            Files.copy(text, script);
        }
    }

    static Optional<Path> find() {
        return List.of("/usr/bin/pgbench", "/usr/local/bin/pgbench")
                .stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Bookings a second.
    ///
    /// @param base number of the first of the residents, of whom each client has 5,000
    double rate(BookingData.Place place, long firstSlot, int spread, long base, int clients, int seconds)
            throws IOException, InterruptedException {
        String pgbench = find().orElseThrow(() -> new IllegalStateException(
                "No pgbench here: install PostgreSQL's client programs, or leave the ratios out with --no-baseline"))
                .toString();
        Matcher address = Pattern.compile("//([^:/]+):(\\d+)/([^?]+)").matcher(engines.postgres().jdbcUrl());
        if (!address.find()) {
            throw new IllegalStateException("Not an address of PostgreSQL");
        }
        var builder = new ProcessBuilder(pgbench, "-h", address.group(1), "-p", address.group(2), "-U",
                engines.postgres().user(), "-n", "-M", "prepared", "-c", Integer.toString(clients), "-j", "2", "-T",
                Integer.toString(seconds), "-D", "n=0", "-D", "base=" + base, "-D", "first=" + firstSlot, "-D",
                "spread=" + spread, "-D", "series=" + place.series(), "-D", "service=" + place.service(), "-D",
                "facility=" + place.facility(), "-f", script.toString(), address.group(3)).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", engines.postgres().password());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find() || FAILED.matcher(said).find()) {
            throw new IllegalStateException("pgbench failed: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
