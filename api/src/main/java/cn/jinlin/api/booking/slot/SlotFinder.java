package cn.jinlin.api.booking.slot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.OpenSpan;
import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.booking.offer.ServiceKind;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.capacity.Interval;
import cn.jinlin.api.capacity.Intervals;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.FacilityService;
import cn.jinlin.api.facility.OnFoot.Walk;
import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.search.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Finds times: three statements for any number of days and facilities, the service, its schedules and their slots.
@Service
public class SlotFinder {

    private static final int MOST_FACILITIES = 20;
    private static final int MOST_DAYS = 31;
    private static final int MOST_SLOTS = 800;

    private final Services services;
    private final Places places;
    private final Intervals intervals;
    private final FacilityService facilities;
    private final Nearest nearest;
    private final Clock clock;

    SlotFinder(Services services, Places places, Intervals intervals, FacilityService facilities, Nearest nearest,
            Clock clock) {
        this.services = services;
        this.places = places;
        this.intervals = intervals;
        this.facilities = facilities;
        this.nearest = nearest;
        this.clock = clock;
    }

    /// Slots with all that is said about them, by id, as anybody sees them; those there are.
    public Map<Long, SlotView> list(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<SlotRecord> found = places.listSlots(ids);
        Map<Long, Schedule> schedules = services.listSchedulesById(
                found.stream().map(SlotRecord::series).distinct().toList());
        Map<Long, BookableService> offered = services.list(
                schedules.values().stream().map(Schedule::serviceId).distinct().toList());
        Map<Long, Facility> where = facilities.list(
                schedules.values().stream().map(Schedule::facilityId).distinct().toList());
        Instant now = clock.instant();
        Map<Long, SlotView> views = new HashMap<>();
        for (SlotRecord slot : found) {
            Schedule schedule = schedules.get(slot.series());
            BookableService service = schedule == null ? null : offered.get(schedule.serviceId());
            Facility facility = schedule == null ? null : where.get(schedule.facilityId());
            if (schedule != null && service != null && facility != null) {
                views.put(slot.id(), new SlotView(slot, schedule, service, facility, now, 1, false));
            }
        }
        return views;
    }

    public Optional<SlotView> find(long id) {
        return Optional.ofNullable(list(List.of(id)).get(id));
    }

    /// @throws BadInput UNKNOWN_SERVICE, DAYS_OUT_OF_RANGE, TOO_MANY_FACILITIES, PARTY_OUT_OF_RANGE
    SlotsAnswer find(SlotsInput input) {
        BookableService service = services.find(input.service())
                .orElseThrow(() -> new BadInput("input.service", "UNKNOWN_SERVICE"));
        LocalDate first = firstDay(input);
        if (input.wantedParty() < 1 || input.wantedParty() > service.partyLimit()) {
            throw new BadInput("input.party", "PARTY_OUT_OF_RANGE", service.partyLimit());
        }
        List<Long> wanted = wanted(input);
        GeoPoint near = input.near() == null ? null : input.near().toWgs84("input.near");
        Map<Long, List<Schedule>> schedules = services.listSchedules(service.id(), wanted)
                .stream()
                .collect(Collectors.groupingBy(Schedule::facilityId));
        List<Facility> offering = facilities.list(schedules.keySet())
                .values()
                .stream()
                .filter(Facility::inService)
                .toList();
        Map<Long, Walk> walks = near == null
                ? Map.of()
                : nearest.walks(near, Objects.requireNonNullElse(input.profile(), Walker.ADULT), offering);
        List<Facility> shown = offering.stream()
                .sorted(byWalk(walks))
                .limit(MOST_FACILITIES)
                .toList();
        List<Schedule> among = shown.stream()
                .flatMap(one -> schedules.getOrDefault(one.id(), List.of()).stream())
                .toList();
        var span = new OpenSpan(midnight(first), midnight(input.to().plusDays(1)));
        Map<Long, List<SlotView>> slots = service.kind() == ServiceKind.ROOM
                ? Map.of()
                : slots(input, service, shown, among, span);
        Map<Long, List<SlotsAnswer.Room>> rooms = service.kind() == ServiceKind.ROOM
                ? rooms(among, first, input.to(), span)
                : Map.of();
        List<SlotsAnswer.OfFacility> answer = shown.stream()
                .map(one -> new SlotsAnswer.OfFacility(one, walks.get(one.id()),
                        slots.getOrDefault(one.id(), List.of()),
                        rooms.getOrDefault(one.id(), List.of())))
                .sorted(inOrder(near != null))
                .toList();
        return new SlotsAnswer(answer, services.findUnpublished(first, input.to()).orElse(null));
    }

