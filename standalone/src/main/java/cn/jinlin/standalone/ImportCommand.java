package cn.jinlin.standalone;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;

import cn.jinlin.api.booking.offer.ServiceIntake;
import cn.jinlin.api.circle.coverage.home.HomesIntake;
import cn.jinlin.api.circle.network.NetworkIntake;
import cn.jinlin.api.facility.intake.Intake;
import cn.jinlin.api.facility.intake.IntakeOptions;
import cn.jinlin.api.facility.intake.IntakeReport;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.engines.EngineName;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes a file into the record.
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false)
final class ImportCommand implements Callable<Integer> {
    enum Kind {
        FACILITIES, BOUNDARIES, CALENDAR, HOMES, NETWORK, SERVICES
    }

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "facilities", descriptionKey = "kind")
    private Kind kind = Kind.FACILITIES;

    @Option(names = "--crs", paramLabel = "CRS", descriptionKey = "crs")
    private @Nullable CoordinateSystem crs;

    @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "mapping")
    private @Nullable Path mapping;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "source")
    private @Nullable String source;

    @Option(names = "--accept-valid", descriptionKey = "accept-valid")
    private boolean acceptValid;

    @Option(names = "--include-private", descriptionKey = "include-private")
    private boolean includePrivate;

    @Option(names = "--attribution", paramLabel = "TEXT", descriptionKey = "attribution")
    private @Nullable String attribution;

    @Option(names = "--anyway", descriptionKey = "anyway")
    private boolean anyway;

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "report")
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
            PrintWriter out = spec.commandLine().getOut();
            NetworkIntake networks = service.getBean(NetworkIntake.class);
            if (kind == Kind.NETWORK) {
                new NetworkImport(networks, screen, out).run(file,
                        new NetworkIntake.Options(attribution, includePrivate, anyway, dryRun));
                return 0;
            }
            IntakeReport result = run(service, screen);
            new ImportSummary(screen, out).print(result, dryRun);
            if (result.written()) {
                if (kind == Kind.FACILITIES) {
                    networks.shiftInUse().ifPresent(shift -> NetworkImport.warn(shift, screen, out));
                }
                IndexPatience.of(service, screen).await();
            }
            boolean taken = dryRun ? acceptValid || result.rejected() == 0 : result.written();
            return taken ? 0 : 1;
        } catch (IntakeRefused e) {
            throw new CommandFailure(screen.speaksChinese() ? e.wording().zh() : e.wording().en());
        }
    }

    private IntakeReport run(ApplicationContext service, Screen screen) {
        Intake intake = service.getBean(Intake.class);
        IntakeOptions options = new IntakeOptions(crs, null, source, mapping, acceptValid, dryRun, reportFile());
        ImportProgress progress = new ImportProgress(screen);
        return switch (kind) {
            case FACILITIES -> intake.importFacilities(file, options, progress);
            case BOUNDARIES -> intake.importBoundaries(file, options, progress);
            case CALENDAR -> intake.importCalendar(file, options, progress);
            case HOMES -> service.getBean(HomesIntake.class).run(file, options, progress);
            case SERVICES -> service.getBean(ServiceIntake.class).run(file, options, progress);
            case NETWORK -> throw new IllegalStateException("A network has no rows");
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
