package cn.jinlin.api.facility.intake.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/// Gathers findings: counts them all, and writes each to the report file at once, because there may be millions.
@NamedInterface("intake")
public final class Findings implements AutoCloseable {

    /// So that spreadsheet programs take the file for UTF-8.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<Code, Long> counts = new EnumMap<>(Code.class);
    private final @Nullable CSVPrinter report;

    private Findings(@Nullable CSVPrinter report) {
        this.report = report;
    }

    /// @param file where to write; null to count only
    public static Findings into(@Nullable Path file) {
        if (file == null) {
            return new Findings(null);
        }
        try {
            Writer out = Files.newBufferedWriter(file);
            out.write(BYTE_ORDER_MARK);
            return new Findings(CSVFormat.EXCEL.builder()
                    .setHeader("line", "record", "severity", "code", "field", "value", "message_zh", "message_en")
                    .get()
                    .print(out));
        } catch (IOException e) {
            throw new IntakeRefused(Refusal.FILE_UNREADABLE, file.toString());
        }
    }

    public void add(Finding finding) {
        counts.merge(finding.code(), 1L, Long::sum);
        if (report == null) {
            return;
        }
        try {
            report.printRecord(finding.line(), finding.record(), finding.code().severity(), finding.code(),
                    finding.field(),
                    harmless(finding.value()), finding.wording().zh(), finding.wording().en());
        } catch (IOException e) {
            throw new UncheckedIOException("The report file cannot be written", e);
        }
    }

    /// A value that a spreadsheet would run as a formula is shown as text.
    private static String harmless(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    public Map<Code, Long> counts() {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    public long count(Code.Severity severity) {
        return counts.entrySet()
                .stream()
                .filter(entry -> entry.getKey().severity() == severity)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public void close() {
        if (report != null) {
            try {
                report.close(true);
            } catch (IOException e) {
                throw new UncheckedIOException("The report file cannot be written", e);
            }
        }
    }
}
