package cn.jinlin.api.circle.coverage.home;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import cn.jinlin.api.facility.intake.IntakeOptions;
import cn.jinlin.api.facility.intake.IntakeReport;
import cn.jinlin.api.facility.intake.Progress;
import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.facility.intake.report.IntakeRefused;
import cn.jinlin.api.facility.intake.report.Refusal;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.Records;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@ApiTest
class HomesIntakeTest {

    private static final String HEADER = "id,neighbourhood,lat,lon,residents\n";

    @TempDir
    private Path folder;
    @Autowired
    private HomesIntake intake;
    @Autowired
    private HomeRecords homes;
    @Autowired
    private Records records;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void regions() {
        records.clear();
        records.insertRegions();
        jdbc.sql("""
                update neighbourhood set boundary = '{"type": "Polygon", "coordinates":
                    [[[121.4, 31.1], [121.41, 31.1], [121.41, 31.11], [121.4, 31.11], [121.4, 31.1]]]}'""").update();
    }

    @AfterEach
    void leaveNothing() {
        jdbc.sql("truncate home").update();
    }

    @Test
    void homesComeInByNameOrByTheMapAndTheSameFileAgainChangesNothing() throws IOException {
        Path file = write(HEADER + "h1,JL01001,31.105,121.405,12\nh2,梅园一村,31.105,121.405,30.0\nh3,,31.106,121.406,0\n");

        IntakeReport first = take(file, true);
        long revision = homes.revision();
        IntakeReport again = take(file, true);

        assertThat(first).extracting(IntakeReport::rows, IntakeReport::created, IntakeReport::rejected,
                IntakeReport::written).containsExactly(3L, 3L, 0L, true);
        assertThat(jdbc.sql(
                "select count(*) from home h join neighbourhood n on n.id = h.neighbourhood_id and n.code = 'JL01001'")
                .query(Long.class)
                .single()).isEqualTo(3);
        assertThat(again).extracting(IntakeReport::created, IntakeReport::changed, IntakeReport::unchanged)
                .containsExactly(0L, 0L, 3L);
        assertThat(homes.revision()).isEqualTo(revision);
        Homes loaded = homes.load();
        assertThat(loaded.size()).isEqualTo(2);
        assertThat(loaded.residents(0) + loaded.residents(1)).isEqualTo(42);
        assertThat(loaded.subdistrict(0)).isNotNegative();
    }

    @Test
    void aChangedHomeIsChangedAndEverybodyHearsOfIt() throws IOException {
        take(write(HEADER + "h1,,31.105,121.405,12\nh2,,31.105,121.405,5\n"), true);
        long revision = homes.revision();
        IntakeReport changed = take(write(HEADER + "h1,,31.105,121.405,13\nh2,,31.105,121.405,5\n"), true);
        assertThat(changed).extracting(IntakeReport::changed, IntakeReport::unchanged).containsExactly(1L, 1L);
        assertThat(homes.revision()).isGreaterThan(revision);
    }

