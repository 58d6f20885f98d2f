package cn.jinlin.api.region;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.search.GeoPoint;

/// A point as a client gives it, not yet looked at.
public record PointInput(double lat, double lon, CoordinateSystem crs) {

    /// @param field path of this point in the request
    /// @throws BadInput when a number is no degree on the earth
    public GeoPoint toWgs84(String field) {
        requireWithin(lat, 90, field + ".lat", "LATITUDE_OUT_OF_RANGE");
        requireWithin(lon, 180, field + ".lon", "LONGITUDE_OUT_OF_RANGE");
        return Coordinates.toWgs84(crs, lat, lon);
    }

    private static void requireWithin(double degrees, double bound, String field, String reason) {
        if (Double.isNaN(degrees) || Math.abs(degrees) > bound) {
            throw new BadInput(field, reason);
        }
    }
}
