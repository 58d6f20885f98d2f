package cn.jinlin.api.booking.figures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.jinlin.api.account.staff.Unit;
import cn.jinlin.api.account.staff.Units;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.facility.FacilityNodes;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.limits.RateLimits;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Caller;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Figures for everybody, and for the staff of a desk.
@Service
class FigureService {

    static final String LIMIT = "booking-figures";
    private static final int MOST_ROWS = 400;
    private static final int MOST_MONTHS = 36;

    private final FigureRows rows;
    private final Services services;
    private final Facilities facilities;
    private final FacilityNodes nodes;
    private final Units units;
    private final WorkingCalendar calendar;
    private final Access access;
    private final RateLimits limits;

    FigureService(FigureRows rows, Services services, Facilities facilities, FacilityNodes nodes, Units units,
            WorkingCalendar calendar, Access access, RateLimits limits) {
        this.rows = rows;
        this.services = services;
        this.facilities = facilities;
        this.nodes = nodes;
        this.units = units;
        this.calendar = calendar;
        this.access = access;
        this.limits = limits;
    }

    enum By {
        MONTH, SERVICE, FACILITY
    }

    /// @param service number
    /// @param facility global id
    record Asked(@Nullable String service, @Nullable String facility, int months, By by) {}

    /// @throws BadInput MONTHS_OUT_OF_RANGE, UNKNOWN_SERVICE, UNKNOWN_FACILITY
    @Transactional(readOnly = true)
    List<FigureNode> listPublic(Asked asked, Locale language) {
        limits.require(LIMIT);
        Long facility = asked.facility() == null
                ? null
                : GlobalId.findNumber("Facility", asked.facility())
                        .orElseThrow(() -> new BadInput("facility", "UNKNOWN_FACILITY"));
        return show(list(asked, facility), PublicFigures::rounded, language);
    }

    /// @throws BadInput UNKNOWN_UNIT also for one without a facility; MONTHS_OUT_OF_RANGE, UNKNOWN_SERVICE
    @Transactional(readOnly = true)
    List<FigureNode> listOfUnit(String unit, Asked asked, Locale language) {
        UUID id = GlobalId.readUuid(Unit.TYPE, unit, "unit", "UNKNOWN_UNIT");
        Caller caller = access.getCaller();
        if (!caller.holds(Role.FACILITY_DESK, id) && !caller.holds(Role.UNIT_LEADER, id)) {
            throw new AccessDeniedException("Needs FACILITY_DESK or UNIT_LEADER of the unit");
        }
        Long facility = units.find(id)
                .map(Unit::facility)
                .orElseThrow(() -> new BadInput("unit", "UNKNOWN_UNIT"));
        return show(list(asked, facility), PublicFigures::exact, language);
    }

    private List<Figure> list(Asked asked, @Nullable Long facility) {
        if (asked.months() < 1 || asked.months() > MOST_MONTHS) {
            throw new BadInput("months", "FIGURES_MONTHS_OUT_OF_RANGE", MOST_MONTHS);
        }
        Long service = asked.service() == null
                ? null
                : services.find(asked.service())
                        .map(BookableService::id)
                        .orElseThrow(() -> new BadInput("service", "UNKNOWN_SERVICE"));
        return rows.list(new FigureRows.Wanted(calendar.today().withDayOfMonth(1).minusMonths(asked.months() - 1L),
                service, asked.by() == By.SERVICE, facility, asked.by() == By.FACILITY, MOST_ROWS));
    }

    private List<FigureNode> show(List<Figure> figures, Function<Figure, PublicFigures.Shown> how, Locale language) {
        Map<Long, BookableService> named = services
                .list(figures.stream().flatMap(each -> Stream.ofNullable(each.service())).distinct().toList());
        Map<Long, Facility> places = facilities
                .list(figures.stream().flatMap(each -> Stream.ofNullable(each.facility())).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Facility::id, Function.identity()));
        return figures.stream().map(figure -> {
            Facility place = figure.facility() == null ? null : places.get(figure.facility());
            return new FigureNode(figure.month(), figure.service() == null ? null : named.get(figure.service()),
                    place == null ? null : nodes.show(place, language), how.apply(figure));
        }).toList();
    }
}
