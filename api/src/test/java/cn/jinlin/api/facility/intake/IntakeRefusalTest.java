package cn.jinlin.api.facility.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import cn.jinlin.api.region.CoordinateSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Whatever is wrong with a file or a row is told by name and place, and nothing of it stays.
@SuppressWarnings("NullAway.Init")
class IntakeRefusalTest {

    private static final String HEAD = "id,name,category,address,lat,lon\n";
    private static final String GOOD = "1,长征药店,PHA,长征路1号,31.1,121.4\n";

    @TempDir
    Path folder;
    IntakeFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new IntakeFixture(folder);
    }

    @AfterEach
    void leavesNoTemporaryTableBehind() {
        assertThat(fixture.count("pg_class where relname = 'intake_row'")).isZero();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MISSING_NAME,        '2,,PHA,长征路2号,31.1,121.4'
            UNKNOWN_CATEGORY,    '2,长征药店,HLT-Z,长征路2号,31.1,121.4'
            UNKNOWN_CATEGORY,    '2,某某某,,长征路2号,31.1,121.4'
            BAD_NUMBER,          '2,乙药店,PHA,长征路2号,北纬三十一度,121.4'
            BAD_NUMBER,          '2,乙药店,PHA,长征路2号,NaN,121.4'
            BAD_NUMBER,          '2,乙药店,PHA,长征路2号,31.1,'
            OUT_OF_RANGE,        '2,乙药店,PHA,长征路2号,91,200'
            SWAPPED_COORDINATES, '2,乙药店,PHA,长征路2号,121.4,31.1'
            TOO_MANY_CELLS,      '2,乙药店,PHA,长征路2号,二楼,31.1,121.4'
            DUPLICATE_ID,        '1,乙药店,PHA,长征路2号,31.1,121.4'
            """)
    void changesNothingForOneBadRowAndTakesTheRestWhenTold(Code code, String bad) {
        var file = fixture.write("a.csv", HEAD + GOOD + bad + "\n");
        var refused = fixture.take(file);
        assertThat(refused.written()).isFalse();
        assertThat(refused.rejected()).isEqualTo(1);
        assertThat(refused.findings()).containsEntry(code, 1L);
        assertThat(fixture.reported()).anyMatch(line -> line.startsWith("3,2,ERROR," + code + ","));
        assertThat(fixture.count("facility")).isZero();
        assertThat(fixture.events).isEmpty();

        var taken = fixture.takeValid(file);
        assertThat(taken.written()).isTrue();
        assertThat(taken.created()).isEqualTo(1);
        assertThat(fixture.count("facility")).isEqualTo(1);
    }

    @Test
    void namesTheFieldOfTenMegabytesAndShowsOnlyItsBeginning() {
        var file = fixture.write("a.csv", HEAD + GOOD + "2,乙药店,PHA," + "路".repeat(10_000_000) + ",31.1,121.4\n");
        assertThat(fixture.take(file).findings()).containsEntry(Code.FIELD_TOO_LONG, 1L);
        assertThat(fixture.reported().getLast()).hasSizeLessThan(400).contains("address");
        assertThat(fixture.count("facility")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "phones", "audiences", "languages", "hours", "exceptions", "location",
        "charge"})
    void isNotDrownedByACellWithAMillionThings(String column) {
        var text = new StringBuilder("id,name,category,%s\n1,长征药店,PHA,\"".formatted(column));
        for (int i = 0; i < 1_000_000; i++) {
            text.append(i).append(column.equals("exceptions") ? "," : ";");
        }
        var report = fixture.take(fixture.write("a.csv", text + "\"\n"));
        assertThat(report.findings().values()).containsOnly(1L);
    }

    @Test
    void flagsWhatIsDoubtfulAndTakesItAllTheSame() {
        var shared = new StringBuilder(HEAD);
        for (int i = 1; i <= 5; i++) {
            shared.append("%d,药店%d,PHA,长征路%d号,31.2,121.5\n".formatted(i, i, i));
        }
        var report = fixture.take(fixture.write("a.csv",
                shared + "6,乙药店,PHA,六路,0,0\n7,丙药店,PHA,七路,31.1,121.4\n8,丙药店,PHA,七路,31.10001,121.40001\n"));
        assertThat(report.written()).isTrue();
        assertThat(report.created()).isEqualTo(8);
        assertThat(report.findings()).containsEntry(Code.SHARED_POINT, 5L)
                .containsEntry(Code.NO_COORDINATES, 1L)
                .containsEntry(Code.DUPLICATE_NAME_AT_PLACE, 1L);
    }

    @Test
    void flagsWhatLiesOutsideTheDistrict() {
        fixture.intake.importBoundaries(
                fixture.write("b.geojson",
                        """
                {"type":"FeatureCollection","features":[{"type":"Feature",
                 "properties":{"level":"subdistrict","code":"A","name":"甲街道"},
                 "geometry":{"type":"Polygon","coordinates":[[[121.3,31],[121.5,31],[121.5,31.2],[121.3,31.2],[121.3,31]]]}}]}"""),
                fixture.options(CoordinateSystem.WGS84), Progress.SILENT);
        var report = fixture.take(fixture.write("a.csv", HEAD + GOOD + "2,乙药店,PHA,远路,39.9,116.4\n"));
        assertThat(report.findings()).containsOnly(Map.entry(Code.OUTSIDE_DISTRICT, 1L));
        assertThat(fixture.count("facility where subdistrict_id is not null")).isEqualTo(1);
    }

    @Test
    void refusesAFileWithoutANameColumnAndSaysWhatItMayBeCalled() {
        refuses(Refusal.MISSING_COLUMN, "a.csv", "编号,地址\n1,长征路\n");
        assertThatThrownBy(() -> fixture.take(fixture.write("a.csv", "编号,地址\n1,长征路\n"))).hasMessageContaining("机构名称")
                .hasMessageContaining("The required column name is missing");
    }

    @Test
    void refusesAWrongEncodingNamingTheLine() {
        byte[] text = (HEAD + GOOD + GOOD + GOOD).getBytes(StandardCharsets.UTF_8);
        text[text.length - 20] = (byte) 0xFF;
        assertThatThrownBy(() -> fixture.take(fixture.write("a.csv", text))).hasMessageContaining("第 4 行")
                .hasMessageContaining("Line 4");
    }

    @Test
    void refusesWhatIsNoTextAtAll() {
        assertRefused(Refusal.NOT_TEXT, fixture.write("a.csv", new byte[]{1, 0, 2, 0, 3}));
        assertRefused(Refusal.WORKBOOK, fixture.write("a.csv", new byte[]{'P', 'K', 3, 4, 0, 0}));
        assertRefused(Refusal.EMPTY_FILE, fixture.write("a.csv", new byte[0]));
        assertRefused(Refusal.FILE_UNREADABLE, folder.resolve("nowhere.csv"));
    }

    @Test
    void refusesBrokenFiles() {
        refuses(Refusal.NO_RECORDS, "a.csv", HEAD);
        refuses(Refusal.BROKEN_CSV, "a.csv", HEAD + GOOD + "2,\"乙药店,PHA\n");
        refuses(Refusal.TRUNCATED_JSON, "a.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"甲药店\"},\"geom");
        refuses(Refusal.BROKEN_JSON, "a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{]}");
        refuses(Refusal.UNKNOWN_FORMAT, "a.json", "名称\n甲\n");
        refuses(Refusal.CRS_CONTRADICTED, "a.csv", "名称,百度经度,百度纬度\n甲药店,121.4,31.1\n");
    }

    @Test
    void refusesARecordThatNeverEnds() {
        refuses(Refusal.RECORD_TOO_LONG, "a.csv", HEAD + GOOD + "2,\"" + "x".repeat(20_100_000));
    }

    @Test
    void refusesPointsWhoseCoordinateSystemIsNotDeclared() {
        var file = fixture.write("a.csv", HEAD + GOOD);
        var undeclared = new IntakeOptions(null, null, null, null, false, false, null);
        assertThatThrownBy(() -> fixture.intake.importFacilities(file, undeclared, Progress.SILENT))
                .isInstanceOfSatisfying(IntakeRefused.class,
                        e -> assertThat(e.reason()).isEqualTo(Refusal.CRS_MISSING));
    }

    @Test
    void refusesAMappingThatDoesNotFit() {
        var file = fixture.write("a.csv", HEAD + GOOD);
        var unknownField = fixture.write("m1.properties", "colour = id\n");
        var unknownColumn = fixture.write("m2.properties", "name = 牌子\n");
        assertThatThrownBy(() -> fixture.intake.importFacilities(file, mapped(unknownField), Progress.SILENT))
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> fixture.intake.importFacilities(file, mapped(unknownColumn), Progress.SILENT))
                .hasMessageContaining("牌子");
    }

    private static IntakeOptions mapped(Path mapping) {
        return new IntakeOptions(CoordinateSystem.WGS84, null, null, mapping, false, false, null);
    }

    private void refuses(Refusal reason, String name, String text) {
        assertRefused(reason, fixture.write(name, text));
    }

    private void assertRefused(Refusal reason, Path file) {
        assertThatThrownBy(() -> fixture.take(file)).isInstanceOfSatisfying(IntakeRefused.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.wording().zh()).isNotBlank();
            assertThat(e.wording().en()).isNotBlank();
        });
        assertThat(fixture.count("facility")).isZero();
    }
}
