package cn.jinlin.api.circle.coverage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@ApiTest
@Import(StreetDistrict.class)
class CoverageTest {

    private static final String SUMMARY = """
            { residents residentsWithin share promiseMinutes residentsWithinMetres shareWithinMetres standardMetres
              medianMinutes residentsWithout }""";
    private static final String COVERAGE = """
            query($category: String!, $profile: WalkProfile! = ADULT, $subdistrict: String, $first: Int! = 10) {
              coverage(category: $category, profile: $profile, subdistrict: $subdistrict) {
                category { code name } profile subdistrict { code } download summary %1$s
                neighbourhoods(first: $first) { neighbourhood { code name } subdistrict { code } summary %1$s }
                grid { southWest { lat lon } northEast { lat lon } residents minutes } } }""".formatted(SUMMARY);
    private static final String WHAT_IF = """
            query($category: String!, $add: [PointInput!]! = [], $remove: [ID!]! = [], $subdistrict: String) {
              coverageWhatIf(category: $category, add: $add, remove: $remove, subdistrict: $subdistrict) {
                now %1$s then %1$s changed { neighbourhood { code } now { residentsWithin } then { residentsWithin } } } }"""
            .formatted(SUMMARY);

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private StreetDistrict district;
    @Autowired
    private CoverageMaps maps;

    @BeforeEach
    void street() {
        district.prepare();
        maps.look();
    }

    @AfterEach
    void leaveNothing() {
        district.remove();
    }

    @ParameterizedTest
    @CsvSource({
        // Two corners from the first and the second home: 222.4 m; eight from the third: 889.6 m.
        "ADULT, 400, 400, 3.0, 50", "ELDER, 400, 400, 4.2, 50",
        // Steps keep a wheelchair from the first home.
        "WHEELCHAIR, 300, 300, 16.7, 150"})
    void residentsAreCountedByHowFarTheyWalk(String profile, int inTime, int inMetres, double median, int without) {
        district.open("HLT-S", StreetDistrict.corner(2), 121.4);
        maps.look();

        JsonNode summary = ask(Map.of("category", "HLT-S", "profile", profile)).data("coverage/summary");

        assertThat(summary.get("residents").asInt()).isEqualTo(650);
        assertThat(summary.get("promiseMinutes").asInt()).isEqualTo(5);
        assertThat(summary.get("standardMetres").asInt()).isEqualTo(300);
        assertThat(summary.get("residentsWithin").asInt()).isEqualTo(inTime);
        assertThat(summary.get("share").asDouble()).isCloseTo(inTime / 650.0, within(1e-9));
        assertThat(summary.get("residentsWithinMetres").asInt()).isEqualTo(inMetres);
        assertThat(summary.get("shareWithinMetres").asDouble()).isCloseTo(inMetres / 650.0, within(1e-9));
        assertThat(summary.get("medianMinutes").asDouble()).isEqualTo(median);
        assertThat(summary.get("residentsWithout").asInt()).isEqualTo(without);
    }

    @Test
    void minutesAndMetresAreCountedApart() {
        // Three corners are 333.6 m: more than 300 m, and for an adult less than five minutes.
        district.open("HLT-S", StreetDistrict.corner(13), 121.4);
        maps.look();
        JsonNode summary = ask(Map.of("category", "HLT-S")).data("coverage/summary");
        assertThat(summary.get("residentsWithin").asInt()).isEqualTo(200);
        assertThat(summary.get("residentsWithinMetres").asInt()).isZero();
    }

    @Test
    void theWorstNeighbourhoodLeadsAndASubdistrictIsCountedAlone() {
        district.open("HLT-S", StreetDistrict.corner(2), 121.4);
        maps.look();

        GraphQl.Answer whole = ask(Map.of("category", "HLT-S"));
        GraphQl.Answer part = ask(Map.of("category", "HLT-S", "subdistrict", "JL02"));

        assertThat(whole.data("coverage/neighbourhoods")
                .valueStream()
                .map(each -> each.at("/neighbourhood/code")
                        .asString()))
                .containsExactly("JL02001", "JL01001");
        assertThat(part.data("coverage/neighbourhoods").size()).isEqualTo(1);
        JsonNode summary = part.data("coverage/summary");
        assertThat(summary.get("residents").asInt()).isEqualTo(250);
        assertThat(summary.get("residentsWithin").asInt()).isZero();
        assertThat(summary.get("medianMinutes").asDouble()).isEqualTo(11.9);
        assertThat(part.data("coverage/download").asString())
                .isEqualTo("/coverage.csv?category=HLT-S&profile=ADULT&subdistrict=JL02");
    }

