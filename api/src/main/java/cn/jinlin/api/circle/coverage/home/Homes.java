package cn.jinlin.api.circle.coverage.home;

import java.util.List;

import cn.jinlin.search.GeoPoint;

/// All homes as they were at one moment, in plain arrays because there may be hundreds of thousands. Immutable.
public final class Homes {

    /// No area of the kind.
    public static final int NONE = -1;

    private final double[] lats;
    private final double[] lons;
    private final int[] residents;
    private final int[] neighbourhoods;
    private final int[] subdistricts;
    private final List<Long> neighbourhoodIds;
    private final List<Long> subdistrictIds;

    Homes(HomeList list) {
        lats = list.lats();
        lons = list.lons();
        residents = list.residents();
        neighbourhoods = list.neighbourhoods();
        subdistricts = list.subdistricts();
        neighbourhoodIds = list.neighbourhoodIds();
        subdistrictIds = list.subdistrictIds();
    }

    public int size() {
        return residents.length;
    }

    public GeoPoint point(int home) {
        return new GeoPoint(lats[home], lons[home]);
    }

    /// @return 0 to 20,000
    public int residents(int home) {
        return residents[home];
    }

    /// @return index into [#neighbourhoodIds], or [#NONE]
    public int neighbourhood(int home) {
        return neighbourhoods[home];
    }

    /// @return index into [#subdistrictIds], or [#NONE]
    public int subdistrict(int home) {
        return subdistricts[home];
    }

    /// The neighbourhoods that have homes.
    public List<Long> neighbourhoodIds() {
        return neighbourhoodIds;
    }

    /// The sub-districts that have homes.
    public List<Long> subdistrictIds() {
        return subdistrictIds;
    }
}
