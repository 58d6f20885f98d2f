package cn.jinlin.api.facility.intake;

import java.nio.file.Path;

import org.springframework.stereotype.Service;

/// Takes files into the record. Each is taken whole or, unless told to accept what is valid, not at all. Whatever is
/// wrong with a file is thrown as [cn.jinlin.api.facility.intake.report.IntakeRefused]; whatever is wrong with its
/// rows is counted in the report and listed in the report file.
@Service
public class Intake {

    private final FacilityIntake facilities;
    private final BoundaryIntake boundaries;
    private final CalendarIntake calendar;

    Intake(FacilityIntake facilities, BoundaryIntake boundaries, CalendarIntake calendar) {
        this.facilities = facilities;
        this.boundaries = boundaries;
        this.calendar = calendar;
    }

    /// Facilities as CSV, GeoJSON or HSDS JSON; the options must declare the coordinate system.
    ///
    /// @throws cn.jinlin.api.facility.intake.report.IntakeRefused when the file as a whole cannot be taken
    public IntakeReport importFacilities(Path file, IntakeOptions options, Progress progress) {
        return facilities.run(file, options, progress);
    }

    /// Boundaries of sub-districts and neighbourhoods as GeoJSON; the options must declare the coordinate system.
    ///
    /// @throws cn.jinlin.api.facility.intake.report.IntakeRefused when anything in the file is wrong
    public IntakeReport importBoundaries(Path file, IntakeOptions options, Progress progress) {
        return boundaries.run(file, options, progress);
    }

    /// A year of the State Council's calendar as JSON; it replaces that year.
    ///
    /// @throws cn.jinlin.api.facility.intake.report.IntakeRefused when anything in the file is wrong
    public IntakeReport importCalendar(Path file, IntakeOptions options, Progress progress) {
        return calendar.run(file, options, progress);
    }
}
