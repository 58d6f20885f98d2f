package cn.jinlin.api.facility.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import cn.jinlin.api.facility.intake.file.Field;
import org.springframework.jdbc.core.JdbcTemplate;

/// Brings the staged rows into the record, a set at a time. A row that is there just so is not touched and keeps its
/// version; what the file has no column for is left as it is.
final class FacilityMerge {

    /// How many ids a listener is told by name.
    private static final int NAMEABLE = 1_000;

    private static final List<Column> COLUMNS = List.of(new Column("name", "r.name", Field.NAME),
            new Column("name_en", "r.name_en", Field.NAME_EN),
            new Column("other_names", "r.other_names", Field.OTHER_NAMES),
            new Column("category", "r.category", Field.NAME), new Column("operator", "r.operator", Field.OPERATOR),
            new Column("description", "r.description", Field.DESCRIPTION),
            new Column("description_en", "r.description_en", Field.DESCRIPTION_EN),
            new Column("address", "r.address", Field.ADDRESS),
            new Column("address_en", "r.address_en", Field.ADDRESS_EN),
            new Column("lat", "r.lat", List.of(Field.LAT, Field.COORDINATES)),
            new Column("lon", "r.lon", List.of(Field.LON, Field.COORDINATES)),
            new Column("subdistrict_id", "coalesce(r.subdistrict_id, f.subdistrict_id)", Field.NAME),
            new Column("neighbourhood_id", "coalesce(r.neighbourhood_id, f.neighbourhood_id)", Field.NAME),
            new Column("charge", "r.charge", Field.CHARGE), new Column("audiences", "r.audiences", Field.AUDIENCES),
            new Column("accessibility", "r.accessibility", Field.ACCESSIBILITY),
            new Column("languages", "r.languages", Field.LANGUAGES), new Column("website", "r.website", Field.WEBSITE),
            new Column("holiday_policy", "coalesce(r.holiday_policy, f.holiday_policy)", Field.NAME));

    private final JdbcTemplate jdbc;
    private final Set<Field> fields;

    FacilityMerge(JdbcTemplate jdbc, Set<Field> fields) {
        this.jdbc = jdbc;
        this.fields = fields;
    }

    /// A column of the facility table, what it becomes, and the fields of a file that speak of it.
    private record Column(String name, String value, List<Field> fields) {

        Column(String name, String value, Field field) {
            this(name, value, List.of(field));
        }

        boolean isSpokenOf(Set<Field> spoken) {
            return fields.stream().anyMatch(spoken::contains);
        }
    }

    /// How many rows came, changed, and stayed.
    record Outcome(long created, long changed, long unchanged, List<Long> ids) {}

    /// Sub-districts that rows name and nobody knows come in without a boundary.
    ///
    /// @return how many
    int createSubdistricts() {
        int created = jdbc.update("""
                insert into subdistrict (code, name) select distinct subdistrict_name, subdistrict_name from intake_row
                where subdistrict_name is not null on conflict (code) do nothing""");
        jdbc.update("""
                update intake_row r set subdistrict_id = s.id from subdistrict s where s.code = r.subdistrict_name""");
        return created;
    }

    void match(String source) {
        jdbc.execute("create index on intake_row (external_id)");
        jdbc.execute("analyze intake_row");
        jdbc.update("""
                update intake_row r set facility_id = f.id
                from facility f where f.source = ? and f.external_id = r.external_id""", source);
        jdbc.execute("create index on intake_row (facility_id)");
        jdbc.execute("analyze intake_row");
    }

    Outcome merge(String source) {
        long created = insert(source);
        long changed = update();
        replaceChildren();
        jdbc.update("""
                insert into facility_outbox (facility_id, version)
                select f.id, f.version from intake_row r join facility f on f.id = r.facility_id where r.differs
                on conflict (facility_id) do update
                    set version = excluded.version, attempts = 0, next_at = now(), last_error = null""");
        long all = count("true");
        var ids = created + changed > NAMEABLE
                ? List.<Long>of()
                : jdbc.queryForList("select facility_id from intake_row where differs", Long.class);
        return new Outcome(created, changed, all - created - changed, ids);
    }

    private long count(String condition) {
        var count = jdbc.queryForObject("select count(*) from intake_row where " + condition, Long.class);
        return count == null ? 0 : count;
    }

    private long update() {
        var columns = COLUMNS.stream().filter(column -> column.isSpokenOf(fields)).toList();
        var now = columns.stream().map(column -> "f." + column.name()).collect(Collectors.joining(", "));
        var wanted = columns.stream().map(Column::value).collect(Collectors.joining(", "));
        var children = ChildTable.ALL.stream()
                .filter(child -> child.isSpokenOf(fields))
                .map(child -> " or " + child.current() + " is distinct from r." + child.staged())
                .collect(Collectors.joining());
        jdbc.update(
                "update intake_row r set differs = true from facility f where f.id = r.facility_id and not r.is_new and (("
                        + now + ") is distinct from (" + wanted + ")" + children + ")");
        var set = columns.stream()
                .map(column -> column.name() + " = " + column.value())
                .collect(Collectors.joining(", "));
        return jdbc.update("update facility f set " + set + ", words = array_to_tsvector(r.words),"
                + " version = nextval('facility_version'), updated_at = now()"
                + " from intake_row r where f.id = r.facility_id and r.differs and not r.is_new");
    }

    private long insert(String source) {
        long created = jdbc.update("""
                insert into facility (source, external_id, name, name_en, other_names, category, operator, description,
                    description_en, address, address_en, lat, lon, subdistrict_id, neighbourhood_id, charge, audiences,
                    accessibility, languages, website, holiday_policy, words)
                select ?, external_id, name, name_en, other_names, category, operator, description, description_en, address,
                    address_en, lat, lon, subdistrict_id, neighbourhood_id, charge, audiences, accessibility, languages, website,
                    coalesce(holiday_policy, 'FOLLOWS_CALENDAR'), array_to_tsvector(words)
                from intake_row where facility_id is null order by record""", source);
        jdbc.update("""
                update intake_row r set facility_id = f.id, is_new = true, differs = true
                from facility f where r.facility_id is null and f.source = ? and f.external_id = r.external_id""",
                source);
        return created;
    }

    private void replaceChildren() {
        for (ChildTable child : ChildTable.ALL) {
            if (child.isSpokenOf(fields)) {
                jdbc.update(child.delete());
                jdbc.update(child.insert());
            }
        }
    }
}
