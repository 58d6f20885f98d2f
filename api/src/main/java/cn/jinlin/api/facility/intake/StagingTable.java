package cn.jinlin.api.facility.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import cn.jinlin.api.facility.intake.row.FacilityRow;
import cn.jinlin.search.text.FallbackWords;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Where rows stand between the file and the record: a table of this transaction alone, filled by COPY.
final class StagingTable implements AutoCloseable {

    private static final String COLUMNS = """
            line, record, external_id, derived, name, name_en, other_names, category, operator, description, description_en,
            address, address_en, lat, lon, subdistrict_id, neighbourhood_id, subdistrict_name, charge, audiences, accessibility,
            languages, website, holiday_policy, words, schedules, exceptions, phones, services""";

    private final CopyIn copy;
    private final CopyText line = new CopyText();
    private final JsonMapper json = JsonMapper.shared();

    private StagingTable(CopyIn copy) {
        this.copy = copy;
    }

    /// Makes the table empty and starts filling it; nothing else may be done on the connection until [#close()].
    static StagingTable fill(JdbcTemplate jdbc, Connection connection) throws SQLException {
        jdbc.execute("""
                create temporary table intake_row (
                    line bigint not null, record bigint not null, external_id text not null, derived boolean not null,
                    name text not null, name_en text, other_names text[] not null, category text not null, operator text,
                    description text, description_en text, address text not null, address_en text, lat double precision,
                    lon double precision, subdistrict_id bigint, neighbourhood_id bigint, subdistrict_name text, charge text,
                    audiences text[] not null, accessibility text[] not null, languages text[] not null, website text,
                    holiday_policy text, words text[] not null, schedules jsonb not null, exceptions jsonb not null,
                    phones jsonb not null, services jsonb not null, facility_id bigint, is_new boolean not null default false,
                    differs boolean not null default false) on commit drop""");
        return new StagingTable(connection.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy intake_row (" + COLUMNS + ") from stdin"));
    }

    void add(FacilityRow row) throws SQLException {
        var point = row.point();
        byte[] bytes = line.number(row.line())
                .number(row.number())
                .text(row.externalId())
                .flag(row.derivedId())
                .text(row.name())
                .text(row.nameEn())
                .array(row.otherNames())
                .text(row.category())
                .text(row.operator())
                .text(row.description())
                .text(row.descriptionEn())
                .text(row.address())
                .text(row.addressEn())
                .number(point == null ? null : point.lat())
                .number(point == null ? null : point.lon())
                .number(row.subdistrictId())
                .number(row.neighbourhoodId())
                .text(row.subdistrictName())
                .text(row.charge())
                .array(row.audiences())
                .array(row.accessibility())
                .array(row.languages())
                .text(row.website())
                .text(row.holidayPolicy())
                .array(words(row))
                .text(schedules(row))
                .text(exceptions(row))
                .text(pairs(row.phones()))
                .text(pairs(row.services()))
                .end();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private static List<String> words(FacilityRow row) {
        var others = new ArrayList<>(row.otherNames());
        Stream.of(row.nameEn(), row.address(), row.addressEn()).filter(Objects::nonNull).forEach(others::add);
        row.services().forEach(service -> others.add(service.text()));
        return FallbackWords.ofRecord(row.name(), row.category(), others);
    }

    /// Lists of lists, in the order of the table's columns: the merge compares them with what it builds from the
    /// tables.
    private String schedules(FacilityRow row) {
        return json.writeValueAsString(row.schedules()
                .stream()
                .map(each -> Arrays.asList(each.byday(), each.opensAt().toString(),
                        each.closesAt().toString(),
                        each.validFrom() == null ? null : each.validFrom().toString(),
                        each.validTo() == null ? null : each.validTo().toString()))
                .toList());
    }

    private String exceptions(FacilityRow row) {
        return json.writeValueAsString(row.exceptions()
                .stream()
                .map(each -> Arrays.asList(each.date().toString(),
                        each.periods()
                                .stream()
                                .map(span -> List.of(span.opens().toString(), span.closes().toString()))
                                .toList(),
                        each.note()))
                .toList());
    }

    private String pairs(List<FacilityRow.Pair> pairs) {
        return json.writeValueAsString(
                pairs.stream().map(pair -> Arrays.asList(pair.text(), pair.more())).toList());
    }

    void finish() throws SQLException {
        copy.endCopy();
    }

    /// Leaves the connection usable where filling broke off.
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
