package cn.jinlin.api.facility;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import cn.jinlin.api.facility.index.Reconciliation;
import cn.jinlin.api.facility.index.Reindexing;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.DistrictOfThree;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import cn.jinlin.engines.TestEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/// What residents see while Redis or Elasticsearch is away, and after it is back. Real engines, really killed.
@ApiTest
@Import(DistrictOfThree.class)
class EnginesAwayTest {

    private static final String FIND = """
            query($text: String!, $openAt: DateTime) { facilities(search: {text: $text, openAt: $openAt}) {
              degraded totalCount nodes { id name } facets { categories { count category { code } } } } }""";
    private static final String SUGGEST = "query($text: String!) { suggestFacilities(prefix: $text) { text facilityId } }";
    private static final String PAGE = "query($id: ID!) { facility(id: $id) { name } }";
    private static final String RENAME = """
            mutation($id: ID!, $name: String!) { updateFacility(input: {id: $id, name: $name}) { facility { name } } }""";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private Records records;
    @Autowired
    private DistrictOfThree district;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Reconciliation reconciliation;
    @Autowired
    private Reindexing reindexing;

    @BeforeEach
    void aSmallDistrict() {
        district.prepare();
    }

    @Test
    void wordsAreStillFoundWhileElasticsearchIsAwayAndTheAnswerSaysSo() {
        String id = find("长征镇药店").data("facilities/nodes/0/id").asString();
        TestEngines.elasticsearch().power().kill();
        try {
            GraphQl.Answer plain = find("长征药店");
            assertThat(plain.data("facilities/degraded").asBoolean()).isTrue();
            assertThat(names(plain)).containsExactly("长征镇药店");
            assertThat(plain.data("facilities/facets/categories/0/count").asInt()).isEqualTo(1);
            assertThat(names(find("yaodian"))).containsExactly("长征镇药店");
            assertThat(names(find("O'Brien \\ & | !"))).isEmpty();
            assertThat(names(graphQl.ask(FIND, Map.of("text", "梅园", "openAt", "2026-10-01T10:00:00+08:00")))).isEmpty();
            assertThat(graphQl.ask(SUGGEST, Map.of("text", "长征")).data("suggestFacilities/0/text").asString())
                    .isEqualTo("长征镇药店");

            assertThat(rename(id, "万里镇药房").data("updateFacility/facility/name").asString()).isEqualTo("万里镇药房");
        } finally {
            TestEngines.elasticsearch().power().start();
        }
        records.awaitIndexed();
        Records.await(() -> !find("万里镇药房").data("facilities/degraded").asBoolean());
        assertThat(names(find("万里镇药房"))).contains("万里镇药房");
        assertThat(names(find("长征镇药店"))).doesNotContain("长征镇药店");
    }

    @Test
    void pagesAreServedWithoutRedisAndNoneIsStaleWhenItIsBack() {
        String id = find("梅园图书馆").data("facilities/nodes/0/id").asString();
        assertThat(page(id)).isEqualTo("梅园图书馆");
        TestEngines.redis().power().kill();
        try {
            assertThat(page(id)).isEqualTo("梅园图书馆");
            rename(id, "没有缓存的图书馆");
            assertThat(page(id)).isEqualTo("没有缓存的图书馆");
        } finally {
            TestEngines.redis().power().start();
        }
        for (int round = 0; round < 5; round++) {
            rename(id, "第" + round + "次改名的图书馆");
            assertThat(page(id)).isEqualTo("第" + round + "次改名的图书馆");
        }
    }

    @Test
    void aRebuildLeavesNoQueryUnansweredAndDriftIsFoundAndMended() throws InterruptedException {
        var failures = new AtomicInteger();
        var asked = new AtomicInteger();
        Thread asking = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                GraphQl.Answer answer = find("药店");
                asked.incrementAndGet();
                if (answer.json().has("errors") || answer.data("facilities/degraded").asBoolean()
                        || answer.data("facilities/totalCount").asInt() != 1) {
                    failures.incrementAndGet();
                }
            }
        });
        for (int round = 0; round < 3; round++) {
            assertThat(reindexing.rebuild(_ -> {})).isEqualTo(3);
        }
        asking.interrupt();
        asking.join();
        assertThat(asked.get()).isPositive();
        assertThat(failures.get()).as("failed of " + asked + " queries").isZero();

        jdbc.sql("update facility set name = '改了却没人说的药店', version = nextval('facility_version') where category = 'PHA'")
                .update();
        assertThat(reconciliation.mend()).isEqualTo(1);
        records.awaitIndexed();
        assertThat(names(find("改了却没人说的药店"))).containsExactly("改了却没人说的药店");
        assertThat(reconciliation.mend()).isZero();
    }

    @Test
    void aChangeIsFoundByItsNewName(TestInfo info) {
        String id = find("梅园图书馆").data("facilities/nodes/0/id").asString();
        long[] millis = new long[200];
        for (int change = 0; change < millis.length; change++) {
            String name = "改名" + change + "图书馆";
            rename(id, name);
            long committed = System.nanoTime();
            Records.await(() -> names(find(name)).contains(name));
            millis[change] = Duration.ofNanos(System.nanoTime() - committed).toMillis();
        }
        Arrays.sort(millis);
        System.out.printf("%s: 200 changes, median %d ms, p99 %d ms, longest %d ms%n", info.getDisplayName(),
                millis[100], millis[197],
                millis[199]);
    }

    private GraphQl.Answer find(String text) {
        return graphQl.ask(FIND, Map.of("text", text));
    }

    private String page(String id) {
        return graphQl.ask(PAGE, Map.of("id", id)).data("facility/name").asString();
    }

    private GraphQl.Answer rename(String id, String name) {
        return graphQl.askAsAdmin(RENAME, Map.of("id", id, "name", name));
    }

    private static List<String> names(GraphQl.Answer answer) {
        return answer.data("facilities/nodes").valueStream().map(node -> node.get("name").asString()).toList();
    }
}
