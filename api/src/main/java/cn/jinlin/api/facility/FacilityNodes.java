package cn.jinlin.api.facility;

import java.time.Clock;
import java.util.Locale;

import cn.jinlin.api.calendar.OpeningHours;
import cn.jinlin.api.calendar.WorkingCalendar;
import cn.jinlin.api.region.Regions;
import org.springframework.stereotype.Component;

/// Shows facilities to a reader: names its category and regions, and says whether it is open.
@Component
public class FacilityNodes {

    private final Categories categories;
    private final Regions regions;
    private final WorkingCalendar calendar;
    private final Clock clock;

    FacilityNodes(Categories categories, Regions regions, WorkingCalendar calendar, Clock clock) {
        this.categories = categories;
        this.regions = regions;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// @param locale of its names
    public FacilityNode show(Facility facility, Locale locale) {
        FacilityDetails details = facility.details();
        OpeningHours hours = details.hours();
        return new FacilityNode(facility, categories.get(details.category()),
                details.subdistrict() == null ? null : regions.findSubdistrict(details.subdistrict()).orElse(null),
                details.neighbourhood() == null
                        ? null
                        : regions.findNeighbourhood(details.neighbourhood()).orElse(null),
                locale,
                () -> hours.areUnknown() || !facility.inService()
                        ? null
                        : hours.at(clock.instant(), calendar.published()));
    }
}
