package cn.jinlin.api.circle.coverage.home;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

import cn.jinlin.api.facility.intake.CopyText;
import cn.jinlin.api.facility.intake.IntakeOptions;
import cn.jinlin.api.facility.intake.IntakeReport;
import cn.jinlin.api.facility.intake.Progress;
import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.facility.intake.report.Finding;
import cn.jinlin.api.facility.intake.report.Findings;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import cn.jinlin.api.facility.intake.row.DistrictMap;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.region.CoordinateSystem;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a table of homes: CSV with the columns id, neighbourhood (name or code, may be missing), lat, lon and
/// residents (whole, 0 to 20,000), by these names or Chinese ones.
///
/// Whole or, unless told to accept what is valid, not at all. A home is known by the source's id: the same file again
/// changes nothing. One that is gone is told with 0 residents.
@Service
public class HomesIntake {

    private static final int TELL_EVERY = 5_000;
    /// Two imports at once would wait for each other's rows in an order nobody chose.
    private static final long ONE_AT_A_TIME = 0x6A696E6C696E02L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Audit audit;

    HomesIntake(JdbcTemplate jdbc, TransactionTemplate transaction, Audit audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
    }

    /// The options must declare the coordinate system; format and mapping mean nothing here.
    ///
    /// @throws IntakeRefused when the file as a whole cannot be taken
    public IntakeReport run(Path path, IntakeOptions options, Progress progress) {
        CoordinateSystem crs = options.crs();
        if (crs == null) {
            throw new IntakeRefused(Refusal.CRS_MISSING);
        }
        try (HomeFile file = HomeFile.open(path, crs); var findings = Findings.into(options.report())) {
            return Objects.requireNonNull(transaction.execute(status -> {
                jdbc.execute("set local statement_timeout = 0");
                jdbc.execute("select pg_advisory_xact_lock(" + ONE_AT_A_TIME + ")");
                var check = new HomeCheck(DistrictMap.load(jdbc), crs, findings);
                IntakeReport report = take(options.sourceOr(path), file, check, options, findings, progress);
                if (report.written()) {
                    audit.record("home.import", "Source:" + report.source(), null);
                } else {
                    status.setRollbackOnly();
                }
                return report;
            }));
        }
    }

    private IntakeReport take(String source, HomeFile file, HomeCheck check, IntakeOptions options, Findings findings,
            Progress progress) {
        jdbc.execute("""
                create temporary table intake_home (
                    line bigint not null, record bigint not null, external_id text not null, subdistrict_id bigint,
                    neighbourhood_id bigint, lat double precision not null, lon double precision not null,
                    residents int not null) on commit drop""");
        Read read = Objects.requireNonNull(
                jdbc.execute((ConnectionCallback<Read>) connection -> read(connection, file, check, progress)));
        for (String column : file.ignoredColumns()) {
            findings.add(Finding.of(0, 0, Code.IGNORED_COLUMN, column, ""));
        }
        if (read.rows() == 0) {
            throw new IntakeRefused(Refusal.NO_RECORDS);
        }
        progress.at(Progress.Step.CHECKING, read.rows());
        long rejected = read.rejected() + dropRepeatedIds(findings);
        progress.at(Progress.Step.WRITING, read.rows() - rejected);
        long created = insert(source);
        long changed = update(source);
        boolean written = !options.dryRun() && (rejected == 0 || options.acceptValid());
        return new IntakeReport(source, read.rows(), created, changed, read.rows() - rejected - created - changed,
                rejected, written, findings.counts(), file.ignoredColumns(), options.report());
    }

    private record Read(long rows, long rejected) {}

    private static Read read(Connection connection, HomeFile file, HomeCheck check, Progress progress)
            throws SQLException {
        long[] counts = new long[2];
        var line = new CopyText();
        CopyIn copy = connection.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("""
                        copy intake_home (line, record, external_id, subdistrict_id, neighbourhood_id, lat, lon, residents)
                        from stdin""");
        try {
            file.forEach(row -> {
                counts[0]++;
                check.check(row).ifPresentOrElse(home -> add(copy, line, home), () -> counts[1]++);
                if (counts[0] % TELL_EVERY == 0) {
                    progress.at(Progress.Step.READING, counts[0]);
                }
            });
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return new Read(counts[0], counts[1]);
    }

    private static void add(CopyIn copy, CopyText line, HomeCheck.Home home) {
        byte[] bytes = line.number(home.line())
                .number(home.number())
                .text(home.id())
                .number(home.subdistrict())
                .number(home.neighbourhood())
                .number(home.point().lat())
                .number(home.point().lon())
                .number(home.residents())
                .end();
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new StagingFailed(e);
        }
    }

    /// Of rows with one id only the first stays.
    ///
    /// @return how many were taken out
    private long dropRepeatedIds(Findings findings) {
        jdbc.execute("create index on intake_home (external_id, record)");
        jdbc.execute("analyze intake_home");
        jdbc.query("""
                select r.line, r.record, r.external_id, f.line as first from intake_home r
                join lateral (select line, record from intake_home o where o.external_id = r.external_id
                              order by record limit 1) f on f.record < r.record
                order by r.record""", row -> {
            findings.add(Finding.of(row.getLong("line"), row.getLong("record"), Code.DUPLICATE_ID,
                    HomeColumn.ID.header(), row.getString("external_id"), row.getLong("first")));
        });
        return jdbc.update("""
                delete from intake_home r using (
                    select external_id, min(record) as first from intake_home group by external_id having count(*) > 1) f
                where f.external_id = r.external_id and r.record > f.first""");
    }

    private long insert(String source) {
        return jdbc.update("""
                insert into home (source, external_id, subdistrict_id, neighbourhood_id, lat, lon, residents)
                select ?, r.external_id, r.subdistrict_id, r.neighbourhood_id, r.lat, r.lon, r.residents
                from intake_home r
                where not exists (select from home h where h.source = ? and h.external_id = r.external_id)
                order by r.record""", source, source);
    }

    private long update(String source) {
        return jdbc.update("""
                update home h set subdistrict_id = r.subdistrict_id, neighbourhood_id = r.neighbourhood_id, lat = r.lat,
                       lon = r.lon, residents = r.residents
                from intake_home r
                where h.source = ? and h.external_id = r.external_id
                  and (h.subdistrict_id, h.neighbourhood_id, h.lat, h.lon, h.residents) is distinct from
                      (r.subdistrict_id, r.neighbourhood_id, r.lat, r.lon, r.residents)""", source);
    }

    /// The database went away or is full: no fault of the file.
    private static final class StagingFailed extends DataAccessException {
        private static final long serialVersionUID = 1L;

        StagingFailed(SQLException cause) {
            super("Homes could not be staged", cause);
        }
    }
}
