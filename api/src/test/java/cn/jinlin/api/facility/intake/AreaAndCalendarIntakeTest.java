package cn.jinlin.api.facility.intake;

import java.nio.file.Path;

import cn.jinlin.api.calendar.CalendarChanged;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.demo.DemoDistrict;
import cn.jinlin.demo.DemoFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SuppressWarnings("NullAway.Init")
class AreaAndCalendarIntakeTest {

    private static final String SQUARE = "[[[121.3,31],[121.5,31],[121.5,31.2],[121.3,31.2],[121.3,31]]]";

    @TempDir
    Path folder;
    IntakeFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new IntakeFixture(folder);
        DemoFiles.write(DemoDistrict.standard(), folder);
    }

    @Test
    void takesBoundariesOnceHoweverOftenTheyCome() {
        assertThat(boundaries(folder.resolve(DemoFiles.BOUNDARIES)).created()).isEqualTo(312);
        fixture.events.clear();
        assertThat(boundaries(folder.resolve(DemoFiles.BOUNDARIES)).unchanged()).isEqualTo(312);
        assertThat(fixture.events).isEmpty();
        assertThat(fixture.count("neighbourhood where boundary is null")).isZero();
    }

    @Test
    void givesASubdistrictThatCameByNameItsCodeAndBoundary() {
        fixture.take(fixture.write("a.csv", "name,category,街道\n长征药店,PHA,甲街道\n"));
        boundaries(fixture.write("b.geojson", area("subdistrict", "A1", "甲街道", "", SQUARE)));
        assertThat(
                fixture.sql.sql("select code from subdistrict where boundary is not null").query(String.class).list())
                .containsExactly("A1");
        assertThat(fixture.count("subdistrict")).isEqualTo(1);
    }

    @Test
    void refusesBoundariesThatMakeNoSenseAndKeepsNothing() {
        for (String bad : new String[]{area("street", "A", "甲街道", "", SQUARE),
            area("subdistrict", "", "甲街道", "", SQUARE),
            area("subdistrict", "A", "", "", SQUARE), area("neighbourhood", "N", "甲居委", "nowhere", SQUARE),
            area("subdistrict", "A", "甲街道", "", "[[[121.3,31],[121.5,31.2],[121.5,31],[121.3,31.2],[121.3,31]]]"),
            area("subdistrict", "A", "甲街道", "", "[[[31,121],[31.2,121],[31.2,121.5],[31,121]]]")}) {
            assertThatThrownBy(() -> boundaries(fixture.write("b.geojson", bad))).as(bad)
                    .isInstanceOf(IntakeRefused.class);
            assertThat(fixture.count("subdistrict")).isZero();
        }
    }

    @Test
    void takesANeighbourhoodThatStandsBeforeItsSubdistrict() {
        var later = feature("subdistrict", "A", "甲街道", "", SQUARE);
        var first = feature("neighbourhood", "A1", "甲一居委会", "A", SQUARE);
        assertThat(boundaries(fixture.write("b.geojson", collection(first + "," + later))).created()).isEqualTo(2);
    }

    @Test
    void takesTheCalendarOfAYearInPlaceOfTheOneBefore() {
        var report = calendar(folder.resolve("calendar-2026.json"));
        assertThat(report.created()).isEqualTo(39);
        calendar(folder.resolve("calendar-2026.json"));
        assertThat(fixture.count("calendar_day")).isEqualTo(39);
        assertThat(fixture.count("calendar_day where date = '2026-10-10' and not is_off_day")).isEqualTo(1);
        assertThat(fixture.events).contains(new CalendarChanged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"year\": 1900, \"days\": []}", "{\"year\": 2026, \"days\": []}",
        "{\"year\": 2026, \"days\": [{\"name\": \"元旦\", \"date\": \"2027-01-01\", \"isOffDay\": true}]}",
        "{\"year\": 2026, \"days\": [{\"name\": \"元旦\", \"date\": \"2026-01-05\", \"isOffDay\": false}]}",
        "{\"year\": 2026, \"days\": [{\"name\": \"元旦\", \"date\": \"2026-02-30\", \"isOffDay\": true}]}",
        "{\"year\": 2026, \"days\": [{\"name\": \"\", \"date\": \"2026-01-01\", \"isOffDay\": true}]}",
        "{\"year\": 2026, \"days\": [{\"name\": \"元旦\", \"date\": \"2026-01-01\"}]}", "[]",
        "{\"year\": 2026, \"days\": [{\"na"})
    void refusesACalendarThatCannotBeAndKeepsTheOneThereIs(String text) {
        calendar(folder.resolve("calendar-2026.json"));
        assertThatThrownBy(() -> calendar(fixture.write("c.json", text))).isInstanceOf(IntakeRefused.class);
        assertThat(fixture.count("calendar_day")).isEqualTo(39);
    }

    private IntakeReport boundaries(Path file) {
        return fixture.intake.importBoundaries(file, fixture.options(CoordinateSystem.WGS84), Progress.SILENT);
    }

    private IntakeReport calendar(Path file) {
        return fixture.intake.importCalendar(file, fixture.options(CoordinateSystem.WGS84), Progress.SILENT);
    }

    private static String area(String level, String code, String name, String parent, String rings) {
        return collection(feature(level, code, name, parent, rings));
    }

    private static String collection(String features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }

    private static String feature(String level, String code, String name, String parent, String rings) {
        return """
                {"type":"Feature","properties":{"level":"%s","code":"%s","name":"%s","parent":"%s"},
                 "geometry":{"type":"Polygon","coordinates":%s}}""".formatted(level, code, name, parent, rings);
    }
}
