package cn.jinlin.search.facility;

import java.util.List;

import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;

/// Small documents for tests that care about one thing each.
final class Documents {

    static final OpeningTimes NEVER_OPEN = new OpeningTimes(List.of(), List.of(), List.of());

    private Documents() {}

    static FacilityDocument named(long id, long version, String name) {
        return of(id, version, name, "HLT-C", null, NEVER_OPEN);
    }

    static FacilityDocument at(long id, String name, GeoPoint location) {
        return of(id, 1, name, "PHA", location, NEVER_OPEN);
    }

    static FacilityDocument open(long id, String name, OpeningTimes opening) {
        return of(id, 1, name, "PHA", null, opening);
    }

    static FacilityDocument of(long id, long version, String name, String category, @Nullable GeoPoint location,
            OpeningTimes opening) {
        return new FacilityDocument(id, version, name, null, List.of(), category, List.of(), "D01", "莘庄镇",
                "江川路" + id + "号", null, location, "FREE", List.of("EVERYONE"), List.of("LIFT"), List.of("zh"),
                List.of("预防接种"), opening, "card " + id + " v" + version);
    }
}
