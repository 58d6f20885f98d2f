package cn.jinlin.api.facility;

import java.util.List;
import java.util.Map;

import cn.jinlin.api.facility.index.Reindexing;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.DistrictOfThree;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/// One facility whose row cannot be read: it is noted by itself, and all others go on to the index.
@ApiTest
@Import(DistrictOfThree.class)
class OddRecordTest {

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private Records records;
    @Autowired
    private DistrictOfThree district;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Reindexing reindexing;

    @BeforeEach
    void theLibraryHasAnAudienceNobodyKnows() {
        district.prepare();
        jdbc.sql("update facility set audiences = '{WIZARDS}' where category = 'CUL-L'").update();
    }

    @AfterEach
    void theLibraryIsMended() {
        jdbc.sql("update facility set audiences = '{EVERYONE}' where category = 'CUL-L'").update();
        jdbc.sql("update facility_outbox set next_at = now(), attempts = 0").update();
        records.awaitIndexed();
    }

    @Test
    void theOthersOfItsBatchAreIndexedAndItIsNotedWithTheReason() {
        jdbc.sql("update facility set name = name || '新', version = nextval('facility_version')").update();
        jdbc.sql("""
                insert into facility_outbox (facility_id, version) select id, version from facility
                on conflict (facility_id) do update set version = excluded.version""").update();
        // Whatever order the batch was taken in, both sides of the odd one are there.
        Records.await(() -> waiting().size() == 1 && waiting().getFirst().contains("WIZARDS"));
        assertThat(found("长征镇药店新")).containsExactly("长征镇药店新");
        assertThat(found("梅园街道社区卫生服务中心新")).contains("梅园街道社区卫生服务中心新");
    }

    @Test
    void aRebuildLeavesItOutAndPutsItInLine() {
        assertThat(reindexing.rebuild(_ -> {})).isEqualTo(2);
        Records.await(() -> waiting().size() == 1 && waiting().getFirst().contains("WIZARDS"));
    }

    private List<String> waiting() {
        return jdbc.sql("select coalesce(last_error, '') from facility_outbox")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> found(String text) {
        return graphQl.ask("query($text: String!) { facilities(search: {text: $text}) { nodes { name } } }",
                Map.of("text", text))
                .data("facilities/nodes")
                .valueStream()
                .map(node -> node.get("name").asString())
                .toList();
    }
}
