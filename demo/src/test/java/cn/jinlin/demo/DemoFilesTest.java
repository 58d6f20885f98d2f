package cn.jinlin.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class DemoFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void write() {
        DemoFiles.write(DemoDistrict.standard(), folder.resolve("new"));
    }

    @Test
    void writesOneRowForEachFacilityBeneathTheHeader() throws IOException {
        var lines = Files.readAllLines(folder.resolve("new/facilities.csv"));
        assertThat(lines).hasSize(2_401);
        assertThat(lines.getFirst()).startsWith("id,name,name_en,").endsWith(",schedules,exceptions,services");
        assertThat(lines).anyMatch(line -> line.contains("1-5 08:30-11:30; 1-5 13:30-16:30"))
                .anyMatch(line -> line.contains("..2026-04-30; "))
                .anyMatch(line -> line.contains(" closed "));
    }

    @Test
    void writesBothLevelsOfBoundaries() {
        var features = read("boundaries.geojson").get("features");
        assertThat(features).hasSize(312);
        var last = features.get(311);
        assertThat(last.at("/properties/level").asString()).isEqualTo("neighbourhood");
        assertThat(last.at("/properties/parent").asString()).isEqualTo("D12");
        assertThat(last.at("/geometry/coordinates/0")).hasSize(5);
    }

    @Test
    void writesCalendarsWhoseMakeUpDaysFallOnWeekends() {
        for (int year : Set.of(2025, 2026)) {
            var calendar = read("calendar-" + year + ".json");
            assertThat(calendar.get("year").asInt()).isEqualTo(year);
            for (JsonNode day : calendar.get("days")) {
                var date = LocalDate.parse(day.get("date").asString());
                assertThat(date.getYear()).isEqualTo(year);
                if (!day.get("isOffDay").asBoolean()) {
                    assertThat(date.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                }
            }
        }
        assertThat(read("calendar-2025.json").get("days")).hasSize(33);
        assertThat(read("calendar-2026.json").get("days")).hasSize(39);
    }

    @Test
    void writesServicesWhoseSchedulesPointAtFacilitiesThatAreThere() throws IOException {
        var ids = Files.readAllLines(folder.resolve("new/facilities.csv"))
                .stream()
                .map(line -> line.split(",", 2)[0])
                .collect(Collectors.toSet());
        var services = read("services.json").get("services");
        var counters = new HashSet<String>();
        assertThat(services).hasSize(25);
        for (JsonNode service : services) {
            assertThat(service.get("schedules")).as(service.get("number").asString()).isNotEmpty();
            for (JsonNode schedule : service.get("schedules")) {
                assertThat(ids).contains(schedule.get("facility").asString());
                assertThat(counters.add(schedule.get("facility").asString() + schedule.get("resource").asString()))
                        .isTrue();
            }
        }
    }

    @Test
    void writesTheSameServicesForTheSameSeed() throws IOException {
        DemoFiles.write(DemoDistrict.standard(), folder.resolve("again"));
        assertThat(folder.resolve("again/services.json")).hasSameTextualContentAs(folder.resolve("new/services.json"));
    }

    private JsonNode read(String file) {
        return JsonMapper.shared().readTree(folder.resolve("new").resolve(file));
    }
}
