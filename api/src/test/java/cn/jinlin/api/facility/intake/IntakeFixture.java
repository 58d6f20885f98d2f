package cn.jinlin.api.facility.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import cn.jinlin.api.ledger.JournalsOn;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.engines.TestEngines;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The import on a real database, without the rest of the service.
final class IntakeFixture {

    private static final String SCHEMA = "intake";
    private static final PGSimpleDataSource SOURCE = database();

    final JdbcClient sql = JdbcClient.create(SOURCE);
    final List<Object> events = new ArrayList<>();
    final Intake intake;
    private final Path folder;

    IntakeFixture(Path folder) {
        this.folder = folder;
        var jdbc = new JdbcTemplate(SOURCE);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(SOURCE));
        var audit = JournalsOn.audit(SOURCE);
        intake = new Intake(new FacilityIntake(jdbc, transaction, audit, events::add),
                new BoundaryIntake(sql, transaction, audit, events::add),
                new CalendarIntake(sql, transaction, audit, events::add));
        sql.sql("truncate facility, subdistrict, neighbourhood, calendar_year restart identity cascade").update();
    }

    /// A schema of its own, because other tests of this run keep their facilities in the usual one.
    private static PGSimpleDataSource database() {
        var engine = TestEngines.postgres();
        var own = new PGSimpleDataSource();
        own.setUrl(engine.jdbcUrl());
        own.setUser(engine.user());
        own.setPassword(engine.password());
        own.setCurrentSchema(SCHEMA);
        Flyway.configure().dataSource(own).schemas(SCHEMA).locations("classpath:db/migration").load().migrate();
        return own;
    }

    Path write(String name, String text) {
        return write(name, text, StandardCharsets.UTF_8);
    }

    Path write(String name, String text, Charset charset) {
        return write(name, text.getBytes(charset));
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String resource(String name) {
        try (var in = Objects.requireNonNull(IntakeFixture.class.getResourceAsStream("/intake/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path report() {
        return folder.resolve("report.csv");
    }

    List<String> reported() {
        try {
            return Files.readAllLines(report());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IntakeOptions options(CoordinateSystem crs) {
        return new IntakeOptions(crs, null, null, null, false, false, report());
    }

    IntakeReport take(Path file) {
        return intake.importFacilities(file, options(CoordinateSystem.WGS84), Progress.SILENT);
    }

    IntakeReport takeValid(Path file) {
        return intake.importFacilities(file,
                new IntakeOptions(CoordinateSystem.WGS84, null, null, null, true, false, report()), Progress.SILENT);
    }

    long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }

    List<Long> versions() {
        return sql.sql("select version from facility order by id").query((row, _) -> row.getLong(1)).list();
    }
}
