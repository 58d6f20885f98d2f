package cn.jinlin.api.facility;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.region.PointInput;
import cn.jinlin.search.facility.SuggestHit;
import cn.jinlin.search.text.CategoryGuess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What to offer while somebody types: the categories the text may mean, then facilities.
@Component
class FacilitySuggestions {

    private static final int MOST_CATEGORIES = 2;

    private final FacilityFinder finder;
    private final Categories categories;

    FacilitySuggestions(FacilityFinder finder, Categories categories) {
        this.finder = finder;
        this.categories = categories;
    }

    List<FacilitySuggestion> list(String prefix, @Nullable PointInput near, int first, Locale locale) {
        List<SuggestHit> facilities = finder.suggest(prefix, near, first);
        Stream<FacilitySuggestion> kinds = CategoryGuess.listForPrefix(prefix)
                .stream()
                .flatMap(code -> categories.find(code).stream())
                .limit(MOST_CATEGORIES)
                .map(category -> new FacilitySuggestion(
                        Languages.pick(locale, category.name(), category.nameEn()), "", null, category, null));
        return Stream.concat(kinds, facilities.stream().map(hit -> suggestion(hit, locale))).limit(first).toList();
    }

    private FacilitySuggestion suggestion(SuggestHit hit, Locale locale) {
        return new FacilitySuggestion(Languages.pick(locale, hit.name(), hit.nameEn()), hit.address(),
                GlobalId.of("Facility", hit.id()), categories.get(hit.category()), hit.distanceMetres());
    }
}
