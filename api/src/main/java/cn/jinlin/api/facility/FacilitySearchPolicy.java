package cn.jinlin.api.facility;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.region.Regions;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.FacilityQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What may be asked of a search. Every refusal names the field and what is allowed.
@Component
class FacilitySearchPolicy {

    static final int LONGEST_TEXT = 200;
    static final int LONGEST_PREFIX = 100;
    static final int LARGEST_PAGE = 100;
    static final int MOST_SUGGESTIONS = 20;
    static final int WIDEST_RADIUS = 50_000;
    static final int LONGEST_WALK = 30;
    static final int MOST_CODES = 50;
    static final int MOST_LANGUAGES = 20;
    /// Elasticsearch's own window, kept for both ways of searching.
    static final int DEEPEST = 10_000;

    private final Categories categories;
    private final Regions regions;
    private final WorkingCalendar calendar;
    private final Clock clock;

    FacilitySearchPolicy(Categories categories, Regions regions, WorkingCalendar calendar, Clock clock) {
        this.categories = categories;
        this.regions = regions;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// @param among the facilities within the asked walk; null where none was asked
    FacilityQuery query(FacilitySearchInput input, int first, @Nullable FacilityCursor after,
            Set<FacilityQuery.Part> wanted, @Nullable Collection<Long> among) {
        requirePageSize(first, LARGEST_PAGE);
        if (after != null && after.position() + first > DEEPEST) {
            throw new BadInput("after", "TOO_DEEP", DEEPEST);
        }
        GeoPoint near = input.near() == null ? null : input.near().toWgs84("search.near");
        requireRadius(input.radiusMetres(), near);
        requireKnownCategories(input.categories());
        requireKnownSubdistricts(input.subdistricts());
        requireLanguages(input.languages());
        if (input.sort() == FacilityQuery.Sort.NEAREST && near == null) {
            throw new BadInput("search.sort", "NEAREST_NEEDS_NEAR");
        }
        return new FacilityQuery(text(input.text(), "search.text", LONGEST_TEXT), near, input.radiusMetres(),
                orNone(input.categories()),
                orNone(input.subdistricts()), input.openAt() == null ? null : calendar.moment(input.openAt()),
                names(input.charge()),
                names(input.audiences()), names(input.accessible()), orNone(input.languages()), input.sort(),
                calendar.moment(clock.instant()), first, after == null ? List.of() : after.sortValues(), wanted,
                among == null ? null : List.copyOf(among));
    }

    /// The walk that narrows a search.
    record WalkLimit(GeoPoint from, OnFoot.Walker walker, int minutes) {}

    Optional<WalkLimit> walkLimit(FacilitySearchInput input) {
        Integer minutes = input.withinMinutes();
        if (minutes == null) {
            return Optional.empty();
        }
        if (input.near() == null) {
            throw new BadInput("search.withinMinutes", "WALK_NEEDS_NEAR");
        }
        if (minutes < 1 || minutes > LONGEST_WALK) {
            throw new BadInput("search.withinMinutes", "MINUTES_OUT_OF_RANGE", LONGEST_WALK);
        }
        return Optional.of(new WalkLimit(input.near().toWgs84("search.near"), input.profile(), minutes));
    }

    String prefix(String prefix) {
        String text = text(prefix, "prefix", LONGEST_PREFIX);
        if (text == null) {
            throw new BadInput("prefix", "TEXT_EMPTY");
        }
        return text;
    }

    void requirePageSize(int first, int largest) {
        if (first < 1 || first > largest) {
            throw new BadInput("first", "PAGE_SIZE_OUT_OF_RANGE", largest);
        }
    }

    /// Trimmed; null when nothing is left.
    private static @Nullable String text(@Nullable String text, String field, int longest) {
        if (text == null) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw new BadInput(field, "TEXT_TOO_LONG", longest);
        }
        if (text.codePoints().anyMatch(point -> Character.isISOControl(point) && !Character.isWhitespace(point))) {
            throw new BadInput(field, "TEXT_HAS_CONTROL_CHARACTERS");
        }
        String trimmed = text.strip();
        return trimmed.isEmpty() ? null : trimmed;
    }

    private static void requireRadius(@Nullable Integer radius, @Nullable GeoPoint near) {
        if (radius == null) {
            return;
        }
        if (radius < 1 || radius > WIDEST_RADIUS) {
            throw new BadInput("search.radiusMetres", "RADIUS_OUT_OF_RANGE", WIDEST_RADIUS);
        }
        if (near == null) {
            throw new BadInput("search.radiusMetres", "RADIUS_NEEDS_NEAR");
        }
    }

    private void requireKnownCategories(@Nullable List<String> codes) {
        requireFew(codes, "search.categories", MOST_CODES);
        for (String code : orNone(codes)) {
            if (categories.find(code).isEmpty()) {
                throw new BadInput("search.categories", "UNKNOWN_CATEGORY", BadInput.excerpt(code));
            }
        }
    }

    private void requireKnownSubdistricts(@Nullable List<String> codes) {
        requireFew(codes, "search.subdistricts", MOST_CODES);
        for (String code : orNone(codes)) {
            if (regions.findSubdistrict(code).isEmpty()) {
                throw new BadInput("search.subdistricts", "UNKNOWN_SUBDISTRICT", BadInput.excerpt(code));
            }
        }
    }

    private static void requireLanguages(@Nullable List<String> tags) {
        requireFew(tags, "search.languages", MOST_LANGUAGES);
        for (String tag : orNone(tags)) {
            if (!FacilityPolicy.LANGUAGE_TAG.matcher(tag).matches()) {
                throw new BadInput("search.languages", "NOT_A_LANGUAGE", BadInput.excerpt(tag));
            }
        }
    }

    private static void requireFew(@Nullable Collection<?> values, String field, int most) {
        if (values != null && values.size() > most) {
            throw new BadInput(field, "TOO_MANY", most);
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    private static List<String> names(@Nullable List<? extends Enum<?>> values) {
        return values == null ? List.of() : values.stream().map(Enum::name).toList();
    }
}
