package cn.jinlin.api.facility.intake.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import cn.jinlin.api.facility.intake.file.GeoJsonShape;
import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.NamedInterface;
import tools.jackson.databind.json.JsonMapper;

/// The district's areas as they are loaded: which one lies where, and which one is meant by a name.
@NamedInterface("intake")
public final class DistrictMap {

    /// A sub-district or neighbourhood.
    ///
    /// @param parent the sub-district of a neighbourhood
    record Area(long id, String code, String name, @Nullable Long parent, @Nullable String boundary) {}

    private record Shape(long id, @Nullable Long parent, PreparedGeometry geometry) {}

    private static final Pattern ABOVE = Pattern.compile("^(?:[^市]{2,6}市)?(?:[^区县]{1,6}[区县])?(?=.+(?:街道|镇|乡))");
    private static final Pattern OFFICE = Pattern.compile("(?<=街道)办(?:事处)?$|(?<=[镇乡])人民政府$");
    private static final GeometryFactory POINTS = new GeometryFactory();

    private final Level subdistricts;
    private final Level neighbourhoods;

    private DistrictMap(Level subdistricts, Level neighbourhoods) {
        this.subdistricts = subdistricts;
        this.neighbourhoods = neighbourhoods;
    }

    public static DistrictMap load(JdbcTemplate jdbc) {
        return new DistrictMap(
                level(jdbc, "select id, code, name, null as parent, boundary::text from subdistrict order by code"),
                level(jdbc, "select id, code, name, subdistrict_id, boundary::text from neighbourhood order by code"));
    }

    private static Level level(JdbcTemplate jdbc, String select) {
        var areas = new ArrayList<Area>();
        jdbc.query(select, row -> {
            long parent = row.getLong(4);
            areas.add(new Area(row.getLong(1), row.getString(2), row.getString(3), row.wasNull() ? null : parent,
                    row.getString(5)));
        });
        return new Level(areas);
    }

    /// The name alone, without city, district and office: 静安寺街道 for 上海市静安区静安寺街道办事处.
    static String canonical(String name) {
        return OFFICE.matcher(ABOVE.matcher(name).replaceFirst("")).replaceFirst("");
    }

    public boolean hasBoundaries() {
        return subdistricts.drawn || neighbourhoods.drawn;
    }

    public Level subdistricts() {
        return subdistricts;
    }

    public Level neighbourhoods() {
        return neighbourhoods;
    }

    /// The areas of one level.
    public static final class Level {

        private final Map<String, Long> byName = new HashMap<>();
        private final Map<Long, Long> parents = new HashMap<>();
        private final STRtree tree = new STRtree();
        private final boolean drawn;

        private Level(List<Area> areas) {
            boolean any = false;
            for (Area area : areas) {
                byName.put(area.code(), area.id());
                byName.put(area.name(), area.id());
                if (area.parent() != null) {
                    parents.put(area.id(), area.parent());
                }
                if (area.boundary() != null) {
                    any |= draw(area, area.boundary());
                }
            }
            areas.forEach(area -> byName.putIfAbsent(stem(area.name()), area.id()));
            drawn = any;
            tree.build();
        }

        private boolean draw(Area area, String boundary) {
            return GeoJsonShape.find(JsonMapper.shared().readTree(boundary)).map(shape -> {
                tree.insert(shape.getEnvelopeInternal(),
                        new Shape(area.id(), area.parent(), PreparedGeometryFactory.prepare(shape)));
                return true;
            }).orElse(false);
        }

        /// People leave the kind of area out, or write it out: 莘庄, 莘庄镇, 朝阳街道办事处.
        private static String stem(String name) {
            return name.replaceFirst("(?:街道办事处|街道办|街道|镇人民政府|镇|乡|社区居民委员会|居民委员会|村民委员会|居委会|村委会|居委|村委|社区)$", "");
        }

        /// By code or name.
        public Optional<Long> find(String name) {
            return Optional.ofNullable(byName.get(name)).or(() -> Optional.ofNullable(byName.get(stem(name))));
        }

        /// The area that a point lies in or on the edge of, the same one for the same point.
        public Optional<Long> find(GeoPoint point) {
            if (!drawn) {
                return Optional.empty();
            }
            var at = POINTS.createPoint(new Coordinate(point.lon(), point.lat()));
            var around = new ArrayList<Long>();
            tree.query(at.getEnvelopeInternal(), each -> {
                if (each instanceof Shape shape && shape.geometry().covers(at)) {
                    around.add(shape.id());
                }
            });
            return around.stream().min(Long::compare);
        }

        public Optional<Long> findParent(long id) {
            return Optional.ofNullable(parents.get(id));
        }
    }
}
