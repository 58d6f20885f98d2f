package cn.jinlin.search.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.jinlin.demo.DemoArea;
import cn.jinlin.demo.DemoDistrict;
import cn.jinlin.demo.DemoFacility;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.facility.OpeningTimes.Span;

/// The demo district's facilities as the index takes them.
final class DemoDocuments {

    private DemoDocuments() {}

    /// @param count how many facilities the district has
    static Stream<FacilityDocument> of(int count) {
        DemoDistrict district = DemoDistrict.of(DemoDistrict.DEFAULT_SEED, count);
        Map<String, String> subdistricts = district.subdistricts()
                .stream()
                .collect(Collectors.toMap(DemoArea::code, DemoArea::name));
        long[] id = {0};
        return district.facilities().map(facility -> of(++id[0], facility, subdistricts));
    }

    private static FacilityDocument of(long id, DemoFacility facility, Map<String, String> subdistrictNames) {
        List<String> services = facility.services()
                .stream()
                .flatMap(service -> Stream.of(service.name(), service.nameEn()))
                .toList();
        return new FacilityDocument(id, 1, facility.name(), facility.nameEn(), facility.otherNames(),
                facility.category(), CategoryNames.of(facility.category()), facility.subdistrict(),
                subdistrictNames.get(facility.subdistrict()), facility.address(), facility.addressEn(),
                new GeoPoint(facility.location().lat(), facility.location().lon()), facility.charge(),
                facility.audiences(), facility.accessibility(), facility.languages(), services, opening(facility),
                "{\"name\":\"" + facility.name() + "\"}");
    }

    private static OpeningTimes opening(DemoFacility facility) {
        List<Span> spans = new ArrayList<>();
        for (DemoFacility.Hours hours : facility.schedules()) {
            int closes = hours.closes() > hours.opens() ? hours.closes() : hours.closes() + 1440;
            for (int day : hours.byday()) {
                int start = (day - 1) * OpeningTimes.MINUTES_PER_KIND;
                spans.add(new Span(start + hours.opens(), start + closes, hours.validFrom(), hours.validTo()));
            }
        }
        return new OpeningTimes(spans, facility.exceptions().stream().map(DemoFacility.Closure::date).toList(),
                List.of());
    }
}
