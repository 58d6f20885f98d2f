package cn.jinlin.api.circle.coverage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import cn.jinlin.api.facility.Categories;
import cn.jinlin.api.facility.FacilityCategory;
import cn.jinlin.api.facility.FacilityFeed;
import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.region.PointInput;
import cn.jinlin.api.region.Regions;
import cn.jinlin.api.region.Subdistrict;
import cn.jinlin.search.walk.Attachment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The door to coverage: how well homes are served, and how well they would be.
@Service
public class CoverageService {

    private static final int MOST_PLANNED = 20;
    private static final int LONGEST_HISTORY = 60;

    private final CoverageMaps maps;
    private final CoverageView view;
    private final CoverageHistory history;
    private final FacilityFeed feed;
    private final Categories categories;
    private final Regions regions;

    CoverageService(CoverageMaps maps, CoverageView view, CoverageHistory history, FacilityFeed feed,
            Categories categories, Regions regions) {
        this.maps = maps;
        this.view = view;
        this.history = history;
        this.feed = feed;
        this.categories = categories;
        this.regions = regions;
    }

    /// @param subdistrict code; null for the whole district
    /// @return empty while no network or no homes are known
    /// @throws BadInput when there is no such category or sub-district
    Optional<Coverage> find(String category, Walker walker, @Nullable String subdistrict) {
        FacilityCategory kind = category(category);
        Subdistrict within = subdistrict(subdistrict);
        return maps.current().map(ground -> {
            CoverageNumbers numbers = ground.of(kind, walker).numbers(feed);
            return new Coverage(kind, walker, within, view.summary(numbers, ground.homes(), within),
                    view.neighbourhoods(numbers, ground.homes(), within),
                    () -> view.cells(numbers, ground.homes(), ground.squares(), within));
        });
    }

    /// The same as it is and as it would be with facilities added and taken away.
    ///
    /// @param remove global ids
    /// @return empty while no network or no homes are known
    /// @throws BadInput when there is no such category or sub-district, an added point is off every path, or a removed
    /// facility is none of the category
    Optional<CoverageComparison> compare(String category, Walker walker, @Nullable String subdistrict,
            List<PointInput> add, List<String> remove) {
        FacilityCategory kind = category(category);
        Subdistrict within = subdistrict(subdistrict);
        requireFew(add, "add");
        requireFew(remove, "remove");
        return maps.current().map(ground -> {
            CategoryCoverage coverage = ground.of(kind, walker);
            CategoryCoverage.Plan plan = coverage.plan(added(add, coverage), removed(remove, coverage), feed);
            return new CoverageComparison(view.summary(plan.now(), ground.homes(), within),
                    view.summary(plan.then(), ground.homes(), within),
                    view.changes(plan.now(), plan.then(), ground.homes(), within));
        });
    }

    /// @param months how many back, 1 to 60
    /// @return oldest first
    /// @throws BadInput when there is no such category or sub-district, or the months are out of range
    List<CoverageMonth> listMonths(String category, Walker walker, @Nullable String subdistrict, int months) {
        FacilityCategory kind = category(category);
        Subdistrict within = subdistrict(subdistrict);
        if (months < 1 || months > LONGEST_HISTORY) {
            throw new BadInput("months", "MONTHS_OUT_OF_RANGE", LONGEST_HISTORY);
        }
        return history.list(kind, walker, within, months);
    }

    private List<Attachment> added(List<PointInput> points, CategoryCoverage coverage) {
        List<Attachment> added = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            String field = "add[" + i + "]";
            added.add(coverage.attach(points.get(i).toWgs84(field))
                    .orElseThrow(() -> new BadInput(field, "OUTSIDE_WALKING_NETWORK")));
        }
        return added;
    }

    private Set<Long> removed(List<String> ids, CategoryCoverage coverage) {
        Set<Long> removed = new LinkedHashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            String field = "remove[" + i + "]";
            removed.add(GlobalId.findNumber("Facility", ids.get(i))
                    .filter(id -> coverage.has(id, feed))
                    .orElseThrow(() -> new BadInput(field, "NOT_OF_CATEGORY")));
        }
        return removed;
    }

    private FacilityCategory category(String code) {
        return categories.find(code)
                .orElseThrow(() -> new BadInput("category", "UNKNOWN_CATEGORY", BadInput.excerpt(code)));
    }

    private @Nullable Subdistrict subdistrict(@Nullable String code) {
        return code == null
                ? null
                : regions.findSubdistrict(code)
                        .orElseThrow(() -> new BadInput("subdistrict", "UNKNOWN_SUBDISTRICT", BadInput.excerpt(code)));
    }

    private static void requireFew(List<?> planned, String field) {
        if (planned.size() > MOST_PLANNED) {
            throw new BadInput(field, "TOO_MANY", MOST_PLANNED);
        }
    }
}