    @Test
    void squaresHoldAllResidentsAndSayWhereSomeHaveNoWay() {
        district.open("HLT-S", StreetDistrict.corner(2), 121.4);
        maps.look();

        List<JsonNode> grid = ask(Map.of("category", "HLT-S")).data("coverage/grid").valueStream().toList();
        List<JsonNode> part = ask(Map.of("category", "HLT-S", "subdistrict", "JL02")).data("coverage/grid")
                .valueStream()
                .toList();

        assertThat(grid.stream()
                .collect(Collectors.toMap(cell -> cell.get("residents").asInt(),
                        cell -> cell.get("minutes").isNull() ? -1 : cell.get("minutes").asInt())))
                .isEqualTo(Map.of(100, 3, 300, 3, 200, 12, 50, -1));
        assertThat(part.stream().map(cell -> cell.get("residents").asInt())).containsExactlyInAnyOrder(200, 50);
        JsonNode cell = grid.getFirst();
        double tall = (cell.at("/northEast/lat").asDouble() - cell.at("/southWest/lat").asDouble()) * 111_195;
        assertThat(tall).isCloseTo(250, within(1.0));
        assertThat(cell.at("/southWest/lat").asDouble()).isLessThanOrEqualTo(31.1);
        assertThat(cell.at("/northEast/lat").asDouble()).isGreaterThan(31.1);
    }

    @Test
    void withoutAFacilityNobodyIsServedAndThereIsNoMiddle() {
        JsonNode summary = ask(Map.of("category", "HLT-S")).data("coverage/summary");
        assertThat(summary.get("residentsWithout").asInt()).isEqualTo(650);
        assertThat(summary.get("medianMinutes").isNull()).isTrue();
        assertThat(summary.get("share").asDouble()).isZero();
    }

    @Test
    void aFacilityOffEveryPathServesNobody() {
        district.open("HLT-S", StreetDistrict.corner(2), 121.402);
        maps.look();
        assertThat(ask(Map.of("category", "HLT-S")).data("coverage/summary/residentsWithout").asInt()).isEqualTo(650);
    }

    @Test
    void aPlanIsComparedAndChangesNothing() {
        String existing = district.open("HLT-S", StreetDistrict.corner(2), 121.4);
        maps.look();
        String before = ask(Map.of("category", "HLT-S")).body();

        GraphQl.Answer added = graphQl.ask(WHAT_IF, Map.of("category", "HLT-S", "add",
                List.of(Map.of("lat", StreetDistrict.corner(10), "lon", 121.4))));
        GraphQl.Answer moved = graphQl.ask(WHAT_IF, Map.of("category", "HLT-S", "remove", List.of(existing, existing),
                "add", List.of(Map.of("lat", StreetDistrict.corner(10), "lon", 121.4))));
        GraphQl.Answer nothing = graphQl.ask(WHAT_IF, Map.of("category", "HLT-S"));

        assertThat(added.data("coverageWhatIf/now/residentsWithin").asInt()).isEqualTo(400);
        assertThat(added.data("coverageWhatIf/then/residentsWithin").asInt()).isEqualTo(600);
        assertThat(added.data("coverageWhatIf/changed").toString()).isEqualTo(
                "[{\"neighbourhood\":{\"code\":\"JL02001\"},\"now\":{\"residentsWithin\":0},\"then\":{\"residentsWithin\":200}}]");
        assertThat(moved.data("coverageWhatIf/then/residentsWithin").asInt()).isEqualTo(200);
        assertThat(moved.data("coverageWhatIf/changed")
                .valueStream()
                .map(change -> change.at("/neighbourhood/code").asString())).containsExactly("JL01001", "JL02001");
        assertThat(nothing.data("coverageWhatIf/changed").size()).isZero();
        assertThat(ask(Map.of("category", "HLT-S")).body()).isEqualTo(before);
    }

