package cn.jinlin.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.circle.network.NetworkIntake;
import cn.jinlin.api.circle.network.WalkNetworkVersion;
import cn.jinlin.api.facility.index.IndexHealth;
import cn.jinlin.api.ledger.Head;
import cn.jinlin.api.ledger.Journal;
import cn.jinlin.api.ledger.Journals;
import cn.jinlin.api.ledger.Verdict;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What `doctor` looks at, one line a finding.
final class Examination {
    private static final long LEAST_FREE_BYTES = 1L << 30;
    private static final DateTimeFormatter SHANGHAI_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .withZone(ZoneId.of("Asia/Shanghai"));
    private static final int CACHE_ATTEMPTS = 5;
    /// Below this share of facilities near a path, the network is hardly that of the district.
    private static final double LEAST_ATTACHED = 0.5;
    private static final long MEBIBYTE = 1L << 20;

    private final Screen screen;
    private final PrintWriter out;
    private int problems;

    Examination(Screen screen, PrintWriter out) {
        this.screen = screen;
        this.out = out;
    }

    void ofMachine(DataFolder folder) {
        well("doctor.java", Runtime.version().toString(), System.getProperty("java.home"));
        try {
            Path path = Files.createDirectories(folder.path());
            long free = Files.getFileStore(path).getUsableSpace();
            if (!Files.isWritable(path)) {
                ill("doctor.folder.readonly", path);
            } else if (free < LEAST_FREE_BYTES) {
                ill("doctor.disk.full", path, free / MEBIBYTE);
            } else {
                well("doctor.folder", path, free / MEBIBYTE);
            }
        } catch (IOException e) {
            ill("data.unusable", folder.path(), e.toString());
        }
    }

    void ofRecord(ApplicationContext service) {
        try {
            JdbcClient record = service.getBean(JdbcClient.class);
            String version = record.sql("show server_version").query(String.class).single();
            long facilities = record.sql("select count(*) from facility where in_service").query(Long.class).single();
            long size = record.sql("select pg_database_size(current_database())").query(Long.class).single();
            well("doctor.record", version, facilities, size / MEBIBYTE);
        } catch (DataAccessException e) {
            ill("doctor.record.away", String.valueOf(e.getMessage()));
        }
    }

    /// Verifies every chain against itself, its seal, and the end that was noted last time.
    void ofJournals(Journals journals, JournalNotes notes) {
        try {
            for (String name : journals.list()) {
                Journal journal = journals.get(name);
                journal.chain();
                Optional<Head> noted = notes.findHead(name);
                Verdict verdict = noted.isPresent() ? journal.verifyAgainst(noted.get()) : journal.verify();
                Optional<Verdict.Fault> fault = verdict.findFault();
                if (fault.isPresent()) {
                    ill("doctor.journal.broken", name, fault.get().number(),
                            screen.text("doctor.journal." + fault.get().kind()));
                } else {
                    well("doctor.journal", name, verdict.entries(), verdict.head().fingerprint().substring(0, 16));
                    notes.note(verdict.head());
                }
            }
        } catch (DataAccessException | IOException e) {
            ill("doctor.journal.unreadable", e.toString());
        }
    }

    void ofCache(ApplicationContext service) {
        for (int attempt = 1;; attempt++) {
            try (var connection = service.getBean(RedisConnectionFactory.class).getConnection()) {
                well("doctor.cache", String.valueOf(connection.ping()));
                return;
            } catch (DataAccessException e) {
                // The service gives Redis little time, for its requests' sake; a busy machine may need more than that.
                if (attempt == CACHE_ATTEMPTS) {
                    ill("doctor.cache.away", e.getMostSpecificCause().toString());
                    return;
                }
            }
        }
    }

    void ofIndex(IndexHealth index) {
        if (!index.canBeAsked()) {
            ill("doctor.index.away");
            return;
        }
        IndexHealth.Backlog backlog = index.backlog();
        well("doctor.index", backlog.waiting());
        if (backlog.givenUp() > 0) {
            ill("doctor.index.given.up", backlog.givenUp());
            index.listGivenUp().forEach(letter -> out.println("     " + letter.facilityId() + ": " + letter.reason()));
        }
    }

    void ofCalendar(WorkingCalendar calendar) {
        LocalDate today = calendar.today();
        String year = Integer.toString(today.getYear());
        if (calendar.published().knows(today)) {
            well("doctor.calendar", year);
        } else {
            ill("doctor.calendar.unknown", year);
        }
    }

    void ofWalking(NetworkIntake networks) {
        try {
            networks.examine().ifPresentOrElse(this::ofNetwork, () -> note("doctor.walking.none"));
        } catch (DataAccessException e) {
            ill("doctor.walking.unread", String.valueOf(e.getMessage()));
        }
    }

    private void ofNetwork(NetworkIntake.InUse network) {
        WalkNetworkVersion version = network.version();
        well("doctor.walking", version.version(), version.source(), SHANGHAI_TIME.format(version.since()),
                version.nodes(),
                version.kilometres());
        double share = network.facilities() == 0 ? 1 : (double) network.attached() / network.facilities();
        if (network.facilities() == 0) {
            note("doctor.walking.no.facilities");
        } else if (share < LEAST_ATTACHED) {
            ill("doctor.walking.apart", share, network.attached(), network.facilities());
        } else {
            well("doctor.walking.attached", share, network.attached(), network.facilities());
        }
    }

    /// @return the command's exit code
    int conclude() {
        out.println(problems == 0 ? screen.text("doctor.well") : screen.text("doctor.ill", problems));
        return problems == 0 ? 0 : 1;
    }

    private void well(String key, Object... values) {
        out.println("  ✓  " + screen.text(key, values));
    }

    /// Worth knowing, and nobody has to do anything.
    private void note(String key, Object... values) {
        out.println("  ·  " + screen.text(key, values));
    }

    private void ill(String key, Object... values) {
        problems++;
        out.println("  ✗  " + screen.text(key, values));
    }
}
