package cn.jinlin.search.place;

import java.util.List;

import cn.jinlin.search.GeoPoint;

/// Where places are and what else orders them, in plain arrays: of a common name a hundred thousand are compared.
final class Spots {

    private final double[] lats;
    private final double[] lons;
    private final int[] plain;

    Spots(List<Place> places) {
        int size = places.size();
        lats = new double[size];
        lons = new double[size];
        plain = new int[size];
        for (int i = 0; i < size; i++) {
            Place place = places.get(i);
            lats[i] = place.point().lat();
            lons[i] = place.point().lon();
            plain[i] = kind(place.kind()) * 1_000 + place.name().length();
        }
    }

    private static int kind(Place.Kind kind) {
        return switch (kind) {
            case NEIGHBOURHOOD -> 0;
            case COMPOUND -> 1;
            case ROAD -> 2;
        };
    }

    /// Orders places where no point is given: by kind, the shortest name first.
    int plain(int place) {
        return plain[place];
    }

    /// Grows with the distance from a point.
    ///
    /// @param narrowing cosine of the point's latitude
    double far(int place, GeoPoint from, double narrowing) {
        double north = lats[place] - from.lat();
        double east = (lons[place] - from.lon()) * narrowing;
        return north * north + east * east;
    }
}
