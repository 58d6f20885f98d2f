package cn.jinlin.api.circle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import cn.jinlin.api.calendar.OpeningHours;
import cn.jinlin.api.calendar.PublishedCalendar;
import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.circle.WalkCircle.CircleCategory;
import cn.jinlin.api.circle.WalkCircle.CircleTier;
import cn.jinlin.api.circle.WalkCircle.MissingCategory;
import cn.jinlin.api.circle.WalkCircle.ReachedFacility;
import cn.jinlin.api.circle.network.WalkMap;
import cn.jinlin.api.facility.Categories;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.FacilityCategory;
import cn.jinlin.api.facility.FacilityNodes;
import cn.jinlin.api.facility.FacilityService;
import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.facility.Tier;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.Outline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what a circle shows: what is reached, by tier and category, and what each tier lacks.
@Component
class Circles {

    /// What a tier lacks can only be said after looking as far as the farthest tier promises.
    private static final int FARTHEST_PROMISE = 15;

    private final CircleService service;
    private final FacilityService facilities;
    private final FacilityNodes nodes;
    private final Categories categories;
    private final WorkingCalendar calendar;

    Circles(CircleService service, FacilityService facilities, FacilityNodes nodes, Categories categories,
            WorkingCalendar calendar) {
        this.service = service;
        this.facilities = facilities;
        this.nodes = nodes;
        this.categories = categories;
        this.calendar = calendar;
    }

    /// @param only code of the category to tell of; all when null
    /// @throws BadInput when there is no such category, or no path passes near the point
    WalkCircle around(GeoPoint at, Walker walker, int minutes, Instant openAt, @Nullable String only, Locale locale) {
        List<FacilityCategory> wanted = only == null ? categories.list() : List.of(category(only));
        WalkMap.Reached reached = service.reached(at, walker, Math.max(minutes, FARTHEST_PROMISE), "at");
        Map<String, List<ReachedFacility>> byCategory = byCategory(reached, openAt, locale);
        List<CircleTier> tiers = Arrays.stream(Tier.values())
                .map(tier -> tier(tier, wanted, minutes, byCategory))
                .toList();
        int total = only == null
                ? CircleService.within(reached, minutes).size()
                : within(byCategory.getOrDefault(only, List.of()), minutes).size();
        return new WalkCircle(walker, minutes, reached.estimated(), (int) Math.round(reached.metresToPath()), total,
                tiers, () -> outline(at, walker, minutes));
    }

    private Outline outline(GeoPoint at, Walker walker, int minutes) {
        return service.reached(at, walker, minutes, "at").outline().orElse(new Outline(List.of()));
    }

    private Map<String, List<ReachedFacility>> byCategory(WalkMap.Reached reached, Instant openAt, Locale locale) {
        PublishedCalendar published = calendar.published();
        Map<Long, Facility> known = facilities.list(reached.found().stream().map(WalkMap.Reached.Found::id).toList());
        Map<String, List<ReachedFacility>> byCategory = new LinkedHashMap<>();
        for (WalkMap.Reached.Found found : reached.found()) {
            Facility facility = known.get(found.id());
            // Closed a moment ago: the map hears of it within a second.
            if (facility != null && facility.inService()) {
                OpeningHours hours = facility.details().hours();
                byCategory.computeIfAbsent(facility.details().category(), _ -> new ArrayList<>())
                        .add(new ReachedFacility(found.walk(), () -> nodes.show(facility, locale),
                                () -> hours.areUnknown() ? null : hours.at(openAt, published).open()));
            }
        }
        return byCategory;
    }

    private FacilityCategory category(String code) {
        return categories.find(code)
                .orElseThrow(() -> new BadInput("category", "UNKNOWN_CATEGORY", BadInput.excerpt(code)));
    }

    private static CircleTier tier(Tier tier, List<FacilityCategory> wanted, int minutes,
            Map<String, List<ReachedFacility>> byCategory) {
        List<FacilityCategory> own = wanted.stream().filter(category -> category.tier() == tier).toList();
        var there = new ArrayList<CircleCategory>();
        var missing = new ArrayList<MissingCategory>();
        for (FacilityCategory category : own) {
            List<ReachedFacility> reached = byCategory.getOrDefault(category.code(), List.of());
            List<ReachedFacility> listed = within(reached, minutes);
            if (!listed.isEmpty()) {
                there.add(new CircleCategory(category, listed));
            }
            if (within(reached, tier.minutes()).isEmpty()) {
                missing.add(new MissingCategory(category, reached.isEmpty() ? null : reached.getFirst()));
            }
        }
        return new CircleTier(tier, tier.minutes(), there, missing);
    }

    private static List<ReachedFacility> within(List<ReachedFacility> reached, int minutes) {
        return reached.stream().takeWhile(each -> each.walk().seconds() <= minutes * 60.0).toList();
    }
}
