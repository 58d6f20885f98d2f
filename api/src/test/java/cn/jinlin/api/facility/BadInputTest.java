package cn.jinlin.api.facility;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
class BadInputTest {

    private static final String SEARCH = """
            query($search: FacilitySearchInput!, $first: Int! = 20, $after: String) {
              facilities(search: $search, first: $first, after: $after) { totalCount nodes { name } } }""";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private Records records;

    @BeforeEach
    void regions() {
        records.clear();
        records.insertRegions();
    }

    static Stream<Arguments> refused() {
        var here = Map.of("lat", 31.1, "lon", 121.4);
        return Stream.of(Arguments.of("search.categories", "UNKNOWN_CATEGORY", Map.of("categories", List.of("NOPE"))),
                Arguments.of("search.subdistricts", "UNKNOWN_SUBDISTRICT", Map.of("subdistricts", List.of("X"))),
                Arguments.of("search.near.lat", "LATITUDE_OUT_OF_RANGE", Map.of("near", Map.of("lat", 91, "lon", 121))),
                Arguments.of("search.near.lon", "LONGITUDE_OUT_OF_RANGE",
                        Map.of("near", Map.of("lat", 31, "lon", 181))),
                Arguments.of("search.radiusMetres", "RADIUS_OUT_OF_RANGE", Map.of("near", here, "radiusMetres", 0)),
                Arguments.of("search.radiusMetres", "RADIUS_NEEDS_NEAR", Map.of("radiusMetres", 500)),
                Arguments.of("search.sort", "NEAREST_NEEDS_NEAR", Map.of("sort", "NEAREST")),
                Arguments.of("search.text", "TEXT_TOO_LONG", Map.of("text", "长".repeat(201))),
                Arguments.of("search.text", "TEXT_TOO_LONG", Map.of("text", "x".repeat(1_000_000))),
                Arguments.of("search.text", "TEXT_HAS_CONTROL_CHARACTERS", Map.of("text", "药\u0007店")),
                Arguments.of("search.languages", "NOT_A_LANGUAGE", Map.of("languages", List.of("中文"))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aSearchOutOfBoundsNamesFieldAndReasonInBothLanguages(String field, String reason, Map<String, Object> search) {
        GraphQl.Answer chinese = graphQl.ask(SEARCH, Map.of("search", search), "zh-CN");
        GraphQl.Answer english = graphQl.ask(SEARCH, Map.of("search", search), "en-GB,en;q=0.8");

        for (GraphQl.Answer answer : List.of(chinese, english)) {
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.error().at("/extensions/code").asString()).isEqualTo("BAD_INPUT");
            assertThat(answer.error().at("/extensions/field").asString()).isEqualTo(field);
            assertThat(answer.error().at("/extensions/reason").asString()).isEqualTo(reason);
        }
        assertThat(chinese.error().at("/message").asString()).isNotEqualTo(english.error().at("/message").asString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, 1_000_000_000})
    void aPageSizeOutOfBoundsIsRefused(int first) {
        assertThat(graphQl.ask(SEARCH, Map.of("search", Map.of(), "first", first))
                .error()
                .at("/extensions/field")
                .asString())
                .isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oops", "e30", "eyJwb3NpdGlvbiI6MX0", "eyJwb3NpdGlvbiI6LTEsInNvcnRWYWx1ZXMiOltdfQ",
        "%%%"})
    void aBrokenCursorIsRefused(String after) {
        assertThat(graphQl.ask(SEARCH, Map.of("search", Map.of(), "after", after))
                .error()
                .at("/extensions/reason")
                .asString())
                .isEqualTo("BROKEN_CURSOR");
    }

    @Test
    void aForgedCursorWithSortValuesOfAnotherShapeIsNoFault() {
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "{\"position\":20,\"sortValues\":[\"x\",\"y\",\"z\"]}".getBytes(StandardCharsets.UTF_8));
        assertThat(graphQl.ask(SEARCH, Map.of("search", Map.of(), "after", forged))
                .error()
                .at("/extensions/reason")
                .asString())
                .isEqualTo("BROKEN_CURSOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀🏥", "'; drop table facility; --", "name:(药 OR *) AND NOT [a TO b]",
        "+-&&||!(){}[]^\"~*?:\\/", "%_\\", "a\tb\nc"})
    void whateverIsTypedIsOnlyText(String text) {
        GraphQl.Answer answer = graphQl.ask(SEARCH, Map.of("search", Map.of("text", text)));
        assertThat(answer.data("facilities/totalCount").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"lat\": NaN, \"lon\": 1}", "{\"lat\": \"NaN\", \"lon\": 1}",
        "{\"lat\": 31, \"lon\": 121, \"crs\": \"MARS\"}",
        "{\"lat\": 31}", "[]", "{\"lat\": 1e400, \"lon\": 1}"})
    void aPointThatIsNoneIsRefusedBeforeAnythingRuns(String near) {
        GraphQl.Answer answer = graphQl.sendRaw(
                """
                {"query": "query($near: PointInput!) { suggestFacilities(prefix: \\"a\\", near: $near) { text } }", "variables": {"near": %s}}"""
                        .formatted(near),
                "en", null);
        assertThat(answer.status()).isBetween(200, 499);
        assertThat(answer.error().at("/message").asString()).isNotBlank();
        assertThat(answer.error().at("/extensions/code").asString()).isNotBlank();
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWhetherOrNotItStatesItsLength() {
        GraphQl.Answer stated = graphQl.sendRaw("{\"query\": \"" + "x".repeat(3_000_000) + "\"}", "en", null);
        assertThat(stated.status()).isEqualTo(413);
        assertThat(graphQl.sendInChunks("{\"query\": \"" + "x".repeat(3_000_000) + "\"}").status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ facilities { nodes { name } }", "{ nothing }",
        "query { facilities(first: \"x\") { totalCount } }"})
    void aWrongDocumentHasACodeAndNoSuggestions(String document) {
        GraphQl.Answer answer = graphQl.ask(document, Map.of(), "en");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().at("/extensions/code").asString()).startsWith("GRAPHQL_");
        assertThat(answer.body()).doesNotContain("Did you mean");
    }

