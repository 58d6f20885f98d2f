package cn.jinlin.api.circle.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ObjLongConsumer;

import cn.jinlin.search.GeoPoint;

/// Facilities that no path reaches, or all of them where there is no network: found by straight lines. Immutable.
final class StraightPlaces {

    static final StraightPlaces NONE = new StraightPlaces(new long[0], new double[0], new double[0]);

    private static final double METRES_PER_DEGREE = 111_195;

    /// Ascending by latitude.
    private final long[] ids;
    private final double[] lats;
    private final double[] lons;

    private StraightPlaces(long[] ids, double[] lats, double[] lons) {
        this.ids = ids;
        this.lats = lats;
        this.lons = lons;
    }

    record Place(long id, GeoPoint point) {}

    int size() {
        return ids.length;
    }

    /// The same without some places and with others.
    StraightPlaces with(Set<Long> without, Collection<Place> added) {
        if (added.isEmpty() && Arrays.stream(ids).noneMatch(without::contains)) {
            return this;
        }
        List<Place> all = new java.util.ArrayList<>(added);
        for (int i = 0; i < ids.length; i++) {
            if (!without.contains(ids[i])) {
                all.add(new Place(ids[i], new GeoPoint(lats[i], lons[i])));
            }
        }
        all.sort(Comparator.comparingDouble(place -> place.point().lat()));
        return new StraightPlaces(all.stream().mapToLong(Place::id).toArray(),
                all.stream().mapToDouble(place -> place.point().lat()).toArray(),
                all.stream().mapToDouble(place -> place.point().lon()).toArray());
    }

    /// Tells of every place in the box of `metres` around a point; those at its corners are farther away than that.
    void around(GeoPoint point, double metres, ObjLongConsumer<GeoPoint> listener) {
        double tall = metres / METRES_PER_DEGREE;
        double wide = tall / Math.max(0.01, Math.cos(Math.toRadians(point.lat())));
        int from = Arrays.binarySearch(lats, point.lat() - tall);
        for (int i = from < 0 ? -from - 1 : from; i < lats.length && lats[i] <= point.lat() + tall; i++) {
            if (Math.abs(lons[i] - point.lon()) <= wide) {
                listener.accept(new GeoPoint(lats[i], lons[i]), ids[i]);
            }
        }
    }
}
