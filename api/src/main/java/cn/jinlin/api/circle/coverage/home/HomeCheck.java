package cn.jinlin.api.circle.coverage.home;

import java.util.Optional;
import java.util.regex.Pattern;

import cn.jinlin.api.facility.intake.report.CleanText;
import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.facility.intake.report.Finding;
import cn.jinlin.api.facility.intake.report.Findings;
import cn.jinlin.api.facility.intake.row.DistrictMap;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.api.region.Coordinates;
import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// Understands one row after the other, and tells what is wrong with each.
final class HomeCheck {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 100;
    /// No building houses more; a larger figure is a whole neighbourhood's.
    private static final int MOST_RESIDENTS = 20_000;
    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{0,30})?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}(?:\\.0+)?");

    private final DistrictMap district;
    private final CoordinateSystem crs;
    private final Findings findings;

    HomeCheck(DistrictMap district, CoordinateSystem crs, Findings findings) {
        this.district = district;
        this.crs = crs;
        this.findings = findings;
    }

    /// A home as it goes into the record.
    record Home(long line, long number, String id, @Nullable Long subdistrict, @Nullable Long neighbourhood,
            GeoPoint point, int residents) {}

    /// @return empty when something is wrong with the row, which is then told
    Optional<Home> check(HomeFile.Row row) {
        if (!row.excess().isEmpty()) {
            tell(row, Code.TOO_MANY_CELLS, "", row.excess());
            return Optional.empty();
        }
        Optional<String> id = id(row);
        Optional<GeoPoint> point = point(row);
        Optional<Integer> residents = residents(row);
        if (id.isEmpty() || point.isEmpty() || residents.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> drawn = district.neighbourhoods().find(point.get());
        Optional<Long> around = district.subdistricts().find(point.get());
        if (district.hasBoundaries() && drawn.isEmpty() && around.isEmpty()) {
            tell(row, Code.OUTSIDE_DISTRICT, HomeColumn.LAT.header(), row.get(HomeColumn.LAT) + ", "
                    + row.get(HomeColumn.LON));
        }
        Optional<Long> neighbourhood = named(row).or(() -> drawn);
        Optional<Long> subdistrict = neighbourhood.flatMap(district.neighbourhoods()::findParent).or(() -> around);
        return Optional.of(new Home(row.line(), row.number(), id.get(), subdistrict.orElse(null),
                neighbourhood.orElse(null), point.get(), residents.get()));
    }

    private Optional<String> id(HomeFile.Row row) {
        String id = CleanText.of(row.get(HomeColumn.ID));
        if (id.isEmpty()) {
            tell(row, Code.MISSING_ID, HomeColumn.ID.header(), "");
            return Optional.empty();
        }
        if (id.length() > LONGEST_ID) {
            tell(row, Code.FIELD_TOO_LONG, HomeColumn.ID.header(), id, HomeColumn.ID.header(), id.length(), LONGEST_ID);
            return Optional.empty();
        }
        return Optional.of(id);
    }

    /// What the row says of its neighbourhood counts; what it leaves out is taken from the map.
    private Optional<Long> named(HomeFile.Row row) {
        String name = row.get(HomeColumn.NEIGHBOURHOOD);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Long> known = name.length() > LONGEST_NAME
                ? Optional.empty()
                : district.neighbourhoods().find(CleanText.of(name));
        if (known.isEmpty()) {
            tell(row, Code.UNKNOWN_NEIGHBOURHOOD, HomeColumn.NEIGHBOURHOOD.header(), name);
        }
        return known;
    }

    private Optional<Integer> residents(HomeFile.Row row) {
        String text = row.get(HomeColumn.RESIDENTS);
        if (COUNT.matcher(text).matches()) {
            int residents = (int) Double.parseDouble(text);
            if (residents <= MOST_RESIDENTS) {
                return Optional.of(residents);
            }
        }
        tell(row, Code.BAD_RESIDENTS, HomeColumn.RESIDENTS.header(), text, MOST_RESIDENTS);
        return Optional.empty();
    }

    private Optional<GeoPoint> point(HomeFile.Row row) {
        String lat = row.get(HomeColumn.LAT);
        String lon = row.get(HomeColumn.LON);
        if (lat.isEmpty() || lon.isEmpty()) {
            tell(row, Code.MISSING_PLACE, (lat.isEmpty() ? HomeColumn.LAT : HomeColumn.LON).header(), "");
            return Optional.empty();
        }
        boolean latIsNumber = DEGREES.matcher(lat).matches();
        if (!latIsNumber || !DEGREES.matcher(lon).matches()) {
            String field = (latIsNumber ? HomeColumn.LON : HomeColumn.LAT).header();
            tell(row, Code.BAD_NUMBER, field, latIsNumber ? lon : lat, field);
            return Optional.empty();
        }
        double y = Double.parseDouble(lat);
        double x = Double.parseDouble(lon);
        if (y == 0 && x == 0) {
            tell(row, Code.MISSING_PLACE, HomeColumn.LAT.header(), lat + ", " + lon);
            return Optional.empty();
        }
        if (Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90) {
            tell(row, Code.SWAPPED_COORDINATES, HomeColumn.LAT.header(), lat + ", " + lon);
            return Optional.empty();
        }
        if (Math.abs(y) > 90 || Math.abs(x) > 180) {
            tell(row, Code.OUT_OF_RANGE, HomeColumn.LAT.header(), lat + ", " + lon);
            return Optional.empty();
        }
        return Optional.of(Coordinates.toWgs84(crs, y, x));
    }

    private void tell(HomeFile.Row row, Code code, String field, String value, Object... arguments) {
        findings.add(Finding.of(row.line(), row.number(), code, field, value, arguments));
    }
}
