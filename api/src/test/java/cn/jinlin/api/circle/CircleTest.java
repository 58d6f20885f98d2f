package cn.jinlin.api.circle;

import java.util.List;
import java.util.Map;

import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.CountedStatements;
import cn.jinlin.api.support.DistrictOfThree;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.StreetsOfThree;
import cn.jinlin.engines.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// The circle over GraphQL, on streets whose walks can be checked by hand.
@ApiTest
@Import({DistrictOfThree.class, StreetsOfThree.class})
class CircleTest {

    private static final String CIRCLE = """
            query($at: PointInput!, $profile: WalkProfile! = ADULT, $minutes: Int! = 30, $openAt: DateTime) {
              circle(at: $at, profile: $profile, minutes: $minutes, openAt: $openAt) {
                estimated metresToPath totalCount outline { lat lon }
                tiers { tier minutes missing { category { code } nearest { facility { name } walk { minutes } } }
                  categories { category { code } totalCount openCount
                    facilities { facility { name } open walk { seconds minutes metres estimated } } } } } }""";
    private static final String CREATE = """
            mutation($input: CreateFacilityInput!) { createFacility(input: $input) { facility { id } userErrors { code } } }""";
    private static final Map<String, Object> A = Map.of("lat", 31.100, "lon", 121.401);
    private static final double DEGREE = Math.toRadians(1) * 6_371_000;
    private static final double ADULT = 1.25;
    private static final double TO_THE_PHARMACY = 0.010 * DEGREE + 0.009 * DEGREE * Math.cos(Math.toRadians(31.110));

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private Records records;
    @Autowired
    private DistrictOfThree district;
    @Autowired
    private StreetsOfThree streets;
    @Autowired
    private CountedStatements statements;

    @BeforeEach
    void aSmallDistrictWithStreets() {
        district.prepare();
        streets.prepare();
        Records.await(() -> circle(A).data("circle/totalCount").asInt() == 2);
    }

    @AfterEach
    void withoutStreets() {
        streets.clear();
    }

    @Test
    void walksAreExactToTheTenthOfASecond() {
        JsonNode health = found(circle(A), "梅园街道社区卫生服务中心");
        assertThat(health.at("/walk/seconds").asDouble()).isEqualTo(Math.round(0.001 * DEGREE / ADULT * 10) / 10.0);
        assertThat(health.at("/walk/metres").asInt()).isEqualTo(111);
        assertThat(health.at("/walk/minutes").asInt()).isEqualTo(2);
        assertThat(health.at("/walk/estimated").asBoolean()).isFalse();
        JsonNode pharmacy = found(circle(A), "长征镇药店");
        assertThat(pharmacy.at("/walk/seconds").asDouble()).isCloseTo(TO_THE_PHARMACY / ADULT, within(0.06));
    }

    @Test
    void elderlyPeopleTakeLongerAndTheCircleEndsAtItsMinutes() {
        GraphQl.Answer answer = circle(Map.of("at", A, "profile", "ELDER", "minutes", 30));
        assertThat(answer.data("circle/totalCount").asInt()).isEqualTo(1);
        assertThat(found(answer, "梅园街道社区卫生服务中心").at("/walk/seconds").asDouble())
                .isCloseTo(0.001 * DEGREE / (3200 / 3600.0), within(0.06));
        assertThat(circle(Map.of("at", A, "minutes", 1)).data("circle/totalCount").asInt()).isZero();
    }

    @Test
    void whatATierLacksIsToldWithTheNearestBeyondIt() {
        GraphQl.Answer answer = circle(A);
        // A pharmacy is promised within ten minutes; this one is 27 away.
        JsonNode missing = answer.data("circle/tiers/1/missing")
                .valueStream()
                .filter(each -> each.at("/category/code").asString().equals("PHA"))
                .findFirst()
                .orElseThrow();
        assertThat(missing.at("/nearest/facility/name").asString()).isEqualTo("长征镇药店");
        assertThat(missing.at("/nearest/walk/minutes").asInt()).isEqualTo(27);
        assertThat(
                answer.data("circle/tiers/2/missing").valueStream().map(each -> each.at("/category/code").asString()))
                .doesNotContain("HLT-C")
                .contains("FIN-B");
        assertThat(answer.data("circle/outline").size()).isPositive();
    }

    @Test
    void oneCategoryIsToldOfAloneAndAnUnknownOneIsRefused() {
        GraphQl.Answer answer = category("PHA");
        assertThat(answer.data("circle/totalCount").asInt()).isEqualTo(1);
        assertThat(answer.data("circle/tiers")
                .valueStream()
                .flatMap(tier -> tier.get("categories").valueStream())
                .map(each -> each.at("/category/code").asString() + " " + each.get("totalCount")))
                .containsExactly("PHA 1");
        assertThat(answer.data("circle/tiers").valueStream().flatMap(tier -> tier.get("missing").valueStream()))
                .hasSize(1);
        assertThat(category("FIN-B").data("circle/totalCount").asInt()).isZero();
        assertThat(category("XYZ").error().at("/extensions/reason").asString()).isEqualTo("UNKNOWN_CATEGORY");
    }

