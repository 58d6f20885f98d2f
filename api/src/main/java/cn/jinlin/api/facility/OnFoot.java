package cn.jinlin.api.facility;

import java.util.Map;

import cn.jinlin.search.GeoPoint;

/// What finding facilities asks of the walking circle, which knows the paths.
public interface OnFoot {

    /// The facilities reached on foot from a point.
    ///
    /// @param minutes 1 to 30
    /// @return the walk to each, by id, at most [#MOST]: the nearest
    /// @throws cn.jinlin.api.graphql.BadInput when no path passes anywhere near the point
    Map<Long, Walk> reach(GeoPoint from, Walker walker, int minutes);

    /// So many facilities one search may be narrowed to.
    int MOST = 10_000;

    /// Who walks.
    enum Walker {
        ADULT, ELDER, WHEELCHAIR
    }

    /// A walk, exact or, where no path is near, the straight line times 1.3.
    ///
    /// @param tenths time in tenths of seconds
    /// @param metres length
    record Walk(int tenths, int metres, boolean estimated) {

        private static final int TENTHS_PER_MINUTE = 600;

        public double seconds() {
            return tenths / 10.0;
        }

        /// To tell people: a started minute counts whole.
        public int minutes() {
            return Math.ceilDiv(tenths, TENTHS_PER_MINUTE);
        }
    }
}
