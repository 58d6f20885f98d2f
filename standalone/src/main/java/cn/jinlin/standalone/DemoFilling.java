package cn.jinlin.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import cn.jinlin.api.booking.offer.ServiceIntake;
import cn.jinlin.api.circle.coverage.home.HomesIntake;
import cn.jinlin.api.circle.network.NetworkIntake;
import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.intake.Intake;
import cn.jinlin.api.facility.intake.IntakeOptions;
import cn.jinlin.api.facility.intake.IntakeReport;
import cn.jinlin.api.facility.intake.Progress;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.demo.DemoDistrict;
import cn.jinlin.demo.DemoFiles;
import org.springframework.context.ApplicationContext;

/// Fills an empty store with the demo district, by the same import that any district's own files take.
record DemoFilling(ApplicationContext service, Screen screen) {
    private static final IntakeOptions OPTIONS = new IntakeOptions(CoordinateSystem.WGS84, null, "demo", null, false,
            false, null);
    private static final NetworkIntake.Options NETWORK = new NetworkIntake.Options("虚构的演示区 · a fictional district",
            false,
            false, false);

    void fillWhereEmpty() {
        if (!service.getBean(Facilities.class).listInService(0, 1).isEmpty()) {
            return;
        }
        screen.say("demo.filling");
        try {
            Path folder = Files.createTempDirectory("jinlin-demo");
            DemoFiles.write(DemoDistrict.standard(), folder);
            IntakeReport report = takeIn(folder);
            require(service.getBean(HomesIntake.class).run(folder.resolve(DemoFiles.HOMES), OPTIONS, Progress.SILENT));
            service.getBean(NetworkIntake.class).run(folder.resolve(DemoFiles.NETWORK), NETWORK, _ -> {});
            require(service.getBean(ServiceIntake.class)
                    .run(folder.resolve(DemoFiles.SERVICES), OPTIONS, Progress.SILENT));
            delete(folder);
            screen.say("demo.filled", report.created());
        } catch (IOException e) {
            throw new UncheckedIOException("The demo district cannot be written to the temporary folder", e);
        }
        IndexPatience.of(service, screen).await();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private IntakeReport takeIn(Path folder) {
        Intake intake = service.getBean(Intake.class);
        for (String calendar : DemoFiles.CALENDARS) {
            require(intake.importCalendar(folder.resolve(calendar), OPTIONS, Progress.SILENT));
        }
        require(intake.importBoundaries(folder.resolve(DemoFiles.BOUNDARIES), OPTIONS, Progress.SILENT));
        return require(
                intake.importFacilities(folder.resolve(DemoFiles.FACILITIES), OPTIONS, new ImportProgress(screen)));
    }

    private IntakeReport require(IntakeReport report) {
        if (!report.written()) {
            throw screen.failure("demo.refused", report.findings());
        }
        return report;
    }
}
