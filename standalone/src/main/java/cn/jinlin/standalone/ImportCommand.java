package cn.jinlin.standalone;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;

import cn.jinlin.api.facility.intake.Intake;
import cn.jinlin.api.facility.intake.IntakeOptions;
import cn.jinlin.api.facility.intake.IntakeReport;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.engines.EngineName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes a file into the record.
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false, description = {
    "Imports facilities (CSV, GeoJSON, HSDS JSON), boundaries (GeoJSON) or a working calendar (JSON).",
    "A file with one bad row changes nothing, unless --accept-valid takes the others. The report file names",
    "every bad or doubtful row with its line and reason. Importing a file again changes what changed in it."}, footer = {
        "", "Header names may be Chinese or English; for others a mapping file says, in lines like",
        "  name = 机构名称", "which column is which field: id, name, category, address, lat, lon, phones, ...", "",
        "Examples:", "  jinlin import 机构.csv --crs GCJ02 --dry-run",
        "  jinlin import streets.geojson --kind boundaries --crs WGS84",
        "  jinlin import 2027.json --kind calendar", "",
        "Ends with 0 when the file was taken (or would be, on a dry run), 1 when not."})
final class ImportCommand implements Callable<Integer> {
    enum Kind {
        FACILITIES, BOUNDARIES, CALENDAR
    }

    @Parameters(paramLabel = "FILE", descriptionKey = "file", description = "What to import.")
    private Path file = Path.of("");

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "facilities", descriptionKey = "kind", description = "facilities, boundaries or calendar. Default: ${DEFAULT-VALUE}.")
    private Kind kind = Kind.FACILITIES;

    @Option(names = "--crs", paramLabel = "CRS", descriptionKey = "crs", description = "Coordinate system of the file's points: WGS84 (GPS), GCJ02 (Amap, Tencent, WeChat) or BD09 (Baidu). "
            + "Must be declared for facilities and boundaries.")
    private @Nullable CoordinateSystem crs;

    @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "mapping", description = "Properties file of field = header, for headers that are not recognised.")
    private @Nullable Path mapping;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "source", description = "Who gave the file: ids are unique within a source. Default: the file's name without its ending.")
    private @Nullable String source;

    @Option(names = "--accept-valid", descriptionKey = "accept-valid", description = "Take the good rows where others are bad.")
    private boolean acceptValid;

    @Option(names = "--dry-run", descriptionKey = "dry-run", description = "Do everything, report everything, keep nothing.")
    private boolean dryRun;

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "report", description = "Where the report goes. Default: import-report-<name of FILE>.csv in the working folder.")
    private @Nullable Path report;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Screen screen = Screen.ofTerminal();
        for (Path needed : mapping == null ? new Path[]{file} : new Path[]{file, mapping}) {
            if (!Files.isReadable(needed)) {
                throw screen.failure("import.file.absent", needed);
            }
        }
        try (Backends backends = Backends.forCommand(data.folder(), EnumSet.allOf(EngineName.class), screen);
                var service = new Service(backends, data.folder(), screen).open()) {
            screen.say("import.began", file);
            IntakeReport result = run(service.getBean(Intake.class), screen);
            PrintWriter out = spec.commandLine().getOut();
            new ImportSummary(screen, out).print(result, dryRun);
            if (result.written()) {
                IndexPatience.of(service, screen).await();
            }
            boolean taken = dryRun ? acceptValid || result.rejected() == 0 : result.written();
            return taken ? 0 : 1;
        } catch (IntakeRefused e) {
            throw new CommandFailure(screen.speaksChinese() ? e.wording().zh() : e.wording().en());
        }
    }

    private IntakeReport run(Intake intake, Screen screen) {
        IntakeOptions options = new IntakeOptions(crs, null, source, mapping, acceptValid, dryRun, reportFile());
        ImportProgress progress = new ImportProgress(screen);
        return switch (kind) {
            case FACILITIES -> intake.importFacilities(file, options, progress);
            case BOUNDARIES -> intake.importBoundaries(file, options, progress);
            case CALENDAR -> intake.importCalendar(file, options, progress);
        };
    }

    private Path reportFile() {
        if (report != null) {
            return report;
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        return Path.of("import-report-" + name + ".csv");
    }
}