    private GraphQl.Answer category(String code) {
        return graphQl.ask("""
                query($at: PointInput!, $code: String!) { circle(at: $at, minutes: 30, category: $code) { totalCount
                  tiers { missing { category { code } } categories { category { code } totalCount } } } }""",
                Map.of("at", A, "code", code));
    }

    @Test
    void openIsToldForTheAskedInstant() {
        GraphQl.Answer monday = circle(Map.of("at", A, "openAt", "2026-05-11T10:00:00+08:00"));
        assertThat(found(monday, "梅园街道社区卫生服务中心").at("/open").asBoolean()).isTrue();
        GraphQl.Answer night = circle(Map.of("at", A, "openAt", "2026-05-11T03:00:00+08:00"));
        assertThat(found(night, "梅园街道社区卫生服务中心").at("/open").asBoolean()).isFalse();
        assertThat(found(night, "长征镇药店").at("/open").asBoolean()).isTrue();
    }

    @Test
    void aFacilityOffEveryPathIsAnEstimateAndOneThatOpensMovesOrClosesIsSeenAtOnce() {
        String id = create("路边药房", 31.1010, 121.4010);
        Records.await(() -> !found(circle(A), "路边药房").isMissingNode());
        assertThat(found(circle(A), "路边药房").at("/walk/estimated").asBoolean()).isFalse();

        graphQl.askAsAdmin("""
                mutation($id: ID!) { updateFacility(input: {id: $id, location: {lat: 31.1010, lon: 121.4030}}) {
                  userErrors { code } } }""", Map.of("id", id));
        Records.await(() -> found(circle(A), "路边药房").at("/walk/estimated").asBoolean());
        double straight = Math.hypot(0.001 * DEGREE, 0.002 * DEGREE * Math.cos(Math.toRadians(31.1005)));
        assertThat(found(circle(A), "路边药房").at("/walk/seconds").asDouble()).isCloseTo(straight * 1.3 / ADULT,
                within(1.0));

        graphQl.askAsAdmin("mutation($id: ID!) { closeFacility(input: {id: $id}) { userErrors { code } } }",
                Map.of("id", id));
        Records.await(() -> found(circle(A), "路边药房").isMissingNode());
    }

    @Test
    void aPointOffThePathsGetsAnEstimateAndOneFarAwayARefusalWithWords() {
        GraphQl.Answer river = circle(Map.of("lat", 31.100, "lon", 121.398));
        assertThat(river.data("circle/estimated").asBoolean()).isTrue();
        assertThat(river.data("circle/metresToPath").asInt()).isCloseTo(286, within(2));
        assertThat(found(river, "梅园街道社区卫生服务中心").at("/walk/estimated").asBoolean()).isTrue();
        assertThat(found(river, "梅园街道社区卫生服务中心").at("/walk/seconds").asDouble())
                .isCloseTo((286 * 1.3 + 111.2) / ADULT, within(2.0));

        GraphQl.Answer far = circle(Map.of("lat", 31.2, "lon", 121.5));
        assertThat(far.error().at("/extensions/reason").asString()).isEqualTo("OUTSIDE_WALKING_NETWORK");
        assertThat(far.error().at("/message").asString()).contains("没有可走的路");
    }

    @Test
    void withoutANetworkEveryWalkIsAnEstimate() {
        streets.clear();
        Records.await(() -> circle(A).data("circle/totalCount").asInt() == 2);
        GraphQl.Answer answer = circle(A);
        assertThat(answer.data("circle/estimated").asBoolean()).isTrue();
        assertThat(found(answer, "梅园街道社区卫生服务中心").at("/walk/seconds").asDouble())
                .isCloseTo(0.001 * DEGREE * 1.3 / ADULT, within(0.5));
    }

    @Test
    void theWayIsToldLegByLegAndAWheelchairIsSentRoundTheSteps() {
        String park = create("台阶上的药房", 31.1020, 121.4020);
        JsonNode steps = route(park, Map.of("profile", "ADULT"));
        assertThat(steps.at("/legs")
                .valueStream()
                .flatMap(leg -> leg.get("features").valueStream())
                .map(JsonNode::asString))
                .containsExactly("STEPS");
        assertThat(steps.at("/legs/0/name").asString()).isEqualTo("梅园路");
        JsonNode wheels = route(park, Map.of("profile", "WHEELCHAIR"));
        assertThat(wheels.at("/legs").valueStream().flatMap(leg -> leg.get("features").valueStream())).isEmpty();
        assertThat(wheels.at("/walk/metres").asInt()).isGreaterThan(steps.at("/walk/metres").asInt() + 100);
        assertThat(route(park, Map.of("profile", "ADULT", "stepFree", true)).at("/walk/metres").asInt())
                .isEqualTo(wheels.at("/walk/metres").asInt());
        assertThat(wheels.at("/line").size()).isEqualTo(4);
    }

