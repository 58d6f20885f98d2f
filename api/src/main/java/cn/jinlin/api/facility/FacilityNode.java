package cn.jinlin.api.facility;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.OpeningState;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.region.Neighbourhood;
import cn.jinlin.api.region.Subdistrict;
import org.jspecify.annotations.Nullable;

/// A facility as the GraphQL type has it: one reader's language, one moment. Its accessors are the type's plain fields;
/// public so that graphql-java binds them once instead of reflecting each time.
public final class FacilityNode {

    private static final int MOST_EXCEPTIONS = 50;

    private final Facility facility;
    private final FacilityCategory category;
    private final @Nullable Subdistrict subdistrict;
    private final @Nullable Neighbourhood neighbourhood;
    private final Locale locale;
    private final Supplier<@Nullable OpeningState> opening;
    private @Nullable OpeningState state;
    private boolean isStateKnown;

    /// @param opening asked only when a reader wants to know; null when its hours are not recorded
    FacilityNode(Facility facility, FacilityCategory category, @Nullable Subdistrict subdistrict,
            @Nullable Neighbourhood neighbourhood, Locale locale, Supplier<@Nullable OpeningState> opening) {
        this.facility = facility;
        this.category = category;
        this.subdistrict = subdistrict;
        this.neighbourhood = neighbourhood;
        this.locale = locale;
        this.opening = opening;
    }

    private @Nullable OpeningState state() {
        if (!isStateKnown) {
            state = opening.get();
            isStateKnown = true;
        }
        return state;
    }

    Facility facility() {
        return facility;
    }

    /// The record's own number.
    public long number() {
        return facility.id();
    }

    public String id() {
        return GlobalId.of("Facility", facility.id());
    }

    public String name() {
        return facility.details().name();
    }

    public @Nullable String nameEn() {
        return facility.details().nameEn();
    }

    public List<String> otherNames() {
        return facility.details().otherNames();
    }

    public FacilityCategory category() {
        return category;
    }

    public @Nullable String operator() {
        return facility.details().operator();
    }

    public @Nullable String description() {
        return Languages.pickAny(locale, facility.details().description(), facility.details().descriptionEn());
    }

    public String address() {
        return facility.details().address();
    }

    public @Nullable String addressEn() {
        return facility.details().addressEn();
    }

    public @Nullable Subdistrict subdistrict() {
        return subdistrict;
    }

    public @Nullable Neighbourhood neighbourhood() {
        return neighbourhood;
    }

    public @Nullable Charge charge() {
        return facility.details().charge();
    }

    public List<Audience> audiences() {
        return facility.details().audiences();
    }

    public List<AccessibilityFeature> accessibility() {
        return facility.details().accessibility();
    }

    public List<String> languages() {
        return facility.details().languages();
    }

    public List<Phone> phones() {
        return facility.details().phones();
    }

    public @Nullable String website() {
        return facility.details().website();
    }

    public List<OfferedService> services() {
        return facility.details().services();
    }

    public @Nullable Boolean openNow() {
        OpeningState now = state();
        return now == null ? null : now.open();
    }

    public @Nullable Instant opensAt() {
        OpeningState now = state();
        return now == null ? null : now.opensAt();
    }

    public @Nullable Instant closesAt() {
        OpeningState now = state();
        return now == null ? null : now.closesAt();
    }

    public List<ExceptionDay> exceptions() {
        return facility.details().hours().exceptions().stream().limit(MOST_EXCEPTIONS).toList();
    }

    public boolean inService() {
        return facility.inService();
    }

    public Instant updatedAt() {
        return facility.updatedAt();
    }
}
