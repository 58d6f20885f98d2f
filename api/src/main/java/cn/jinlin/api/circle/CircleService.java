package cn.jinlin.api.circle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.jinlin.api.circle.network.WalkMap;
import cn.jinlin.api.circle.network.WalkMaps;
import cn.jinlin.api.circle.network.WalkNetworkVersion;
import cn.jinlin.api.circle.network.Walkers;
import cn.jinlin.api.facility.FacilityService;
import cn.jinlin.api.facility.OnFoot;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.Route;
import cn.jinlin.search.walk.WalkProfile;
import org.springframework.stereotype.Service;

/// The door to walking: what is reached, how long it takes, and which way.
@Service
public class CircleService implements OnFoot {

    private static final int TENTHS_PER_MINUTE = 600;
    private static final int LONGEST_ROUTE_MINUTES = 120;

    private final WalkMaps maps;
    private final Walkers walkers;
    private final FacilityService facilities;

    CircleService(WalkMaps maps, Walkers walkers, FacilityService facilities) {
        this.maps = maps;
        this.walkers = walkers;
        this.facilities = facilities;
    }

    @Override
    public Map<Long, Walk> reach(GeoPoint from, Walker walker, int minutes) {
        var walks = new LinkedHashMap<Long, Walk>();
        for (WalkMap.Reached.Found found : reached(from, walker, minutes, "search.near").found()) {
            if (walks.size() == MOST) {
                break;
            }
            walks.put(found.id(), found.walk());
        }
        return walks;
    }

    /// @param field of the request that gave the point
    /// @throws BadInput when no path passes within 1,000 m of the point
    WalkMap.Reached reached(GeoPoint from, Walker walker, int minutes, String field) {
        return maps.current()
                .reach(from, walkers.profile(walker), minutes * TENTHS_PER_MINUTE)
                .orElseThrow(() -> new BadInput(field, "OUTSIDE_WALKING_NETWORK"));
    }

    /// @param stepFree true to keep off steps and raised kerbs whoever walks
    /// @return empty when there is no such way, or the facility's place is not recorded
    /// @throws BadInput when there is no such facility
    Optional<Route> route(GeoPoint from, long facility, Walker walker, boolean stepFree) {
        GeoPoint to = facilities.find(facility)
                .orElseThrow(() -> new BadInput("facility", "UNKNOWN_FACILITY"))
                .details()
                .location();
        WalkProfile profile = walkers.profile(walker);
        return Optional.ofNullable(to)
                .flatMap(there -> maps.current()
                        .route(from, there, stepFree ? profile.stepFree() : profile,
                                LONGEST_ROUTE_MINUTES * TENTHS_PER_MINUTE));
    }

    Optional<WalkNetworkVersion> network() {
        return maps.current().version();
    }

    static List<WalkMap.Reached.Found> within(WalkMap.Reached reached, int minutes) {
        return reached.found().stream().filter(found -> found.walk().tenths() <= minutes * TENTHS_PER_MINUTE).toList();
    }
}
