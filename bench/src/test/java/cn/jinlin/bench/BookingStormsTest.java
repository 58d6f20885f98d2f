package cn.jinlin.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;

import cn.jinlin.engines.EngineSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/// Two nodes, real engines, sixty-four clients, and kills of everything: a short form of `jinlin bench booking --storms 10`.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BookingStormsTest {

    private static final Duration BOUND = Duration.ofMinutes(6);

    @TempDir
    static Path folder = Path.of("");

    private static @Nullable BookingStorms started;

    @BeforeAll
    static void start() throws Exception {
        EngineSettings settings = EngineSettings.in(folder.resolve("data"));
        started = BookingStorms.start(
                settings.withBinaries(settings.elasticsearchArchive().resolveSibling("../unpacked").normalize()),
                folder.resolve("nodes.log"));
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    private static BookingStorms storms() {
        return Objects.requireNonNull(started);
    }

    @Test
    @Order(1)
    void whateverIsKilledNobodyLosesWhatTheyWereToldAndNoSlotIsOversold() {
        long seed = new Random().nextLong();
        BookingStorms.Report report = assertTimeout(BOUND, () -> storms().storm(seed));

        assertThat(report.findings()).as("seed " + seed + ": " + report).isEmpty();
        assertThat(report.killed()).hasSize(5);
        assertThat(report.count("booked")).isGreaterThan(100);
        assertThat(report.count("SLOT_FULL")).isPositive();
        assertThat(report.repeated()).isPositive();
    }

    /// Last: nothing after it is guarded any more.
    @Test
    @Order(2)
    void theSameStormOversellsAndForgetsWhereNothingGuardsAgainstIt() {
        BookingStorms.Report report = assertTimeout(BOUND, () -> storms().stormWithoutGuards(1));

        assertThat(report.findings()).anyMatch(finding -> finding.startsWith("oversold"))
                .anyMatch(finding -> finding.startsWith("lost"));
    }
}