    @Test
    void aDocumentThatAsksForTooMuchIsRefused() {
        String aliases = "{ " + IntStream.range(0, 31)
                .mapToObj(i -> "a" + i + ": categories { code }")
                .collect(Collectors.joining(" ")) + " }";
        assertThat(graphQl.ask(aliases, Map.of()).error().at("/extensions/code").asString())
                .isEqualTo("TOO_MANY_ALIASES");
        String costly = "{ facilities(first: 100) { nodes { hours(days: 31) { date reason note periods { opens closes } } "
                + "exceptions { date note periods { opens closes } } "
                + "a: hours { date reason note periods { opens closes } } b: hours { date reason note periods { opens closes } } "
                + "c: hours { date reason note periods { opens closes } } d: hours { date reason note periods { opens closes } } "
                + "e: hours { date reason note periods { opens closes } } f: hours { date reason note periods { opens closes } } "
                + "g: hours { date reason note periods { opens closes } } h: hours { date reason note periods { opens closes } } "
                + "i: hours { date reason note periods { opens closes } } j: hours { date reason note periods { opens closes } } } } }";
        assertThat(graphQl.ask(costly, Map.of()).error().at("/extensions/code").asString()).isEqualTo("TOO_COSTLY");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{ facilities(first: 100) { totalCount edges { cursor distanceMetres highlights { field } walk { minutes metres "
                + "seconds estimated } node { id name nameEn address addressEn openNow opensAt closesAt inService charge "
                + "operator subdistrict { id code name } neighbourhood { id code name } category { code name tier } "
                + "location { lat lon crs } phones { number } } } } }",
        "{ suggestFacilities(prefix: \"a\", first: 20) { text detail distanceMetres category { code name tier } } }",
        "{ places(text: \"a\", first: 20) { kind name detail point { lat lon crs } } }",
        "{ circle(at: {lat: 31.1, lon: 121.4}) { tiers { categories { facilities(first: 50) { open walk { minutes metres "
                + "seconds estimated } facility { id name address openNow opensAt closesAt charge category { code name } "
                + "phones { number } location { lat lon } } } } } } }",
        "{ coverage(category: \"PHA\") { neighbourhoods(first: 250) { neighbourhood { id code name } subdistrict { id code "
                + "name } summary { residents residentsWithin share promiseMinutes residentsWithinMetres "
                + "shareWithinMetres standardMetres medianMinutes residentsWithout } } } }"})
    void aListAskedForAtItsBoundIsNotTooCostly(String document) {
        GraphQl.Answer answer = graphQl.ask(document, Map.of());
        assertThat(answer.json().has("errors")).as(answer.body()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"coverage(category: \"PHA\") { grid { residents minutes } }",
        "coverageWhatIf(category: \"PHA\") { now { residents } }"})
    void whatTakesLongIsNotAskedForManyTimesAtOnce(String field) {
        String asked = IntStream.range(0, 3).mapToObj(i -> "a" + i + ": " + field).collect(Collectors.joining(" "));
        assertThat(graphQl.ask("{ " + field + " }", Map.of()).json().has("errors")).isFalse();
        assertThat(graphQl.ask("{ " + asked + " }", Map.of()).error().at("/extensions/code").asString())
                .isEqualTo("TOO_COSTLY");
    }

    @Test
    void emptyOrForeignBodiesAreRefusedAsJson() {
        assertThat(graphQl.sendRaw("", "en", null).status()).isEqualTo(400);
        assertThat(graphQl.sendRaw("not json", "en", null).error().at("/extensions/code").asString())
                .isEqualTo("BAD_JSON");
    }
}
