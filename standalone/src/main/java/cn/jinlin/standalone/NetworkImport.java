package cn.jinlin.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

import cn.jinlin.api.circle.network.NetworkIntake;
import cn.jinlin.api.circle.network.NetworkIntake.ForeignNetworkException;
import cn.jinlin.search.walk.RoadOffset;
import cn.jinlin.search.walk.WalkNetwork;
import cn.jinlin.search.walk.osm.NetworkRefusedException;
import cn.jinlin.search.walk.osm.NetworkReport;

/// Takes an OpenStreetMap extract in as the walking network and tells what came of it.
record NetworkImport(NetworkIntake intake, Screen screen, PrintWriter out) {

    private static final int PERCENT = 100;

    void run(Path file, NetworkIntake.Options options) {
        try {
            print(intake.run(file, options, progress()), options.dryRun());
        } catch (NetworkRefusedException refused) {
            throw screen.failure("network." + refused.code().name(), String.valueOf(refused.getMessage()));
        } catch (ForeignNetworkException elsewhere) {
            WalkNetwork.Bounds bounds = elsewhere.bounds();
            throw screen.failure("network.FOREIGN", degrees(bounds.southWest().lat()),
                    degrees(bounds.southWest().lon()),
                    degrees(bounds.northEast().lat()), degrees(bounds.northEast().lon()));
        }
    }

    /// Warns where places and roads lie apart as two coordinate systems do.
    static void warn(RoadOffset.Shift shift, Screen screen, PrintWriter out) {
        if (shift.isSystematic()) {
            out.println(screen.text("network.shifted", Math.round(shift.metres()), shift.places(),
                    Math.round(shift.before()), Math.round(shift.after())));
        }
    }

    private DoubleConsumer progress() {
        LongConsumer percent = screen.progress("network.progress");
        return share -> percent.accept(Math.round(share * PERCENT));
    }

    private void print(NetworkIntake.Outcome outcome, boolean dryRun) {
        NetworkReport report = outcome.report();
        out.println(screen.text("network.ways", report.waysWalkable(), report.waysRead()));
        report.refused().forEach((reason, count) -> out.println(screen.text("network.refused", count, reason.name())));
        out.println(screen.text("network.size", report.nodes(), report.edges(), report.kilometres()));
        out.println(screen.text("network.islands", report.islands().islands(), report.islands().nodes(),
                report.islands().kilometres()));
        if (report.missingReferences() > 0) {
            out.println(screen.text("network.cut", report.missingReferences()));
        }
        if (outcome.facilities() > 0) {
            out.println(screen.text("network.attached", outcome.attached(), outcome.facilities(),
                    PERCENT * outcome.attached() / outcome.facilities()));
        }
        outcome.shift().ifPresent(shift -> warn(shift, screen, out));
        outcome.version().ifPresent(version -> out.println(screen.text("network.in.use", version.version())));
        if (dryRun) {
            out.println(screen.text("import.dry"));
        }
        out.flush();
    }

    private static String degrees(double value) {
        return String.format(java.util.Locale.ROOT, "%.4f", value);
    }
}
