package cn.jinlin.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoDistrictTest {

    private final DemoDistrict district = DemoDistrict.standard();

    @Test
    void hasTwelveSubdistrictsAndThreeHundredNeighbourhoods() {
        assertThat(district.subdistricts()).hasSize(12).extracting(DemoArea::name).doesNotHaveDuplicates();
        assertThat(district.neighbourhoods()).hasSize(300).extracting(DemoArea::name).doesNotHaveDuplicates();
        assertThat(district.neighbourhoods().stream().collect(Collectors.groupingBy(DemoArea::parent)).values())
                .allSatisfy(inOne -> assertThat(inOne).hasSize(25));
    }

    @Test
    void tilesTheDistrictOnBothLevels() {
        assertThat(areaOf(district.neighbourhoods())).isCloseTo(areaOf(district.subdistricts()),
                Offset.offset(1e-12));
        assertNoEdgeIsUsedTwiceInOneDirection(district.subdistricts());
        assertNoEdgeIsUsedTwiceInOneDirection(district.neighbourhoods());
    }

    @Test
    void givesTheSameFacilitiesForTheSameSeed() {
        var again = DemoDistrict.standard();
        assertThat(again.facilities()).containsExactlyElementsOf(district.facilities().toList());
        assertThat(DemoDistrict.of(1, 100).facilities().toList())
                .isNotEqualTo(DemoDistrict.of(2, 100).facilities().toList());
    }

    @Test
    void keepsEveryFacilityWhenMoreAreAskedFor() {
        var larger = DemoDistrict.of(DemoDistrict.DEFAULT_SEED, 5_000).facilities().collect(Collectors.toSet());
        assertThat(larger).hasSize(5_000).containsAll(district.facilities().toList());
    }

    @Test
    void fillsEveryCategoryInPlausibleNumbers() {
        Map<String, Long> counts = district.facilities()
                .collect(Collectors.groupingBy(DemoFacility::category, Collectors.counting()));
        assertThat(counts).hasSize(35).containsEntry("GOV-A", 12L).containsEntry("GOV-V", 300L);
        assertThat(counts.get("TRN-B")).isGreaterThan(counts.get("EDU-J"));
        assertThat(district.facilities().filter(f -> f.category().equals("GOV-A")).map(DemoFacility::subdistrict))
                .doesNotHaveDuplicates();
    }

    @Test
    void hasNoTwoFacilitiesOfOneNameAtOnePlace() {
        assertThat(district.facilities().map(f -> f.name() + f.location())).doesNotHaveDuplicates();
        assertThat(district.facilities().map(DemoFacility::id)).doesNotHaveDuplicates();
    }

    @Test
    void placesEveryFacilityInsideTheNeighbourhoodItNames() {
        Map<String, DemoArea> areas = district.neighbourhoods()
                .stream()
                .collect(Collectors.toMap(DemoArea::code, Function.identity()));
        assertThat(district.facilities()).allSatisfy(f -> {
            var area = Objects.requireNonNull(areas.get(f.neighbourhood()));
            assertThat(contains(area.boundary(), f.location())).isTrue();
            assertThat(area.parent()).isEqualTo(f.subdistrict());
        });
    }

    @Test
    void givesEveryFacilityAnAddressOnOneOfItsRoads() {
        assertThat(district.roads()).extracting(DemoRoad::name).doesNotHaveDuplicates().hasSizeGreaterThan(300);
        var names = district.roads().stream().map(DemoRoad::name).collect(Collectors.toSet());
        assertThat(district.facilities().filter(f -> !f.category().equals("TRN-B")))
                .allSatisfy(f -> assertThat(names).contains(f.address().replaceFirst("\\d.*", "")));
    }

    @Test
    void showsEveryShapeOfOpeningHours() {
        var hours = district.facilities().flatMap(f -> f.schedules().stream()).toList();
        assertThat(hours).anyMatch(h -> h.opens() == 0 && h.closes() == 1440)
                .anyMatch(h -> h.closes() < h.opens())
                .anyMatch(h -> h.validFrom() != null && h.validTo() != null);
        assertThat(district.facilities()).anyMatch(f -> !f.exceptions().isEmpty())
                .anyMatch(f -> f.schedules().size() >= 3);
    }

    @Test
    void offersAllSixHelpsOfHomeCare() {
        var services = district.facilities()
                .filter(f -> f.category().equals("ELD-C"))
                .flatMap(f -> f.services().stream())
                .map(DemoFacility.Service::name)
                .collect(Collectors.toSet());
        assertThat(services).contains("助餐", "助洁", "助急", "助浴", "助行", "助医");
    }

    @Test
    void leavesNoPlaceInANameUnfilled() {
        assertThat(district.facilities().toList().toString()).doesNotContain("{", "}");
    }

    @Test
    void refusesADistrictWithoutFacilities() {
        assertThatThrownBy(() -> DemoDistrict.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesExactlyAsManyFacilitiesAsAskedFor() {
        for (int wanted : List.of(1, 34, 35, 100, 2_400, 40_000)) {
            assertThat(DemoDistrict.of(7, wanted).facilities().count()).isEqualTo(wanted);
        }
    }

    private static void assertNoEdgeIsUsedTwiceInOneDirection(List<DemoArea> areas) {
        var edges = new HashSet<List<DemoPoint>>();
        var open = new HashMap<List<DemoPoint>, String>();
        for (DemoArea area : areas) {
            for (int i = 0; i + 1 < area.boundary().size(); i++) {
                var edge = List.of(area.boundary().get(i), area.boundary().get(i + 1));
                assertThat(edges.add(edge)).as("edge of %s", area.name()).isTrue();
                if (open.remove(edge.reversed()) == null) {
                    open.put(edge, area.code());
                }
            }
        }
        assertThat(open).as("edges without a neighbour are the district's own outline").hasSize(70);
    }

    private static double areaOf(List<DemoArea> areas) {
        return areas.stream().mapToDouble(area -> {
            double twice = 0;
            for (int i = 0; i + 1 < area.boundary().size(); i++) {
                var a = area.boundary().get(i);
                var b = area.boundary().get(i + 1);
                twice += a.lon() * b.lat() - b.lon() * a.lat();
            }
            assertThat(twice).as("%s runs anticlockwise", area.name()).isPositive();
            return twice / 2;
        }).sum();
    }

    static boolean contains(List<DemoPoint> ring, DemoPoint point) {
        boolean inside = false;
        for (int i = 0; i + 1 < ring.size(); i++) {
            var a = ring.get(i);
            var b = ring.get(i + 1);
            if (a.lat() > point.lat() != b.lat() > point.lat()
                    && point.lon() < (b.lon() - a.lon()) * (point.lat() - a.lat()) / (b.lat() - a.lat()) + a.lon()) {
                inside = !inside;
            }
        }
        return inside;
    }
}