    private LocalDate firstDay(SlotsInput input) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Scalars.SHANGHAI);
        LocalDate first = input.from().isBefore(today) ? today : input.from();
        if (input.to().isBefore(first) || !input.to().isBefore(first.plusDays(MOST_DAYS))) {
            throw new BadInput("input.to", "DAYS_OUT_OF_RANGE", MOST_DAYS);
        }
        return first;
    }

    private static List<Long> wanted(SlotsInput input) {
        List<String> named = input.facilities();
        if (named == null) {
            return List.of();
        }
        if (named.isEmpty() || named.size() > MOST_FACILITIES) {
            throw new BadInput("input.facilities", "TOO_MANY_FACILITIES", MOST_FACILITIES);
        }
        return named.stream()
                .map(id -> GlobalId.findNumber("Facility", id)
                        .orElseThrow(() -> new BadInput("input.facilities", "UNKNOWN_FACILITY")))
                .toList();
    }

    private Map<Long, List<SlotView>> slots(SlotsInput input, BookableService service, List<Facility> shown,
            List<Schedule> among, OpenSpan span) {
        Map<Long, Facility> where = shown.stream().collect(Collectors.toMap(Facility::id, one -> one));
        Map<Long, Schedule> bySeries = among.stream().collect(Collectors.toMap(Schedule::id, one -> one));
        Instant now = clock.instant();
        Map<Long, List<SlotView>> slots = new HashMap<>();
        for (SlotRecord slot : places.listSlots(bySeries.keySet(), span.from(), span.to())) {
            Schedule schedule = Objects.requireNonNull(bySeries.get(slot.series()));
            List<SlotView> there = slots.computeIfAbsent(schedule.facilityId(), _ -> new java.util.ArrayList<>());
            if (there.size() < MOST_SLOTS && now.isBefore(slot.startsAt())) {
                there.add(new SlotView(slot, schedule, service,
                        Objects.requireNonNull(where.get(schedule.facilityId())), now, input.wantedParty(),
                        input.wantsPriority()));
            }
        }
        return slots;
    }

    private Map<Long, List<SlotsAnswer.Room>> rooms(List<Schedule> among, LocalDate first, LocalDate last,
            OpenSpan span) {
        Map<Long, List<Interval>> taken = intervals
                .list(among.stream().map(Schedule::id).toList(), span.from(), span.to())
                .stream()
                .collect(Collectors.groupingBy(Interval::series));
        return among.stream().collect(Collectors.groupingBy(Schedule::facilityId, Collectors.mapping(schedule -> {
            Instant earliest = clock.instant().plus(Duration.ofMinutes(schedule.leadMinutes()));
            return new SlotsAnswer.Room(schedule, FreeSpans.of(
                    services.listOpen(schedule, first, lastDay(schedule, last)),
                    taken.getOrDefault(schedule.id(), List.of()), earliest, schedule.durationMinutes()));
        }, Collectors.toList())));
    }

    private LocalDate lastDay(Schedule schedule, LocalDate wanted) {
        LocalDate horizon = LocalDate.ofInstant(clock.instant(), Scalars.SHANGHAI)
                .plusDays(schedule.horizonDays() - 1L);
        return wanted.isBefore(horizon) ? wanted : horizon;
    }

    private static Comparator<Facility> byWalk(Map<Long, Walk> walks) {
        return Comparator.<Facility>comparingInt(one -> tenths(walks.get(one.id())))
                .thenComparing(one -> one.details().name())
                .thenComparingLong(Facility::id);
    }

    /// With a point the shortest walk leads, without one the earliest free time; the other one decides between equals.
    private static Comparator<SlotsAnswer.OfFacility> inOrder(boolean isNear) {
        Comparator<SlotsAnswer.OfFacility> walk = Comparator.comparingInt(one -> tenths(one.walk()));
        Comparator<SlotsAnswer.OfFacility> time = Comparator.comparing(SlotsAnswer.OfFacility::firstFree);
        Comparator<SlotsAnswer.OfFacility> first = isNear ? walk.thenComparing(time) : time.thenComparing(walk);
        return first.thenComparing(one -> one.facility().details().name());
    }

    private static int tenths(@Nullable Walk walk) {
        return walk == null ? Integer.MAX_VALUE : walk.tenths();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Scalars.SHANGHAI).toInstant();
    }
}
