package cn.jinlin.api.booking.offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.FacilityNode;
import cn.jinlin.api.facility.FacilityNodes;
import cn.jinlin.api.facility.FacilityService;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/// What everybody may see of offers.
@Controller
class OfferController {

    private static final int LONGEST_WORDS = 100;
    private static final int MOST_FACILITIES = 200;
    private static final int MOST_SERVICES = 50;

    private final BookableServices record;
    private final Schedules schedules;
    private final Services services;
    private final FacilityService facilities;
    private final FacilityNodes nodes;

    OfferController(BookableServices record, Schedules schedules, Services services, FacilityService facilities,
            FacilityNodes nodes) {
        this.record = record;
        this.schedules = schedules;
        this.services = services;
        this.facilities = facilities;
        this.nodes = nodes;
    }

    @QueryMapping
    Connection<BookableService> bookableServices(@Argument @Nullable String words, @Argument @Nullable ServiceKind kind,
            @Argument @Nullable String facility, @Argument int first, @Argument @Nullable String after) {
        Connection.requireSize(first, MOST_SERVICES);
        if (words != null && words.length() > LONGEST_WORDS) {
            throw new BadInput("words", "TEXT_TOO_LONG", LONGEST_WORDS);
        }
        ServiceCursor cursor = after == null ? null : ServiceCursor.read(after);
        var wanted = new BookableServices.Wanted(words == null || words.isBlank() ? null : words, kind,
                facility == null ? null : Long.valueOf(OfferIds.facility(facility, "facility")));
        return Connection
                .of(first, after != null, record.page(wanted, cursor, first + 1),
                        row -> new ServiceCursor(row.wanted(), row.service().id()).write())
                .map(BookableServices.Placed::service);
    }

    @QueryMapping
    @Nullable
    BookableService bookableService(@Argument String number) {
        return services.find(number).orElse(null);
    }

    @BatchMapping(typeName = BookableService.TYPE, field = "facilities")
    Map<BookableService, List<FacilityNode>> facilities(List<BookableService> asked) {
        Map<Long, List<Long>> ids = schedules
                .listFacilities(asked.stream().map(BookableService::id).distinct().toList(), MOST_FACILITIES);
        Map<Long, FacilityNode> shown = show(ids.values().stream().flatMap(List::stream).distinct().toList());
        Map<BookableService, List<FacilityNode>> found = new HashMap<>();
        asked.forEach(service -> found.put(service, ids.getOrDefault(service.id(), List.of())
                .stream()
                .map(shown::get)
                .filter(Objects::nonNull)
                .toList()));
        return found;
    }

    @BatchMapping(typeName = "Facility", field = "bookable")
    Map<FacilityNode, List<BookableService>> bookable(List<FacilityNode> asked) {
        Map<Long, List<BookableService>> offered = record
                .listByFacility(asked.stream().map(FacilityNode::number).distinct().toList(), MOST_SERVICES);
        Map<FacilityNode, List<BookableService>> found = new HashMap<>();
        asked.forEach(facility -> found.put(facility,
                facility.inService() ? offered.getOrDefault(facility.number(), List.of()) : List.of()));
        return found;
    }

    @BatchMapping(typeName = Schedule.TYPE, field = "facility")
    Map<Schedule, FacilityNode> facility(List<Schedule> asked) {
        Map<Long, FacilityNode> shown = show(asked.stream().map(Schedule::facilityId).distinct().toList());
        Map<Schedule, FacilityNode> found = new HashMap<>();
        asked.forEach(schedule -> found.put(schedule, Objects.requireNonNull(shown.get(schedule.facilityId()))));
        return found;
    }

    @BatchMapping(typeName = Schedule.TYPE, field = "service")
    Map<Schedule, BookableService> service(List<Schedule> asked) {
        Map<Long, BookableService> known = services.list(asked.stream().map(Schedule::serviceId).distinct().toList());
        Map<Schedule, BookableService> found = new HashMap<>();
        asked.forEach(schedule -> found.put(schedule, Objects.requireNonNull(known.get(schedule.serviceId()))));
        return found;
    }

    private Map<Long, FacilityNode> show(List<Long> ids) {
        // No argument of a batch can be the language.
        Locale locale = LocaleContextHolder.getLocale();
        Map<Long, FacilityNode> shown = new HashMap<>();
        for (Facility facility : new ArrayList<>(facilities.list(ids).values())) {
            shown.put(facility.id(), nodes.show(facility, locale));
        }
        return shown;
    }
}