    @Test
    void aSearchIsNarrowedToAWalkAlsoWhileElasticsearchIsAway() {
        assertThat(search(30)).containsExactlyInAnyOrder("梅园街道社区卫生服务中心 2", "长征镇药店 27");
        assertThat(search(5)).containsExactly("梅园街道社区卫生服务中心 2");
        TestEngines.elasticsearch().power().kill();
        try {
            assertThat(search(5)).containsExactly("梅园街道社区卫生服务中心 2");
        } finally {
            TestEngines.elasticsearch().power().start();
        }
        records.awaitIndexed();
    }

    @Test
    void walksOfAWholeListCostOneSearchAndACircleNoStatementOnceItIsKnown() {
        GraphQl.Answer answer = graphQl.ask("""
                query($from: PointInput!) { facilities { nodes { name walkFrom(point: $from) { minutes } } } }""",
                Map.of("from", A));
        assertThat(answer.data("facilities/nodes")
                .valueStream()
                .map(node -> node.get("name").asString() + " " + node.at("/walkFrom/minutes").asString("")))
                .containsExactlyInAnyOrder("梅园街道社区卫生服务中心 2", "长征镇药店 27", "梅园图书馆 ");
        circle(A);
        statements.reset();
        circle(A);
        assertThat(statements.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"31.1,121.4,0,minutes,MINUTES_OUT_OF_RANGE", "31.1,121.4,31,minutes,MINUTES_OUT_OF_RANGE",
        "91,121.4,15,at.lat,LATITUDE_OUT_OF_RANGE", "31.1,181,15,at.lon,LONGITUDE_OUT_OF_RANGE",
        "-33.9,18.4,15,at,OUTSIDE_WALKING_NETWORK"})
    void badInputIsRefusedByName(double lat, double lon, int minutes, String field, String reason) {
        GraphQl.Answer answer = circle(Map.of("at", Map.of("lat", lat, "lon", lon), "minutes", minutes));
        assertThat(answer.error().at("/extensions/field").asString()).isEqualTo(field);
        assertThat(answer.error().at("/extensions/reason").asString()).isEqualTo(reason);
    }

    @Test
    void aWalkLimitNeedsAPointAndAFacilityMustBeKnown() {
        GraphQl.Answer search = graphQl.ask("{ facilities(search: {withinMinutes: 10}) { totalCount } }", Map.of());
        assertThat(search.error().at("/extensions/reason").asString()).isEqualTo("WALK_NEEDS_NEAR");
        GraphQl.Answer route = graphQl.ask(
                "query($from: PointInput!) { walkRoute(from: $from, facility: \"nonsense\") { walk { metres } } }",
                Map.of("from", A));
        assertThat(route.error().at("/extensions/reason").asString()).isEqualTo("UNKNOWN_FACILITY");
    }

    private List<String> search(int minutes) {
        return graphQl.ask("""
                query($near: PointInput!, $minutes: Int!) { facilities(search: {near: $near, withinMinutes: $minutes}) {
                  edges { walk { minutes } node { name } } } }""", Map.of("near", A, "minutes", minutes))
                .data("facilities/edges")
                .valueStream()
                .map(edge -> edge.at("/node/name").asString() + " " + edge.at("/walk/minutes").asInt())
                .toList();
    }

    private JsonNode route(String facility, Map<String, ?> more) {
        var variables = new java.util.HashMap<String, Object>(more);
        variables.put("from", A);
        variables.put("facility", facility);
        return graphQl.ask("""
                query($from: PointInput!, $facility: ID!, $profile: WalkProfile! = ADULT, $stepFree: Boolean! = false) {
                  walkRoute(from: $from, facility: $facility, profile: $profile, stepFree: $stepFree) {
                    walk { metres } line { lat } legs { name metres features } } }""", variables).data("walkRoute");
    }

    private String create(String name, double lat, double lon) {
        return graphQl.askAsAdmin(CREATE, Map.of("input",
                Map.of("name", name, "category", "PHA", "location", Map.of("lat", lat, "lon", lon))))
                .data("createFacility/facility/id")
                .asString();
    }

    private GraphQl.Answer circle(Map<String, ?> variables) {
        return graphQl.ask(CIRCLE, variables.containsKey("lat") ? Map.of("at", variables) : variables);
    }

    private static JsonNode found(GraphQl.Answer answer, String name) {
        return answer.data("circle/tiers")
                .valueStream()
                .flatMap(tier -> tier.get("categories").valueStream())
                .flatMap(category -> category.get("facilities").valueStream())
                .filter(each -> each.at("/facility/name").asString().equals(name))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }
}
