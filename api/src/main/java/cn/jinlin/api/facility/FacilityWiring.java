package cn.jinlin.api.facility;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import cn.jinlin.api.calendar.OpeningDay;
import cn.jinlin.api.calendar.OpeningHours;
import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Languages;
import cn.jinlin.api.graphql.PlainField;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.api.region.Point;
import cn.jinlin.search.GeoPoint;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// Fields computed from a facility or a category alone.
@Configuration(proxyBeanMethods = false)
class FacilityWiring {

    private static final int MOST_DAYS = 31;

    private final WorkingCalendar calendar;

    FacilityWiring(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    @Bean
    RuntimeWiringConfigurer facilityFields() {
        PlainField<FacilityNode> location = FacilityWiring::location;
        PlainField<FacilityNode> hours = this::hours;
        PlainField<FacilityNode> closedToday = this::closedToday;
        PlainField<FacilityCategory> categoryId = (category, _) -> GlobalId.of("FacilityCategory", category.code());
        PlainField<FacilityCategory> categoryName = (category, env) -> Languages.pick(env.getLocale(), category.name(),
                category.nameEn());
        PlainField<OfferedService> serviceId = (offered, _) -> GlobalId.of("FacilityService", offered.id());
        PlainField<OfferedService> serviceName = (offered, env) -> Languages.pick(env.getLocale(), offered.name(),
                offered.nameEn());
        return wiring -> wiring
                .type("Facility",
                        type -> type.dataFetcher("location", location)
                                .dataFetcher("hours", hours)
                                .dataFetcher("closedToday", closedToday))
                .type("FacilityCategory", type -> type.dataFetcher("id", categoryId).dataFetcher("name", categoryName))
                .type("FacilityService", type -> type.dataFetcher("id", serviceId).dataFetcher("name", serviceName));
    }

    private static @Nullable Point location(FacilityNode facility, DataFetchingEnvironment env) {
        GeoPoint location = facility.facility().details().location();
        String crs = env.getArgumentOrDefault("crs", CoordinateSystem.WGS84.name());
        return location == null ? null : Point.of(CoordinateSystem.valueOf(crs), location);
    }

    private @Nullable OpeningDay closedToday(FacilityNode facility, DataFetchingEnvironment env) {
        OpeningHours hours = facility.facility().details().hours();
        if (hours.areUnknown() || !facility.inService()) {
            return null;
        }
        OpeningDay today = hours.on(calendar.today(), calendar.published(), env.getLocale());
        return today.periods().isEmpty() ? today : null;
    }

    private List<OpeningDay> hours(FacilityNode facility, DataFetchingEnvironment env) {
        int days = env.getArgumentOrDefault("days", 0);
        if (days < 1 || days > MOST_DAYS) {
            throw new BadInput("days", "DAYS_OUT_OF_RANGE", MOST_DAYS);
        }
        OpeningHours hours = facility.facility().details().hours();
        LocalDate from = env.getArgument("from");
        LocalDate first = from == null ? calendar.today() : from;
        Locale locale = env.getLocale();
        return hours.areUnknown()
                ? List.of()
                : IntStream.range(0, days)
                        .mapToObj(day -> hours.on(first.plusDays(day), calendar.published(), locale))
                        .toList();
    }
}
