package cn.jinlin.api.facility.intake;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import cn.jinlin.api.facility.FacilitiesChanged;
import cn.jinlin.api.facility.intake.file.Columns;
import cn.jinlin.api.facility.intake.file.RecordFile;
import cn.jinlin.api.facility.intake.file.RecordFiles;
import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.facility.intake.report.Finding;
import cn.jinlin.api.facility.intake.report.Findings;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import cn.jinlin.api.facility.intake.row.CategoryNames;
import cn.jinlin.api.facility.intake.row.DistrictMap;
import cn.jinlin.api.facility.intake.row.FacilityRow;
import cn.jinlin.api.facility.intake.row.PlaceReader;
import cn.jinlin.api.facility.intake.row.RowMaker;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.api.region.RegionsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a file of facilities: read and checked row by row into a staging table, then merged as a set, in one
/// transaction.
@Component
class FacilityIntake {

    private static final int TELL_EVERY = 5_000;
    /// Two imports at once would wait for each other's rows in an order nobody chose.
    private static final long ONE_AT_A_TIME = 0x6A696E6C696E01L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    FacilityIntake(JdbcTemplate jdbc, TransactionTemplate transaction, Audit audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
    }

    IntakeReport run(Path path, IntakeOptions options, Progress progress) {
        CoordinateSystem crs = options.crs();
        if (crs == null) {
            throw new IntakeRefused(Refusal.CRS_MISSING);
        }
        var columns = Columns.of(options.mapping(), crs);
        try (RecordFile file = RecordFiles.open(path, options.format(), columns);
                var findings = Findings.into(options.report())) {
            return Objects.requireNonNull(transaction.execute(status -> {
                var report = inTransaction(path, file, crs, options, findings, progress);
                if (!report.written()) {
                    status.setRollbackOnly();
                }
                return report;
            }));
        }
    }

    private IntakeReport inTransaction(Path path, RecordFile file, CoordinateSystem crs, IntakeOptions options,
            Findings findings,
            Progress progress) {
        jdbc.execute("set local statement_timeout = 0");
        jdbc.execute("set local work_mem = '64MB'");
        // The index of words takes new rows in large lots, or each of their hundred words would cost a walk down its
        // tree.
        jdbc.execute("set local gin_pending_list_limit = '64MB'");
        jdbc.execute("select pg_advisory_xact_lock(" + ONE_AT_A_TIME + ")");
        var maker = new RowMaker(categories(), DistrictMap.load(jdbc), new PlaceReader(crs),
                findings);
        Read read = Objects.requireNonNull(
                jdbc.execute((ConnectionCallback<Read>) connection -> read(connection, file, maker, progress)));
        for (String column : file.ignoredColumns()) {
            findings.add(Finding.of(0, 0, Code.IGNORED_COLUMN, column, ""));
        }
        if (read.rows() == 0) {
            throw new IntakeRefused(Refusal.NO_RECORDS);
        }
        progress.at(Progress.Step.CHECKING, read.rows());
        var source = options.sourceOr(path);
        var checks = new SetChecks(jdbc, findings);
        if (file.mergesRepeatedIds()) {
            checks.mergeRepeatedIds();
        }
        long rejected = read.rejected() + checks.dropRepeatedIds();
        var merge = new FacilityMerge(jdbc, file.fields());
        merge.match(source);
        checks.flagSharedPoints();
        checks.flagNamesAtOnePlace(source);
        progress.at(Progress.Step.WRITING, read.rows() - rejected);
        int newAreas = merge.createSubdistricts();
        var outcome = merge.merge(source);
        boolean written = !options.dryRun() && (rejected == 0 || options.acceptValid());
        if (written) {
            audit.record("facility.import", "Source:" + source, null);
            tell(newAreas, outcome);
        }
        return new IntakeReport(source, read.rows(), outcome.created(), outcome.changed(), outcome.unchanged(),
                rejected, written,
                findings.counts(), file.ignoredColumns(), options.report());
    }

    private void tell(int newAreas, FacilityMerge.Outcome outcome) {
        if (newAreas > 0) {
            events.publishEvent(new RegionsChanged());
        }
        if (outcome.created() + outcome.changed() > 0) {
            events.publishEvent(
                    outcome.ids().isEmpty()
                            ? FacilitiesChanged.many()
                            : new FacilitiesChanged(Set.copyOf(outcome.ids())));
        }
    }

    private CategoryNames categories() {
        return new CategoryNames(jdbc.query("select code, name, name_en from facility_category order by code",
                (row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3))));
    }

    private record Read(long rows, long rejected) {}

    private Read read(Connection connection, RecordFile file, RowMaker maker, Progress progress) throws SQLException {
        long[] counts = new long[2];
        var sameConnection = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        try (var staging = StagingTable.fill(sameConnection, connection)) {
            file.forEach(raw -> {
                counts[0]++;
                maker.make(raw).ifPresentOrElse(row -> add(staging, row), () -> counts[1]++);
                if (counts[0] % TELL_EVERY == 0) {
                    progress.at(Progress.Step.READING, counts[0]);
                }
            });
            staging.finish();
        }
        return new Read(counts[0], counts[1]);
    }

    private static void add(StagingTable staging, FacilityRow row) {
        try {
            staging.add(row);
        } catch (SQLException e) {
            throw new StagingFailed(e);
        }
    }

    /// The database went away or is full: no fault of the file.
    private static final class StagingFailed extends DataAccessException {
        private static final long serialVersionUID = 1L;

        StagingFailed(SQLException cause) {
            super("Rows could not be staged", cause);
        }
    }
}