    @ParameterizedTest
    @CsvSource({"',,31.105,121.405,1', MISSING_ID", "'a,,,121.405,1', MISSING_PLACE", "'a,,0,0,1', MISSING_PLACE",
        "'a,,x,121.405,1', BAD_NUMBER", "'a,,121.405,31.105,1', SWAPPED_COORDINATES", "'a,,95,195,1', OUT_OF_RANGE",
        "'a,,31.105,121.405,', BAD_RESIDENTS", "'a,,31.105,121.405,-1', BAD_RESIDENTS",
        "'a,,31.105,121.405,20001', BAD_RESIDENTS", "'a,,31.105,121.405,1.5', BAD_RESIDENTS",
        "'a,,31.105,121.405,1,2', TOO_MANY_CELLS", "'good,,31.105,121.405,1', DUPLICATE_ID"})
    void aBadRowIsToldByItsLineAndKeepsTheFileOutUnlessGoodRowsAreWanted(String row, Code code) throws IOException {
        Path file = write(HEADER + "good,,31.105,121.405,1\n" + row + "\n");

        IntakeReport refused = take(file, false);
        assertThat(refused.written()).isFalse();
        assertThat(refused.rejected()).isEqualTo(1);
        assertThat(refused.findings()).containsExactly(java.util.Map.entry(code, 1L));
        assertThat(Files.readAllLines(folder.resolve("report.csv")).get(1)).startsWith("3,2,ERROR," + code);
        assertThat(count()).isZero();

        assertThat(take(file, true).written()).isTrue();
        assertThat(count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'a,,32,122,1', OUTSIDE_DISTRICT", "'a,无名居委,31.105,121.405,1', UNKNOWN_NEIGHBOURHOOD"})
    void anOddRowIsTakenAndFlagged(String row, Code code) throws IOException {
        IntakeReport report = take(write(HEADER + row + "\n"), false);
        assertThat(report.findings()).containsExactly(java.util.Map.entry(code, 1L));
        assertThat(report.written()).isTrue();
    }

    @Test
    void chineseHeadersInAnOldEncodingAndAnotherSystemAreUnderstood() throws IOException {
        Path file = Files.write(folder.resolve("homes.csv"),
                "楼栋编号;所属居委会;GCJ02经度;GCJ02纬度;常住人口;备注\n一号楼;梅园一村居委会;121.4096;31.1029;88;好\n"
                        .getBytes(Charset.forName("GB18030")));

        IntakeReport report = intake.run(file, options(CoordinateSystem.GCJ02, false), Progress.SILENT);

        assertThat(report.ignoredColumns()).containsExactly("备注");
        Homes loaded = homes.load();
        assertThat(loaded.residents(0)).isEqualTo(88);
        assertThat(loaded.point(0).lat()).isCloseTo(31.105, within(0.0005));
        assertThat(loaded.point(0).lon()).isCloseTo(121.405, within(0.0005));
    }

    @Test
    void aFileThatCannotBeTakenIsRefusedAsAWhole() throws IOException {
        assertRefused(write(""), CoordinateSystem.WGS84, Refusal.EMPTY_FILE);
        assertRefused(write(HEADER), CoordinateSystem.WGS84, Refusal.NO_RECORDS);
        assertRefused(write("id,lat,lon\na,31,121\n"), CoordinateSystem.WGS84, Refusal.MISSING_COLUMN);
        assertRefused(write(HEADER + "a,,31,121,1\n"), null, Refusal.CRS_MISSING);
        assertRefused(write("id,bd09lat,bd09lon,residents\na,31,121,1\n"), CoordinateSystem.WGS84,
                Refusal.CRS_CONTRADICTED);
        assertRefused(write(HEADER + "\"a,,31,121,1\n"), CoordinateSystem.WGS84, Refusal.BROKEN_CSV);
    }

    @Test
    void aDryRunCountsAndKeepsNothing() throws IOException {
        Path file = write(HEADER + "h1,,31.105,121.405,12\n");
        IntakeReport report = intake.run(file,
                new IntakeOptions(CoordinateSystem.WGS84, null, null, null, false, true, null), Progress.SILENT);
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.written()).isFalse();
        assertThat(count()).isZero();
    }

    private void assertRefused(Path file, @Nullable CoordinateSystem crs, Refusal reason) {
        assertThatThrownBy(() -> intake.run(file, options(crs, false), Progress.SILENT))
                .isInstanceOfSatisfying(IntakeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private IntakeReport take(Path file, boolean acceptValid) {
        return intake.run(file, options(CoordinateSystem.WGS84, acceptValid), Progress.SILENT);
    }

    private IntakeOptions options(@Nullable CoordinateSystem crs, boolean acceptValid) {
        return new IntakeOptions(crs, null, null, null, acceptValid, false, folder.resolve("report.csv"));
    }

    private Path write(String text) throws IOException {
        return Files.write(folder.resolve("homes.csv"), List.of(text.stripTrailing().split("\n")));
    }

    private long count() {
        return jdbc.sql("select count(*) from home").query(Long.class).single();
    }
}