    static Stream<Arguments> refused() {
        Map<String, Object> on = Map.of("lat", 31.11, "lon", 121.4);
        return Stream.of(Arguments.of("category", "UNKNOWN_CATEGORY", Map.of("category", "NOPE")),
                Arguments.of("subdistrict", "UNKNOWN_SUBDISTRICT", Map.of("category", "HLT-S", "subdistrict", "X")),
                Arguments.of("add", "TOO_MANY",
                        Map.of("category", "HLT-S", "add", Stream.generate(() -> on).limit(21).toList())),
                Arguments.of("add[1]", "OUTSIDE_WALKING_NETWORK",
                        Map.of("category", "HLT-S", "add", List.of(on, Map.of("lat", 31.11, "lon", 121.402)))),
                Arguments.of("add[0].lat", "LATITUDE_OUT_OF_RANGE",
                        Map.of("category", "HLT-S", "add", List.of(Map.of("lat", 91, "lon", 121.4)))),
                Arguments.of("remove[0]", "NOT_OF_CATEGORY", Map.of("category", "HLT-S", "remove", List.of("x"))),
                Arguments.of("remove[0]", "NOT_OF_CATEGORY",
                        Map.of("category", "HLT-S", "remove", List.of(GlobalId.of("Facility", 999_999)))),
                Arguments.of("remove", "TOO_MANY",
                        Map.of("category", "HLT-S", "remove", Stream.generate(() -> "x").limit(21).toList())));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aWrongPlanIsRefusedByField(String field, String reason, Map<String, Object> variables) {
        GraphQl.Answer answer = graphQl.ask(WHAT_IF, variables, "en");
        assertThat(answer.error().at("/extensions/field").asString()).isEqualTo(field);
        assertThat(answer.error().at("/extensions/reason").asString()).isEqualTo(reason);
        assertThat(answer.error().at("/message").asString()).isNotBlank();
    }

    @Test
    void aFacilityOfAnotherCategoryCannotBePlannedAway() {
        String pharmacy = district.open("PHA", StreetDistrict.corner(2), 121.4);
        maps.look();
        assertThat(graphQl.ask(WHAT_IF, Map.of("category", "HLT-S", "remove", List.of(pharmacy)))
                .error()
                .at("/extensions/reason")
                .asString()).isEqualTo("NOT_OF_CATEGORY");
    }

    @ParameterizedTest
    @CsvSource({"0", "251"})
    void aPageIsBounded(int first) {
        GraphQl.Answer answer = graphQl.ask(
                """
                query($first: Int!) { coverage(category: "HLT-S") { neighbourhoods(first: $first) { summary { residents } } } }""",
                Map.of("first", first));
        assertThat(answer.error().at("/extensions/reason").asString()).isEqualTo("PAGE_SIZE_OUT_OF_RANGE");
    }

    @Test
    void anotherNetworkIsCountedAsSoonAsTheHomesAreAttachedToIt() {
        district.open("HLT-S", StreetDistrict.corner(2), 121.4);
        maps.look();
        assertThat(ask(Map.of("category", "HLT-S")).data("coverage/summary/residentsWithout").asInt()).isEqualTo(50);

        district.use(StreetDistrict.street(9));

        Records.await(
                () -> ask(Map.of("category", "HLT-S")).data("coverage/summary/residentsWithout").asInt() == 250);
        assertThat(ask(Map.of("category", "HLT-S")).data("coverage/summary/residentsWithin").asInt()).isEqualTo(400);
    }

    @Test
    void newHomesAndNewFacilitiesAreHeardOfByThemselves() {
        assertThat(ask(Map.of("category", "HLT-S")).data("coverage/summary/residents").asInt()).isEqualTo(650);

        district.home("new", "JL01001", StreetDistrict.corner(2), 121.4, 7);
        district.open("HLT-S", StreetDistrict.corner(2), 121.4);

        Records.await(() -> ask(Map.of("category", "HLT-S")).data("coverage/summary/residentsWithin").asInt() == 407);
        assertThat(ask(Map.of("category", "HLT-S")).data("coverage/summary/residents").asInt()).isEqualTo(657);
    }

    @Test
    void nothingIsSaidWithoutHomesOrWithoutANetwork() {
        district.prepareWithoutGround();
        assertThat(ask(Map.of("category", "HLT-S")).data("coverage").isNull()).isTrue();
        district.home("one", "JL01001", 31.1, 121.4, 100);
        maps.look();
        assertThat(ask(Map.of("category", "HLT-S")).data("coverage").isNull()).isTrue();
        assertThat(graphQl.ask(WHAT_IF, Map.of("category", "HLT-S")).data("coverageWhatIf").isNull()).isTrue();
    }

    private GraphQl.Answer ask(Map<String, ?> variables) {
        return graphQl.ask(COVERAGE, variables);
    }
}
