package cn.jinlin.api.facility.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import cn.jinlin.api.facility.intake.file.GeoJsonShape;
import cn.jinlin.api.facility.intake.file.JsonRecords;
import cn.jinlin.api.facility.intake.file.TextFile;
import cn.jinlin.api.facility.intake.report.CleanText;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.api.region.Coordinates;
import cn.jinlin.api.region.RegionsChanged;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Takes boundaries: GeoJSON polygons with the properties level (subdistrict or neighbourhood), code, name, name_en,
/// parent.
@Component
class BoundaryIntake {

    private static final String SUBDISTRICT = "subdistrict";
    private static final String NEIGHBOURHOOD = "neighbourhood";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    BoundaryIntake(JdbcClient jdbc, TransactionTemplate transaction, Audit audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
    }

    private record Area(long line, String level, String code, String name, @Nullable String nameEn, String parent,
            String boundary) {}

    private static final class Counts {
        private long rows;
        private long created;
        private long changed;

        void add(Optional<Boolean> created) {
            rows++;
            created.ifPresent(isNew -> {
                if (isNew) {
                    this.created++;
                } else {
                    changed++;
                }
            });
        }
    }

    IntakeReport run(Path path, IntakeOptions options, Progress progress) {
        CoordinateSystem crs = options.crs();
        if (crs == null) {
            throw new IntakeRefused(Refusal.CRS_MISSING);
        }
        var counts = new Counts();
        try (var records = new JsonRecords(TextFile.open(path), Set.of("features"))) {
            transaction.executeWithoutResult(status -> {
                // A neighbourhood may stand before the sub-district that it belongs to.
                var neighbourhoods = new ArrayList<Area>();
                records.forEach((line, array, feature) -> {
                    Area area = area(line, feature, crs);
                    if (area.level().equals(SUBDISTRICT)) {
                        counts.add(subdistrict(area));
                    } else {
                        neighbourhoods.add(area);
                    }
                    progress.at(Progress.Step.READING, counts.rows + neighbourhoods.size());
                });
                neighbourhoods.forEach(area -> counts.add(neighbourhood(area)));
                if (counts.rows == 0) {
                    throw new IntakeRefused(Refusal.NO_RECORDS);
                }
                if (options.dryRun()) {
                    status.setRollbackOnly();
                } else {
                    audit.record("boundary.import", "Source:" + options.sourceOr(path), null);
                }
                if (!options.dryRun() && counts.created + counts.changed > 0) {
                    events.publishEvent(new RegionsChanged());
                }
            });
        }
        return new IntakeReport(options.sourceOr(path), counts.rows, counts.created, counts.changed,
                counts.rows - counts.created - counts.changed, 0, !options.dryRun(), Map.of(), List.of(), null);
    }

    private static Area area(long line, JsonNode feature, CoordinateSystem crs) {
        JsonNode properties = feature.path("properties");
        var code = text(properties, "code");
        var name = text(properties, "name");
        var level = text(properties, "level");
        if (!level.equals(SUBDISTRICT) && !level.equals(NEIGHBOURHOOD)) {
            throw new IntakeRefused(Refusal.BAD_BOUNDARY, line, "level", excerpt(level));
        }
        if (code.isEmpty() || code.length() > 100) {
            throw new IntakeRefused(Refusal.BAD_BOUNDARY, line, "code", excerpt(code));
        }
        if (name.isEmpty() || name.length() > 100) {
            throw new IntakeRefused(Refusal.BAD_BOUNDARY, line, "name", excerpt(name));
        }
        var nameEn = text(properties, "name_en");
        return new Area(line, level, code, name, nameEn.isEmpty() ? null : nameEn, text(properties, "parent"),
                boundary(line, feature.path("geometry"), crs));
    }

    private static String text(JsonNode properties, String name) {
        JsonNode value = properties.path(name);
        return value.isValueNode() && !value.isNull() ? CleanText.of(value.asString()) : "";
    }

    private static String excerpt(String text) {
        return text.substring(0, Math.min(80, text.length()));
    }

    private static String boundary(long line, JsonNode geometry, CoordinateSystem crs) {
        Geometry shape = GeoJsonShape.find(geometry, (lon, lat) -> {
            if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
                throw new IntakeRefused(Refusal.BAD_BOUNDARY, line, "geometry", lon + ", " + lat);
            }
            var point = Coordinates.toWgs84(crs, lat, lon);
            return new Coordinate(round(point.lon()), round(point.lat()));
        })
                .filter(found -> found instanceof Polygonal && found.isValid())
                .orElseThrow(() -> new IntakeRefused(Refusal.BAD_BOUNDARY, line, "geometry",
                        excerpt(geometry.path("type").asString(""))));
        return GeoJsonShape.write(shape);
    }

    /// Seven decimals are a centimetre.
    private static double round(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }

    /// A sub-district that came in by name alone, with a facility that named it, is the one meant now: it gets its
    /// code.
    ///
    /// @return true when it is new, false when it changed, empty when it was there just so
    private Optional<Boolean> subdistrict(Area area) {
        jdbc.sql("update subdistrict set code = :code where code = :name and name = :name and boundary is null")
                .param("code", area.code())
                .param("name", area.name())
                .update();
        return jdbc.sql("""
                insert into subdistrict (code, name, name_en, boundary) values (:code, :name, :nameEn, :boundary::jsonb)
                on conflict (code) do update
                    set name = excluded.name, name_en = excluded.name_en, boundary = excluded.boundary
                    where (subdistrict.name, subdistrict.name_en, subdistrict.boundary)
                          is distinct from (excluded.name, excluded.name_en, excluded.boundary)
                returning xmax = 0""")
                .param("code", area.code())
                .param("name", area.name())
                .param("nameEn", area.nameEn())
                .param("boundary", area.boundary())
                .query(Boolean.class)
                .optional();
    }

    private Optional<Boolean> neighbourhood(Area area) {
        long parent = jdbc.sql("select id from subdistrict where code = ?")
                .param(area.parent())
                .query(Long.class)
                .optional()
                .orElseThrow(
                        () -> new IntakeRefused(Refusal.BAD_BOUNDARY, area.line(), "parent", excerpt(area.parent())));
        return jdbc.sql("""
                insert into neighbourhood (code, subdistrict_id, name, name_en, boundary)
                values (:code, :parent, :name, :nameEn, :boundary::jsonb)
                on conflict (code) do update
                    set subdistrict_id = excluded.subdistrict_id, name = excluded.name, name_en = excluded.name_en,
                        boundary = excluded.boundary
                    where (neighbourhood.subdistrict_id, neighbourhood.name, neighbourhood.name_en, neighbourhood.boundary)
                          is distinct from (excluded.subdistrict_id, excluded.name, excluded.name_en, excluded.boundary)
                returning xmax = 0""")
                .param("code", area.code())
                .param("parent", parent)
                .param("name", area.name())
                .param("nameEn", area.nameEn())
                .param("boundary", Objects.requireNonNull(area.boundary()))
                .query(Boolean.class)
                .optional();
    }
}
