package cn.jinlin.api.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.ledger.Journals;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.security.TokenIssuer;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
class AuditTest {

    private static final String ENTRIES = """
            query($first: Int! = 20, $after: String, $filter: AuditFilter) {
              auditEntries(first: $first, after: $after, filter: $filter) {
                nodes { number act erased actor actorKind actingFor objectType object from reason at }
                pageInfo { hasNextPage hasPreviousPage endCursor } } }""";
    private static final String CREATE = """
            mutation($input: CreateFacilityInput!) { createFacility(input: $input) { facility { id } userErrors { code } } }""";
    private static final String CLOSE = """
            mutation($input: CloseFacilityInput!) { closeFacility(input: $input) { facility { id } } }""";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private Records records;
    @Autowired
    private Journals journals;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TokenIssuer tokens;

    @BeforeEach
    void anEmptyDistrict() {
        records.clear();
        records.insertRegions();
    }

    @Test
    void anAdministratorsActsAreOnRecordWithWhoWhatWhichWhenAndFromWhere() {
        String id = create("审计图书馆");
        graphQl.askAsAdmin(CLOSE, Map.of("input", Map.of("id", id)));
        awaitChained();

        GraphQl.Answer trail = graphQl.askAsAdmin(ENTRIES, Map.of("filter", Map.of("object", id)));

        // Other tests had facilities of that number, which is given anew with each empty record.
        assertThat(values(trail, "act")).startsWith("facility.close", "facility.create");
        var close = trail.data("auditEntries/nodes/0");
        assertThat(close.get("actor").asString()).isEqualTo("test");
        assertThat(close.get("actorKind").asString()).isEqualTo("ADMINISTRATOR");
        assertThat(close.get("objectType").asString()).isEqualTo("Facility");
        assertThat(close.get("object").asString()).isEqualTo(id);
        assertThat(close.get("from").asString()).isIn("127.0.0.0/24", "0:0:0:0:0:0:0:0/48");
        assertThat(close.get("at").asString()).isEqualTo("2026-09-29T10:00:00+08:00");
        assertThat(journals.get(Audit.JOURNAL).verify().isUnbroken()).isTrue();
    }

    @Test
    void aClientCannotSayThatItCameFromElsewhere() throws IOException, InterruptedException {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of("query", CREATE, "variables",
                        Map.of("input", Map.of("name", "远方图书馆", "category", "CUL-L"))));
        var request = HttpRequest.newBuilder(URI.create(graphQl.address() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + tokens.issue("far", Role.DISTRICT_ADMIN, Duration.ofMinutes(5)))
                .header("X-Forwarded-For", "203.0.113.7")
                .header("Forwarded", "for=203.0.113.7")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        awaitChained();

        GraphQl.Answer trail = graphQl.askAsAdmin(ENTRIES, Map.of("filter", Map.of("actor", "far")));

        assertThat(trail.data("auditEntries/nodes/0/from").asString()).doesNotStartWith("203");
    }

    @Test
    void whatWasRefusedIsNotOnRecord() {
        awaitChained();
        long before = count();
        GraphQl.Answer refused = graphQl.askAsAdmin(CREATE,
                Map.of("input", Map.of("name", "", "category", "CUL-L")));
        assertThat(refused.data("createFacility/userErrors/0/code").asString()).isEqualTo("NAME_EMPTY");
        graphQl.ask(CREATE, Map.of("input", Map.of("name", "无权", "category", "CUL-L")));

        awaitChained();
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void theTrailIsReadPageByPageAndByWhatIsLookedFor() {
        for (int each = 0; each < 5; each++) {
            create("第" + each + "图书馆");
        }
        awaitChained();
        var filter = Map.of("act", "facility.create", "actor", "test");

        GraphQl.Answer first = graphQl.askAsAdmin(ENTRIES, Map.of("first", 3, "filter", filter));
        GraphQl.Answer second = graphQl.askAsAdmin(ENTRIES, Map.of("first", 3, "filter", filter, "after",
                first.data("auditEntries/pageInfo/endCursor").asString()));

        assertThat(first.data("auditEntries/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(second.data("auditEntries/pageInfo/hasPreviousPage").asBoolean()).isTrue();
        assertThat(values(second, "number")).doesNotContainAnyElementsOf(values(first, "number"));
        assertThat(values(graphQl.askAsAdmin(ENTRIES,
                Map.of("filter", Map.of("actor", "nobody"))), "act")).isEmpty();
        assertThat(values(graphQl.askAsAdmin(ENTRIES,
                Map.of("filter", Map.of("until", "2026-09-29T09:59:59+08:00", "act", "facility.create"))), "act"))
                .isEmpty();
    }

    @Test
    void onlyAnAdministratorReadsTheTrail() {
        assertThat(graphQl.ask(ENTRIES, Map.of()).error().at("/extensions/code").asString()).isEqualTo("UNAUTHORIZED");
    }

    @ParameterizedTest
    @CsvSource({"PAGE_SIZE_OUT_OF_RANGE, first, 0", "PAGE_SIZE_OUT_OF_RANGE, first, 101", "BROKEN_CURSOR, after, oops"})
    void aPageThatIsNoneIsRefused(String reason, String variable, String value) {
        Object given = variable.equals("first") ? Integer.valueOf(value) : value;
        assertThat(graphQl.askAsAdmin(ENTRIES, Map.of(variable, given)).error().at("/extensions/reason").asString())
                .isEqualTo(reason);
    }

    @Test
    void aFilterThatMakesNoSenseIsRefused() {
        assertThat(refusal(Map.of("object", "???"))).isEqualTo("AUDIT_UNKNOWN_OBJECT");
        assertThat(refusal(Map.of("actor", "x".repeat(201)))).isEqualTo("AUDIT_FILTER_TOO_LONG");
        assertThat(refusal(Map.of("from", "2026-01-02T00:00:00Z", "until", "2026-01-01T00:00:00Z")))
                .isEqualTo("AUDIT_UNTIL_BEFORE_FROM");
    }

    private String refusal(Map<String, Object> filter) {
        return graphQl.askAsAdmin(ENTRIES, Map.of("filter", filter)).error().at("/extensions/reason").asString();
    }

    private String create(String name) {
        return graphQl.askAsAdmin(CREATE, Map.of("input", Map.of("name", name, "category", "CUL-L")))
                .data("createFacility/facility/id")
                .asString();
    }

    private void awaitChained() {
        Records.await(() -> jdbc.sql("select count(*) from journal_inbox").query(Long.class).single() == 0);
    }

    private long count() {
        return jdbc.sql("select count(*) from journal_entry where journal = 'audit'").query(Long.class).single();
    }

    private static List<String> values(GraphQl.Answer answer, String field) {
        return answer.data("auditEntries/nodes").valueStream().map(node -> node.get(field).asString()).toList();
    }
}
