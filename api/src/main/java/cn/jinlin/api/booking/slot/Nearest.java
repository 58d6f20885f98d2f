package cn.jinlin.api.booking.slot;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.OnFoot;
import cn.jinlin.api.facility.OnFoot.Walk;
import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.search.GeoPoint;
import org.springframework.stereotype.Component;

/// How far it is to facilities: on foot along the paths within half an hour, beyond that and off every path as an estimate.
@Component
class Nearest {

    private static final int MINUTES = 30;
    private static final double EARTH_METRES = 6_371_008.8;
    private static final double DETOUR = 1.3;

    private final OnFoot onFoot;

    Nearest(OnFoot onFoot) {
        this.onFoot = onFoot;
    }

    /// The walk to each facility whose place is recorded, by id.
    Map<Long, Walk> walks(GeoPoint from, Walker walker, Collection<Facility> facilities) {
        Map<Long, Walk> reached = reached(from, walker);
        Map<Long, Walk> walks = new HashMap<>();
        for (Facility facility : facilities) {
            GeoPoint there = facility.details().location();
            Walk walk = reached.get(facility.id());
            if (walk != null) {
                walks.put(facility.id(), walk);
            } else if (there != null) {
                walks.put(facility.id(), estimate(from, there, walker));
            }
        }
        return walks;
    }

    private Map<Long, Walk> reached(GeoPoint from, Walker walker) {
        try {
            return onFoot.reach(from, walker, MINUTES);
        } catch (BadInput _) {
            // No path passes near the point: everything is estimated.
            return Map.of();
        }
    }

    static Walk estimate(GeoPoint from, GeoPoint to, Walker walker) {
        double metres = metres(from, to) * DETOUR;
        int metresPerHour = walker == Walker.ADULT ? 4_500 : 3_200;
        return new Walk((int) Math.round(metres * 36_000 / metresPerHour), (int) Math.round(metres), true);
    }

    private static double metres(GeoPoint one, GeoPoint other) {
        double phi = Math.toRadians(other.lat() - one.lat()) / 2;
        double lambda = Math.toRadians(other.lon() - one.lon()) / 2;
        double chord = Math.pow(Math.sin(phi), 2) + Math.cos(Math.toRadians(one.lat()))
                * Math.cos(Math.toRadians(other.lat())) * Math.pow(Math.sin(lambda), 2);
        return 2 * EARTH_METRES * Math.asin(Math.sqrt(chord));
    }
}
