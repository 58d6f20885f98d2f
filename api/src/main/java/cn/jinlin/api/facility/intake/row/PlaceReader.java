package cn.jinlin.api.facility.intake.row;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

import cn.jinlin.api.facility.intake.file.Field;
import cn.jinlin.api.facility.intake.file.RawRecord;
import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.api.region.Coordinates;
import cn.jinlin.search.GeoPoint;

/// Reads where a record says that it is, in the declared coordinate system.
public record PlaceReader(CoordinateSystem crs) {

    private static final Pattern PAIR = Pattern.compile("[,，;；\\s]+");
    /// One more than there should be shows that there are too many.
    private static final int MOST_PARTS = 3;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(?:\\.\\d{0,30})?");

    /// @return empty when the record names no place, or a wrong one, which is then told
    Optional<GeoPoint> find(RawRecord raw, RowCheck check) {
        var lat = raw.get(Field.LAT).strip();
        var lon = raw.get(Field.LON).strip();
        var pair = PAIR.split(raw.get(Field.COORDINATES).strip(), MOST_PARTS);
        if (lat.isEmpty() && lon.isEmpty() && pair.length == 2) {
            // Within China one of the two is above 60 and the other below, so either order is plain.
            boolean latitudeFirst = number(pair[0]).orElse(180) < 60 && number(pair[1]).orElse(0) > 60;
            lat = pair[latitudeFirst ? 0 : 1];
            lon = pair[latitudeFirst ? 1 : 0];
        } else if (lat.isEmpty() && lon.isEmpty() && !raw.get(Field.COORDINATES).isBlank()) {
            check.tell(Code.BAD_NUMBER, Field.COORDINATES, Field.COORDINATES.header());
            return Optional.empty();
        }
        if (isNothing(lat) && isNothing(lon)) {
            check.tell(Code.NO_COORDINATES, Field.LAT);
            return Optional.empty();
        }
        return point(lat, lon, check);
    }

    /// Unknown places are left empty by some and filled with zeros by others.
    private static boolean isNothing(String text) {
        return text.isEmpty() || number(text).orElse(1) == 0;
    }

    private Optional<GeoPoint> point(String latText, String lonText, RowCheck check) {
        var lat = number(latText);
        var lon = number(lonText);
        if (lat.isEmpty() || lon.isEmpty()) {
            var field = lat.isEmpty() ? Field.LAT : Field.LON;
            check.tell(Code.BAD_NUMBER, field.header(), lat.isEmpty() ? latText : lonText, field.header());
            return Optional.empty();
        }
        double y = lat.getAsDouble();
        double x = lon.getAsDouble();
        if (!isInChina(y, x) && isInChina(x, y)) {
            check.tell(Code.SWAPPED_COORDINATES, Field.LAT.header(), latText + ", " + lonText);
            return Optional.empty();
        }
        if (Math.abs(y) > 90 || Math.abs(x) > 180) {
            check.tell(Code.OUT_OF_RANGE, Field.LAT.header(), latText + ", " + lonText);
            return Optional.empty();
        }
        return Optional.of(Coordinates.toWgs84(crs, y, x));
    }

    private static boolean isInChina(double lat, double lon) {
        return lat >= 3 && lat <= 54 && lon >= 73 && lon <= 136;
    }

    private static OptionalDouble number(String text) {
        return NUMBER.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }
}
