package cn.jinlin.api.facility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
class FacilityAdministrationTest {

    private static final String CREATE = """
            mutation($input: CreateFacilityInput!) { createFacility(input: $input) {
              facility { id name subdistrict { code } openNow closesAt closedToday { date reason } } userErrors { code message field } } }""";
    private static final String UPDATE = """
            mutation($input: UpdateFacilityInput!) { updateFacility(input: $input) {
              facility { id name nameEn phones { number } } userErrors { code message field } } }""";
    private static final String CLOSE = """
            mutation($input: CloseFacilityInput!) { closeFacility(input: $input) { facility { inService } userErrors { code } } }""";
    private static final String EXCEPTION = """
            mutation($input: DeclareFacilityExceptionInput!) { declareFacilityException(input: $input) {
              facility { openNow opensAt exceptions { date note } } userErrors { code field } } }""";
    private static final String FIND = "query($text: String!) { facilities(search: {text: $text}) { nodes { id name } degraded } }";
    private static final String PAGE = "query($id: ID!) { facility(id: $id) { name inService } }";
    private static final Map<String, Object> LIBRARY = Map.of("name", "梅园图书馆", "nameEn", "Meiyuan Library", "category",
            "CUL-L", "subdistrict",
            "JL01", "address", "梅园路100号", "location", Map.of("lat", 31.1, "lon", 121.4, "crs", "WGS84"), "phones",
            List.of(Map.of("number", "021-55501234")), "schedules",
            List.of(Map.of("byday", List.of(1, 2, 3, 4, 5), "opensAt", "09:00", "closesAt", "17:00")));

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private Records records;

    @BeforeEach
    void anEmptyDistrict() {
        records.clear();
        records.insertRegions();
        records.insertCalendar();
    }

    @Test
    void aNewFacilityIsOpenByItsHoursAndFoundByItsName() {
        GraphQl.Answer created = graphQl.askAsAdmin(CREATE, Map.of("input", LIBRARY));

        assertThat(created.data("createFacility/facility/openNow").asBoolean()).isTrue();
        assertThat(created.data("createFacility/facility/closesAt").asString()).isEqualTo("2026-09-29T17:00:00+08:00");
        assertThat(created.data("createFacility/facility/closedToday").isNull()).isTrue();
        records.awaitIndexed();
        assertThat(names(graphQl.ask(FIND, Map.of("text", "meiyuan tushuguan")))).containsExactly("梅园图书馆");
    }

    @Test
    void aDayWithoutHoursIsToldAsClosedAllDay() {
        var weekends = new HashMap<>(LIBRARY);
        weekends.put("schedules", List.of(Map.of("byday", List.of(6, 7), "opensAt", "09:00", "closesAt", "17:00")));

        GraphQl.Answer onATuesday = graphQl.askAsAdmin(CREATE, Map.of("input", weekends));

        assertThat(onATuesday.data("createFacility/facility/closedToday/date").asString()).isEqualTo("2026-09-29");
        assertThat(onATuesday.data("createFacility/facility/closedToday/reason").asString()).isEqualTo("REGULAR");
    }

    @Test
    void aChangeKeepsWhatItDoesNotNameAndClearsWhatIsNull() {
        String id = create();
        var input = new HashMap<String, Object>(Map.of("id", id, "name", "梅园少儿图书馆"));
        input.put("nameEn", null);

        GraphQl.Answer updated = graphQl.askAsAdmin(UPDATE, Map.of("input", input));

        assertThat(updated.data("updateFacility/facility/name").asString()).isEqualTo("梅园少儿图书馆");
        assertThat(updated.data("updateFacility/facility/nameEn").isNull()).isTrue();
        assertThat(updated.data("updateFacility/facility/phones/0/number").asString()).isEqualTo("021-55501234");
    }

    @Test
    void aPageShowsAChangeAtOnceAlthoughItWasCached() {
        String id = create();
        assertThat(graphQl.ask(PAGE, Map.of("id", id)).data("facility/name").asString()).isEqualTo("梅园图书馆");

        graphQl.askAsAdmin(UPDATE, Map.of("input", Map.of("id", id, "name", "新名图书馆")));

        assertThat(graphQl.ask(PAGE, Map.of("id", id)).data("facility/name").asString()).isEqualTo("新名图书馆");
    }

    @Test
    void aClosedFacilityLeavesSearchAndKeepsItsPage() {
        String id = create();
        records.awaitIndexed();

        graphQl.askAsAdmin(CLOSE, Map.of("input", Map.of("id", id)));
        records.awaitIndexed();

        assertThat(names(graphQl.ask(FIND, Map.of("text", "梅园图书馆")))).isEmpty();
        assertThat(graphQl.ask(PAGE, Map.of("id", id)).data("facility/inService").asBoolean()).isFalse();
        assertThat(graphQl.askAsAdmin(UPDATE, Map.of("input", Map.of("id", id, "name", "x")))
                .data("updateFacility/userErrors/0/code")
                .asString()).isEqualTo("CLOSED_FOR_GOOD");
    }

    @Test
    void anExceptionWinsOverTheWeeklyHours() {
        String id = create();
        GraphQl.Answer declared = graphQl.askAsAdmin(EXCEPTION,
                Map.of("input", Map.of("id", id, "date", "2099-01-05", "periods", List.of(), "note", "盘点")));
        assertThat(declared.data("declareFacilityException/facility/exceptions/0/note").asString()).isEqualTo("盘点");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 请先登录", "en, Please sign in"})
    void whoeverIsNotSignedInIsRefusedInTheirLanguage(String language, String words) {
        GraphQl.Answer refused = graphQl.ask(CREATE, Map.of("input", LIBRARY), language);
        assertThat(refused.error().at("/extensions/code").asString()).isEqualTo("UNAUTHORIZED");
        assertThat(refused.error().at("/message").asString()).contains(words);
    }

    @Test
    void aForgedTokenIsRefusedAtTheDoor() {
        assertThat(graphQl.send(CREATE, Map.of("input", LIBRARY), "en",
                "eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJESVNUUklDVF9BRE1JTiJdfQ.").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"name, '', NAME_EMPTY", "category, XXX, UNKNOWN_CATEGORY", "subdistrict, JL99, UNKNOWN_SUBDISTRICT",
        "website, javascript:alert(1), NOT_A_WEB_ADDRESS"})
    void aWrongFieldIsRefusedByNameAndNothingIsWritten(String field, String value, String code) {
        var input = new HashMap<>(LIBRARY);
        input.put(field, value);

        GraphQl.Answer refused = graphQl.askAsAdmin(CREATE, Map.of("input", input));

        assertThat(refused.data("createFacility/userErrors/0/code").asString()).isEqualTo(code);
        assertThat(refused.data("createFacility/userErrors/0/field").toString())
                .isEqualTo("[\"input\",\"" + field + "\"]");
        records.awaitIndexed();
        assertThat(graphQl.ask("{ facilities { totalCount } }", Map.of()).data("facilities/totalCount").asInt())
                .isZero();
    }

    private String create() {
        return graphQl.askAsAdmin(CREATE, Map.of("input", LIBRARY)).data("createFacility/facility/id").asString();
    }

    private static List<String> names(GraphQl.Answer answer) {
        return answer.data("facilities/nodes").valueStream().map(node -> node.get("name").asString()).toList();
    }
}
