package cn.jinlin.api.circle.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import cn.jinlin.api.circle.coverage.home.HomeRecords;
import cn.jinlin.api.circle.network.WalkMap;
import cn.jinlin.api.circle.network.WalkMaps;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.FacilityDetails;
import cn.jinlin.api.facility.FacilityPlaces;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.region.PointInput;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.place.PlaceIndex;
import cn.jinlin.search.walk.WalkNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds places by name. Keeps the district's own names in memory, and makes them anew when the network or an area
/// changes; facilities are asked of their search.
@Component
class Places {

    private static final int LONGEST_TEXT = 100;
    private static final int MOST = 20;

    private final WalkMaps maps;
    private final HomeRecords homes;
    private final DistrictPlaces district;
    private final FacilityPlaces facilities;
    private volatile @Nullable Known known;

    Places(WalkMaps maps, HomeRecords homes, DistrictPlaces district, FacilityPlaces facilities) {
        this.maps = maps;
        this.homes = homes;
        this.district = district;
        this.facilities = facilities;
    }

    private record Known(@Nullable WalkNetwork network, long revision, PlaceIndex index) {

        boolean isOf(@Nullable WalkNetwork other, long otherRevision) {
            return network == other && revision == otherRevision;
        }
    }

    /// @throws BadInput when the text or the number is out of bounds
    List<FoundPlace> find(String text, @Nullable PointInput near, int first, Locale locale) {
        String wanted = text(text);
        if (first < 1 || first > MOST) {
            throw new BadInput("first", "PAGE_SIZE_OUT_OF_RANGE", MOST);
        }
        GeoPoint point = near == null ? null : near.toWgs84("near");
        List<FoundPlace> named = index().find(wanted, point, first)
                .stream()
                .map(PlaceIndex.Hit::place)
                .map(place -> new FoundPlace(PlaceKind.of(place.kind()),
                        Languages.pick(locale, place.name(), place.nameEn()),
                        Languages.pick(locale, place.detail(), place.detailEn()), place.point()))
                .toList();
        List<FoundPlace> there = facilities.list(wanted, near, first)
                .stream()
                .flatMap(facility -> shown(facility, locale).stream())
                .toList();
        return together(named, there, first, isAddress(wanted));
    }

    /// A house number is a facility's address sooner than a whole road; otherwise areas and roads lead, and leave
    /// half of the room to facilities.
    private static List<FoundPlace> together(List<FoundPlace> named, List<FoundPlace> facilities, int first,
            boolean facilitiesLead) {
        List<FoundPlace> leading = facilitiesLead ? facilities : named;
        List<FoundPlace> following = facilitiesLead ? named : facilities;
        int room = Math.max(Math.ceilDiv(first, 2), first - following.size());
        var together = new ArrayList<>(leading.stream().limit(room).toList());
        following.stream().limit((long) first - together.size()).forEach(together::add);
        return together;
    }

    private static boolean isAddress(String text) {
        return text.codePoints().anyMatch(Character::isDigit);
    }

    private static List<FoundPlace> shown(Facility facility, Locale locale) {
        FacilityDetails details = facility.details();
        GeoPoint at = details.location();
        return at == null
                ? List.of()
                : List.of(new FoundPlace(PlaceKind.FACILITY, Languages.pick(locale, details.name(), details.nameEn()),
                        Languages.pick(locale, details.address(), details.addressEn()), at));
    }

    private static String text(String given) {
        String text = given.strip();
        if (text.isEmpty()) {
            throw new BadInput("text", "TEXT_EMPTY");
        }
        if (given.codePointCount(0, given.length()) > LONGEST_TEXT) {
            throw new BadInput("text", "TEXT_TOO_LONG", LONGEST_TEXT);
        }
        if (text.codePoints().anyMatch(point -> Character.isISOControl(point) && !Character.isWhitespace(point))) {
            throw new BadInput("text", "TEXT_HAS_CONTROL_CHARACTERS");
        }
        return text;
    }

    private PlaceIndex index() {
        Known now = known;
        return now == null ? renewed().index() : now.index();
    }

    /// Looks whether the network or an area has changed, and makes the names anew.
    boolean look() {
        renewed();
        return true;
    }

    private synchronized Known renewed() {
        long revision = homes.revision();
        WalkMap map = maps.current();
        WalkNetwork network = map.network().orElse(null);
        Known now = known;
        if (now == null || !now.isOf(network, revision)) {
            now = new Known(network, revision, PlaceIndex.of(district.list(map)));
            known = now;
        }
        return now;
    }
}
