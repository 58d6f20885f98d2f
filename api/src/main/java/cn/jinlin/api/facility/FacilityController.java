package cn.jinlin.api.facility;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.Selected;
import cn.jinlin.api.region.PointInput;
import cn.jinlin.api.region.Regions;
import cn.jinlin.search.facility.FacilityHits;
import cn.jinlin.search.facility.FacilityQuery.Part;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class FacilityController {

    private final FacilityService service;
    private final FacilityFinder finder;
    private final FacilitySuggestions suggestions;
    private final FacilityNodes nodes;
    private final Categories categories;
    private final Regions regions;
    private final Messages messages;

    FacilityController(FacilityService service, FacilityFinder finder, FacilitySuggestions suggestions,
            FacilityNodes nodes,
            Categories categories, Regions regions, Messages messages) {
        this.service = service;
        this.finder = finder;
        this.suggestions = suggestions;
        this.nodes = nodes;
        this.categories = categories;
        this.regions = regions;
        this.messages = messages;
    }

    @QueryMapping
    FacilityConnection facilities(@Argument FacilitySearchInput search, @Argument int first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment, Locale locale) {
        FacilityResults results = finder.search(search, first, after == null ? null : FacilityCursor.read(after),
                wanted(new Selected(environment)));
        return FacilityConnection.of(results, nodes, facets(results.facets()), locale);
    }

    private static EnumSet<Part> wanted(Selected selected) {
        var wanted = EnumSet.noneOf(Part.class);
        if (selected.contains("totalCount") || selected.contains("totalCountIsLowerBound")) {
            wanted.add(Part.TOTAL);
        }
        if (selected.contains("facets")) {
            wanted.add(Part.FACETS);
        }
        if (selected.contains("edges", "highlights")) {
            wanted.add(Part.HIGHLIGHTS);
        }
        return wanted;
    }

    private FacilityConnection.Facets facets(FacilityHits.Facets counted) {
        return new FacilityConnection.Facets(
                FacilityConnection.counts(counted.categories(), categories::find,
                        FacilityConnection.CategoryCount::new),
                FacilityConnection.counts(counted.subdistricts(), regions::findSubdistrict,
                        FacilityConnection.SubdistrictCount::new),
                FacilityConnection.counts(counted.charges(), code -> Optional.of(Charge.valueOf(code)),
                        FacilityConnection.ChargeCount::new),
                FacilityConnection.counts(counted.accessibility(),
                        code -> Optional.of(AccessibilityFeature.valueOf(code)),
                        FacilityConnection.AccessibilityCount::new));
    }

    @QueryMapping
    @Nullable
    FacilityNode facility(@Argument String id, Locale locale) {
        return GlobalId.findNumber("Facility", id)
                .flatMap(service::find)
                .map(facility -> nodes.show(facility, locale))
                .orElse(null);
    }

    @QueryMapping
    List<FacilitySuggestion> suggestFacilities(@Argument String prefix, @Argument @Nullable PointInput near,
            @Argument int first,
            Locale locale) {
        return suggestions.list(prefix, near, first, locale);
    }

    @QueryMapping
    List<FacilityCategory> categories() {
        return categories.list();
    }

    @MutationMapping
    FacilityPayload createFacility(@Argument FacilityInputs.Create input, Locale locale) {
        return payload(() -> service.create(input.details()), locale);
    }

    @MutationMapping
    FacilityPayload updateFacility(@Argument FacilityInputs.Update input, Locale locale) {
        return change(input.id(), id -> service.update(id, input::over), locale);
    }

    @MutationMapping
    FacilityPayload closeFacility(@Argument FacilityInputs.Close input, Locale locale) {
        return change(input.id(), service::close, locale);
    }

    @MutationMapping
    FacilityPayload declareFacilityException(@Argument FacilityInputs.DeclareException input, Locale locale) {
        return change(input.id(), id -> service.declare(id, input.day()), locale);
    }

    private FacilityPayload change(String id, LongFunction<Facility> act, Locale locale) {
        return payload(() -> act.apply(GlobalId.findNumber("Facility", id)
                .orElseThrow(() -> new BadInput("input.id", "UNKNOWN_FACILITY"))), locale);
    }

    private FacilityPayload payload(Supplier<Facility> act, Locale locale) {
        return messages.tell(() -> nodes.show(act.get(), locale), FacilityPayload::new, locale);
    }
}
