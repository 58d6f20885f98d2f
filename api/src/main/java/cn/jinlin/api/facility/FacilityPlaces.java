package cn.jinlin.api.facility;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.jinlin.api.region.PointInput;
import cn.jinlin.search.facility.FacilityQuery;
import cn.jinlin.search.facility.FacilityQuery.Part;
import cn.jinlin.search.facility.SuggestHit;
import cn.jinlin.search.text.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds facilities as places that somebody may name.
@Component
public class FacilityPlaces {

    private final FacilityFinder finder;
    private final FacilityService service;

    FacilityPlaces(FacilityFinder finder, FacilityService service) {
        this.finder = finder;
        this.service = service;
    }

    /// Those whose name begins like the text, then those whose address has it inside. Only facilities in service whose
    /// place is recorded.
    ///
    /// @param text 1 to 100 characters
    /// @param first how many at most, 1 to 20
    /// @throws cn.jinlin.api.graphql.BadInput when one of these bounds or the point is wrong
    public List<Facility> list(String text, @Nullable PointInput near, int first) {
        Map<Long, Facility> found = new LinkedHashMap<>();
        List<Long> named = finder.suggest(text, near, first).stream().map(SuggestHit::id).toList();
        Map<Long, Facility> known = service.list(named);
        named.forEach(id -> keep(known.get(id), found));
        if (found.size() < first) {
            String wanted = Units.key(Units.of(text));
            finder.search(byWords(text, near), first, null, EnumSet.noneOf(Part.class))
                    .found()
                    .stream()
                    .map(FacilityResults.Found::facility)
                    .filter(facility -> isAt(facility.details(), wanted))
                    .forEach(facility -> keep(facility, found));
        }
        return found.values().stream().limit(first).toList();
    }

    private static FacilitySearchInput byWords(String text, @Nullable PointInput near) {
        return new FacilitySearchInput(text, near, null, null, null, null, null, null, null, null,
                FacilityQuery.Sort.RELEVANCE, null, OnFoot.Walker.ADULT);
    }

    private static boolean isAt(FacilityDetails details, String wanted) {
        String english = details.addressEn();
        return !wanted.isEmpty() && (Units.key(Units.of(details.address())).contains(wanted)
                || (english != null && Units.key(Units.of(english)).contains(wanted)));
    }

    private static void keep(@Nullable Facility facility, Map<Long, Facility> found) {
        if (facility != null && facility.inService() && facility.details().location() != null) {
            found.putIfAbsent(facility.id(), facility);
        }
    }
}
