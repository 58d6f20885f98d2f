package cn.jinlin.api.facility;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.calendar.OpeningHours;
import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a whole facility from one row, its lists gathered as JSON, so that any number of facilities is one statement.
@Component
class FacilityRows implements RowMapper<Facility> {

    /// Exceptions of the day before still count: they may run past midnight.
    static final String SELECT = """
            select f.id, f.version, f.name, f.name_en, f.other_names, f.category, f.operator, f.description, f.description_en,
                   f.address, f.address_en, f.lat, f.lon, s.code as subdistrict, n.code as neighbourhood, f.charge, f.audiences,
                   f.accessibility, f.languages, f.website, f.holiday_policy, f.in_service, f.updated_at,
                   (select json_agg(json_build_object('byday', byday, 'opensAt', left(opens_at::text, 5),
                                                      'closesAt', left(closes_at::text, 5), 'validFrom', valid_from,
                                                      'validTo', valid_to) order by seq)
                      from facility_schedule where facility_id = f.id) as schedules,
                   (select json_agg(json_build_object('date', date, 'periods', periods, 'note', note) order by date)
                      from facility_exception
                     where facility_id = f.id and date >= (now() at time zone 'Asia/Shanghai')::date - 1) as exceptions,
                   (select json_agg(json_build_object('number', number, 'label', label) order by seq)
                      from facility_phone where facility_id = f.id) as phones,
                   (select json_agg(json_build_object('id', id, 'name', name, 'nameEn', name_en) order by seq)
                      from facility_service where facility_id = f.id) as services
              from facility f
              left join subdistrict s on s.id = f.subdistrict_id
              left join neighbourhood n on n.id = f.neighbourhood_id
            """;

    private final JsonMapper json;

    FacilityRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Facility mapRow(ResultSet row, int number) throws SQLException {
        try {
            return read(row);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            throw new UnreadableFacilityException(row.getLong("id"), unreadable);
        }
    }

    private Facility read(ResultSet row) throws SQLException {
        var hours = new OpeningHours(list(row, "schedules", ScheduleLine[].class),
                list(row, "exceptions", ExceptionDay[].class),
                HolidayPolicy.valueOf(row.getString("holiday_policy")));
        String charge = row.getString("charge");
        var details = new FacilityDetails(row.getString("name"), row.getString("name_en"),
                texts(row, "other_names").toList(),
                row.getString("category"), row.getString("operator"), row.getString("description"),
                row.getString("description_en"),
                row.getString("address"), row.getString("address_en"), location(row), row.getString("subdistrict"),
                row.getString("neighbourhood"), charge == null ? null : Charge.valueOf(charge),
                texts(row, "audiences").map(Audience::valueOf).toList(),
                texts(row, "accessibility").map(AccessibilityFeature::valueOf).toList(),
                texts(row, "languages").toList(),
                list(row, "phones", Phone[].class), row.getString("website"),
                list(row, "services", OfferedService[].class), hours);
        return new Facility(row.getLong("id"), row.getLong("version"), details, row.getBoolean("in_service"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable GeoPoint location(ResultSet row) throws SQLException {
        double lat = row.getDouble("lat");
        return row.wasNull() ? null : new GeoPoint(lat, row.getDouble("lon"));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.stream((String[]) array.getArray());
    }

    private <T> List<T> list(ResultSet row, String column, Class<T[]> type) throws SQLException {
        String text = row.getString(column);
        return text == null ? List.of() : List.of(json.readValue(text, type));
    }
}
