package cn.jinlin.standalone;

import java.io.PrintWriter;

import cn.jinlin.api.facility.intake.IntakeReport;

/// The outcome of an import as a few lines.
record ImportSummary(Screen screen, PrintWriter out) {
    void print(IntakeReport report, boolean dryRun) {
        out.println(screen.text("import.counts", report.rows(), report.created(), report.changed(), report.unchanged(),
                report.rejected()));
        report.findings()
                .forEach((code, count) -> out.println(
                        screen.text("import.finding", count, code.name(),
                                screen.text("import." + code.severity().name()))));
        if (!report.ignoredColumns().isEmpty()) {
            out.println(screen.text("import.ignored", String.join(", ", report.ignoredColumns())));
        }
        if (report.report() != null && !report.findings().isEmpty()) {
            out.println(screen.text("import.report", report.report().toAbsolutePath().normalize()));
        }
        out.println(screen.text(outcome(report, dryRun)));
        out.flush();
    }

    private static String outcome(IntakeReport report, boolean dryRun) {
        if (dryRun) {
            return "import.dry";
        }
        return report.written() ? "import.written" : "import.refused";
    }
}
