package cn.jinlin.api.facility.intake;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;

import cn.jinlin.api.facility.FacilitiesChanged;
import cn.jinlin.api.facility.intake.report.Code;
import cn.jinlin.api.region.CoordinateSystem;
import cn.jinlin.api.region.RegionsChanged;
import cn.jinlin.demo.DemoDistrict;
import cn.jinlin.demo.DemoFiles;
import cn.jinlin.search.GeoPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@SuppressWarnings("NullAway.Init")
class FacilityIntakeTest {

    private static final String TWO = """
            id,name,category,address,lat,lon,hours,services
            1,莘庄社区卫生服务中心,HLT-C,长征路1号,31.11,121.38,周一至周五 8:00-16:30,全科门诊;配药
            2,朝阳图书馆,CUL-L,朝阳路2号,31.12,121.39,24小时,
            """;

    @TempDir
    Path folder;
    IntakeFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new IntakeFixture(folder);
    }

    @Test
    void takesTheWholeDemoDistrictWithoutAWordOfComplaint() {
        DemoFiles.write(DemoDistrict.standard(), folder);
        fixture.intake.importBoundaries(folder.resolve(DemoFiles.BOUNDARIES), fixture.options(CoordinateSystem.WGS84),
                Progress.SILENT);
        var report = fixture.take(folder.resolve(DemoFiles.FACILITIES));
        assertThat(report.written()).isTrue();
        assertThat(report.created()).isEqualTo(2_400);
        assertThat(report.findings()).isEmpty();
        assertThat(fixture.count("facility where subdistrict_id is null or neighbourhood_id is null")).isZero();
        assertThat(fixture.count("facility_outbox")).isEqualTo(2_400);
        assertThat(fixture.count("facility_schedule")).isGreaterThan(2_400);
        assertThat(fixture.count("facility_exception")).isGreaterThan(50);
        assertThat(fixture.count("facility_phone")).isGreaterThan(1_000);
        assertThat(fixture.count("facility where words = ''")).isZero();
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        DemoFiles.write(DemoDistrict.standard(), folder);
        var file = folder.resolve(DemoFiles.FACILITIES);
        fixture.take(file);
        var before = fixture.versions();
        fixture.sql.sql("delete from facility_outbox").update();
        fixture.events.clear();
        var again = fixture.take(file);
        assertThat(again.unchanged()).isEqualTo(2_400);
        assertThat(again.changed() + again.created()).isZero();
        assertThat(fixture.versions()).isEqualTo(before);
        assertThat(fixture.count("facility_outbox")).isZero();
        assertThat(fixture.events).isEmpty();
    }

    @Test
    void givesANewVersionOnlyToTheRowThatDiffers() {
        fixture.take(fixture.write("a.csv", TWO));
        var before = fixture.versions();
        var report = fixture.take(fixture.write("a.csv", TWO.replace("配药", "接种")));
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(fixture.versions().getFirst()).isGreaterThan(before.getLast());
        assertThat(fixture.versions().getLast()).isEqualTo(before.getLast());
        assertThat(fixture.sql.sql("select name from facility_service where facility_id = 1 order by seq")
                .query(String.class)
                .list())
                .containsExactly("全科门诊", "接种");
    }

    @Test
    void leavesAloneWhatTheFileHasNoColumnFor() {
        fixture.take(fixture.write("a.csv", TWO));
        fixture.sql.sql("update facility set name_en = 'Library' where id = 2").update();
        fixture.sql.sql("insert into facility_exception (facility_id, date, periods) values (2, '2026-12-31', '[]')")
                .update();
        fixture.take(fixture.write("a.csv", TWO.replace("朝阳路2号", "朝阳路3号")));
        assertThat(fixture.sql.sql("select name_en from facility where address = '朝阳路3号'").query(String.class).single())
                .isEqualTo("Library");
        assertThat(fixture.count("facility_exception")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void readsEveryCommonEncoding(String charset) {
        fixture.take(fixture.write("a.csv", TWO, Charset.forName(charset)));
        assertThat(names()).isEqualTo("莘庄社区卫生服务中心,朝阳图书馆");
    }

    @Test
    void readsUtf8WithAByteOrderMark() {
        fixture.take(fixture.write("a.csv", "\uFEFF" + TWO));
        assertThat(names()).isEqualTo("莘庄社区卫生服务中心,朝阳图书馆");
        assertThat(fixture.sql.sql("select external_id from facility where id = 1").query(String.class).single())
                .isEqualTo("1");
    }

    @Test
    void readsAForeignListThatNobodyExplained() {
        var file = fixture.write("静安.csv", IntakeFixture.resource("foreign-gcj02.csv"), Charset.forName("GB18030"));
        var report = fixture.intake.importFacilities(file, fixture.options(CoordinateSystem.GCJ02), Progress.SILENT);
        assertThat(fixture.reported()).noneMatch(line -> line.contains(",ERROR,"));
        assertThat(report.created()).isEqualTo(40);
        assertThat(report.source()).isEqualTo("静安");
        assertThat(report.ignoredColumns()).containsExactly("序号");
        assertThat(report.findings()).containsEntry(Code.NEW_SUBDISTRICT, 5L).containsEntry(Code.HOURS_UNREADABLE, 2L);
        assertThat(fixture.count("subdistrict")).isEqualTo(5);
        assertThat(fixture.events).contains(new RegionsChanged());
        // GCJ-02 lies some 220 m south-east of WGS84 here.
        var temple = fixture.sql.sql("select lat, lon from facility where name like '静安寺街道社区事务%'")
                .query((row, _) -> new GeoPoint(row.getDouble("lat"), row.getDouble("lon")))
                .single();
        assertThat(temple.lon()).isCloseTo(121.440123 - 0.00455, within(0.0003));
        assertThat(temple.lat()).isCloseTo(31.223456 + 0.00195, within(0.0004));
    }

    @Test
    void readsAMapServicesListWithPointsInOneCellAndAnotherPairBesides() {
        fixture.take(fixture.write("a.csv", """
                id,name,type,address,location,bd09_lng,bd09_lat,tel,opentime2
                B001,长征路药房,医疗保健服务;药房,长征路8号,"121.4,31.1",121.41,31.11,021-55500001;021-55500002,周一至周日 08:00-21:00
                """));
        assertThat(fixture.sql.sql("select lat || '/' || lon || '/' || address from facility")
                .query(String.class)
                .single())
                .isEqualTo("31.1/121.4/长征路8号");
        assertThat(fixture.count("facility_phone")).isEqualTo(2);
        assertThat(fixture.count("facility_schedule")).isEqualTo(1);
    }

    @Test
    void takesUnforeseenHeadersByTheirEndingAndAreasByTheirBareName() {
        var report = fixture.take(fixture.write("a.csv", """
                药店名称,法人名称,经营场所地址,中心点经度,中心点纬度,区,所在街道
                长征药店,张三,长征路8号,121.4,31.1,静安区,上海市静安区江宁路街道办事处
                朝阳药店,李四,朝阳路8号,121.41,31.12,静安区,江宁路街道
                """));
        assertThat(report.ignoredColumns()).containsExactly("法人名称", "区");
        assertThat(names()).isEqualTo("长征药店,朝阳药店");
        assertThat(fixture.sql.sql("select name from subdistrict").query(String.class).list()).containsExactly("江宁路街道");
        assertThat(fixture.count("facility where lat is not null and address <> ''")).isEqualTo(2);
    }

    @Test
    void findsTheCategoryOfForeignInstitutionsByTheirTypeOrName() {
        var file = fixture.write("静安.csv", IntakeFixture.resource("foreign-gcj02.csv"));
        fixture.intake.importFacilities(file, fixture.options(CoordinateSystem.GCJ02), Progress.SILENT);
        Map.of("江宁路街道社区卫生服务中心", "HLT-C", "曹家渡街道综合为老服务中心", "ELD-C", "南京西路街道长者食堂", "ELD-F", "长征菜市场", "COM-W",
                "中国工商银行股份有限公司上海市静安寺支行", "FIN-B", "昌平路公交站", "TRN-B", "国大药房（北京西路店）", "PHA", "康定路公共厕所", "ENV-T", "华山路第一小学",
                "EDU-P", "静安别墅居委会", "GOV-V")
                .forEach((name, category) -> assertThat(
                        fixture.sql.sql("select category from facility where name = ?")
                                .param(name)
                                .query(String.class)
                                .single())
                        .as(name)
                        .isEqualTo(category));
    }

    @Test
    void keepsTheIdItMadeWhateverTheOrderOfRows() {
        var head = "名称,类型,地址\n";
        fixture.take(fixture.write("a.csv", head + "甲药店,药店,一路1号\n乙药店,药店,二路2号\n"));
        var again = fixture.take(fixture.write("a.csv", head + "乙药店,药店,二路2号\n甲药店,药店,一路1号\n"));
        assertThat(again.unchanged()).isEqualTo(2);
    }

    @Test
    void readsGeoJsonPointsAndAreas() {
        var report = fixture.take(fixture.write("a.geojson", """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": {"编号": "g1", "名称": "点菜市场", "类型": "菜市场", "楼层": 3},
                   "geometry": {"type": "Point", "coordinates": [121.4, 31.1]}},
                  {"type": "Feature", "properties": {"编号": "g2", "名称": "面图书馆"},
                   "geometry": {"type": "Polygon", "coordinates": [[[121.4,31.1],[121.42,31.1],[121.42,31.12],[121.4,31.12],[121.4,31.1]]]}}
                ]}"""));
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.ignoredColumns()).containsExactly("楼层");
        assertThat(fixture.sql.sql("select lon from facility where external_id = 'g2'").query(Double.class).single())
                .isCloseTo(121.41, within(1e-9));
    }

    @Test
    void readsHsdsServicesAsFacilitiesWithServices() {
        var report = fixture.take(fixture.write("a.json", IntakeFixture.resource("hsds.json")));
        assertThat(report.created()).isEqualTo(2);
        assertThat(fixture.sql.sql("select name from facility_service where facility_id = 1 order by seq")
                .query(String.class)
                .list())
                .containsExactly("全科门诊", "预防接种");
        assertThat(fixture.sql.sql("""
                select operator || '/' || byday::text || opens_at::text || '/' || number from facility f
                join facility_schedule s on s.facility_id = f.id join facility_phone p on p.facility_id = f.id
                where f.external_id = 'loc-1'""").query(String.class).single())
                .isEqualTo("区卫生健康委员会/{1,2,3,4,5}08:00:00/021-55500001");
    }

    @Test
    void takesColumnsByTheOperatorsMapping() {
        var mapping = fixture.write("m.properties", "name = 牌子\ncategory = 哪一类\n");
        var file = fixture.write("a.csv", "牌子,哪一类,名称\n长乐药店,PHA,别的\n");
        var options = new IntakeOptions(CoordinateSystem.WGS84, null, "mine", mapping, false, false, null);
        assertThat(fixture.intake.importFacilities(file, options, Progress.SILENT).source()).isEqualTo("mine");
        assertThat(names()).isEqualTo("长乐药店");
    }

    @Test
    void keepsNothingOfADryRun() {
        var file = fixture.write("a.csv", TWO);
        var report = fixture.intake.importFacilities(file,
                new IntakeOptions(CoordinateSystem.WGS84, null, null, null, false, true, null), Progress.SILENT);
        assertThat(report.created()).isEqualTo(2);
        assertThat(report.written()).isFalse();
        assertThat(fixture.count("facility")).isZero();
    }

    @Test
    void tellsListenersWhatChanged() {
        fixture.take(fixture.write("a.csv", TWO));
        assertThat(fixture.events).hasSize(1)
                .first()
                .isInstanceOfSatisfying(FacilitiesChanged.class,
                        changed -> assertThat(changed.ids()).containsExactlyInAnyOrder(1L, 2L));
    }

    @Test
    void derivesAreasFromTheMapWhereTheFileIsSilent() {
        DemoFiles.write(DemoDistrict.standard(), folder);
        fixture.intake.importBoundaries(folder.resolve(DemoFiles.BOUNDARIES), fixture.options(CoordinateSystem.WGS84),
                Progress.SILENT);
        var place = DemoDistrict.standard().facilities().findFirst().orElseThrow();
        fixture.take(fixture.write("a.csv",
                "name,lat,lon\n某图书馆,%s,%s\n".formatted(place.location().lat(), place.location().lon())));
        assertThat(fixture.sql.sql("""
                select s.code || '/' || n.code from facility f join subdistrict s on s.id = f.subdistrict_id
                join neighbourhood n on n.id = f.neighbourhood_id""").query(String.class).single())
                .isEqualTo(place.subdistrict() + "/" + place.neighbourhood());
    }

    @Test
    void keepsTextThatLooksLikeSqlOrCopyAsItIs() {
        var nasty = "a\\N'; drop table facility; --{\"x\"}";
        fixture.take(fixture.write("a.csv",
                "name,category,other_names\n\"" + nasty.replace("\"", "\"\"") + "\",PHA,\"b\\\"\"c\"\n"));
        assertThat(names()).isEqualTo(nasty);
        assertThat(fixture.sql.sql("select other_names[1] from facility").query(String.class).single())
                .isEqualTo("b\\\"c");
    }

    private String names() {
        return String.join(",",
                fixture.sql.sql("select name from facility order by id").query((row, _) -> row.getString(1)).list());
    }

}
