package cn.jinlin.api.circle.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import cn.jinlin.api.circle.coverage.StreetDistrict;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.DistrictOfThree;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import cn.jinlin.search.GeoPoint;
import cn.jinlin.search.walk.EdgeTraits;
import cn.jinlin.search.walk.WalkNetworkBuilder;
import cn.jinlin.search.walk.osm.Compound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@ApiTest
@Import({StreetDistrict.class, DistrictOfThree.class})
class PlacesTest {

    private static final String PLACES = """
            query($text: String!, $near: PointInput, $first: Int! = 8, $crs: CoordinateSystem! = WGS84) {
              places(text: $text, near: $near, first: $first) { kind name detail point(crs: $crs) { lat lon } } }""";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private StreetDistrict district;
    @Autowired
    private DistrictOfThree three;
    @Autowired
    private Records records;
    @Autowired
    private Places places;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void roadsNeighbourhoodsAndFacilities() {
        district.remove();
        three.prepare();
        draw("subdistrict", "JL01", 31.09, 31.12);
        draw("subdistrict", "JL02", 31.19, 31.22);
        draw("neighbourhood", "JL01001", 31.10, 31.11);
        var builder = new WalkNetworkBuilder();
        road(builder, "梅园路", 31.10);
        road(builder, "梅园路", 31.20);
        road(builder, "长江支路", 31.11);
        district.use(builder.build(), new Compound("银杏花园", "Yinxing Gardens", new GeoPoint(31.105, 121.4)));
        places.look();
    }

    @AfterEach
    void leaveNothing() {
        district.remove();
    }

    @ParameterizedTest
    @CsvSource({"梅园一村, NEIGHBOURHOOD, 梅园一村居委会, 梅园街道", "一村, NEIGHBOURHOOD, 梅园一村居委会, 梅园街道",
        "meiyuanyicun, NEIGHBOURHOOD, 梅园一村居委会, 梅园街道", "myyc, NEIGHBOURHOOD, 梅园一村居委会, 梅园街道",
        "Meiyuan First, NEIGHBOURHOOD, 梅园一村居委会, 梅园街道", "yxhy, COMPOUND, 银杏花园, 梅园街道",
        "银杏, COMPOUND, 银杏花园, 梅园街道", "Yinxing G, COMPOUND, 银杏花园, 梅园街道", "长江支路, ROAD, 长江支路, 梅园街道",
        "changjiangzhilu, ROAD, 长江支路, 梅园街道", "cjzl, ROAD, 长江支路, 梅园街道", "长江支路 5 号, ROAD, 长江支路, 梅园街道",
        "梅园图书馆, '', '', ''", "长征镇药店, FACILITY, 长征镇药店, 长征路5弄1号", "长征路5弄, FACILITY, 长征镇药店, 长征路5弄1号",
        "梅园路88号, FACILITY, 梅园街道社区卫生服务中心, 梅园路88号"})
    void aPlaceIsFoundHoweverItIsTyped(String text, String kind, String name, String detail) {
        List<JsonNode> found = ask(Map.of("text", text));
        if (kind.isEmpty()) {
            // Its place is not recorded: no walk begins there.
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found.getFirst().get("kind").asString()).isEqualTo(kind);
        assertThat(found.getFirst().get("name").asString()).isEqualTo(name);
        assertThat(found.getFirst().get("detail").asString()).isEqualTo(detail);
    }

    @Test
    void roadsOfOneNameFarApartAreToldApartAndTheNearOneLeads() {
        List<JsonNode> found = ask(Map.of("text", "梅园路", "near", Map.of("lat", 31.2, "lon", 121.4)));
        assertThat(found.stream()
                .filter(place -> place.get("kind").asString().equals("ROAD"))
                .map(place -> place.get("detail").asString())).containsExactly("长征镇", "梅园街道");
        assertThat(found.getFirst().at("/point/lat").asDouble()).isCloseTo(31.2, within(1e-6));
        assertThat(found.getFirst().at("/point/lon").asDouble()).isCloseTo(121.4005, within(1e-6));
    }

    @Test
    void namesAreInTheCallersLanguageAndPointsInTheAskedSystem() {
        JsonNode place = graphQl.ask(PLACES, Map.of("text", "一村", "crs", "GCJ02"), "en").data("places/0");
        assertThat(place.get("name").asString()).isEqualTo("Meiyuan First Village");
        assertThat(place.get("detail").asString()).isEqualTo("Meiyuan Sub-district");
        // The middle of its boundary, shifted.
        assertThat(place.at("/point/lat").asDouble()).isBetween(31.1020, 31.1045).isNotCloseTo(31.105, within(1e-4));
    }

    @Test
    void aNewNameIsKnownAndAnOldOneForgottenWhenTheAreaChanges() {
        jdbc.sql("update neighbourhood set name = '新桥居委会', name_en = null").update();
        places.look();
        assertThat(ask(Map.of("text", "新桥"))).hasSize(1);
        assertThat(ask(Map.of("text", "一村"))).isEmpty();
    }

    @Test
    void facilitiesAndAreasShareTheRoom() {
        List<JsonNode> found = ask(Map.of("text", "梅园", "first", 2));
        assertThat(found.stream().map(place -> place.get("kind").asString())).containsExactly("NEIGHBOURHOOD",
                "FACILITY");
    }

    static Stream<Arguments> refused() {
        return Stream.of(Arguments.of("text", "TEXT_EMPTY", Map.of("text", " ")),
                Arguments.of("text", "TEXT_TOO_LONG", Map.of("text", "长".repeat(101))),
                Arguments.of("text", "TEXT_HAS_CONTROL_CHARACTERS", Map.of("text", "a\u0000b")),
                Arguments.of("first", "PAGE_SIZE_OUT_OF_RANGE", Map.of("text", "a", "first", 0)),
                Arguments.of("first", "PAGE_SIZE_OUT_OF_RANGE", Map.of("text", "a", "first", 21)),
                Arguments.of("near.lon", "LONGITUDE_OUT_OF_RANGE",
                        Map.of("text", "a", "near", Map.of("lat", 31, "lon", 181))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aWrongQuestionIsRefusedByField(String field, String reason, Map<String, Object> variables) {
        JsonNode error = graphQl.ask(PLACES, variables).error();
        assertThat(error.at("/extensions/field").asString()).isEqualTo(field);
        assertThat(error.at("/extensions/reason").asString()).isEqualTo(reason);
    }

    private List<JsonNode> ask(Map<String, ?> variables) {
        return graphQl.ask(PLACES, new HashMap<>(variables)).data("places").valueStream().toList();
    }

    private void draw(String table, String code, double south, double north) {
        jdbc.sql("update " + table + " set boundary = cast(? as jsonb) where code = ?")
                .params("""
                        {"type": "Polygon", "coordinates": [[[121.4, %1$s], [121.41, %1$s], [121.41, %2$s], [121.4, %2$s], [121.4, %1$s]]]}"""
                        .formatted(south, north), code)
                .update();
        records.awaitIndexed();
    }

    private static void road(WalkNetworkBuilder builder, String name, double lat) {
        builder.edge(builder.node(lat, 121.4), builder.node(lat, 121.401), new double[0],
                EdgeTraits.FORWARD | EdgeTraits.BACKWARD, name);
    }
}
