package cn.jinlin.api.facility;

import java.util.ArrayList;
import java.util.List;

import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
class FacilityFeedTest {

    @Autowired
    private FacilityFeed feed;
    @Autowired
    private Records records;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void nothing() {
        records.clear();
    }

    @Test
    void aLongTransactionIsToldWhenItEndsThoughOthersEndedMeanwhile() {
        var inside = new TransactionTemplate(transactions);
        var another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        List<String> upTo = new ArrayList<>();
        inside.executeWithoutResult(_ -> {
            insert("long", "default");
            another.executeWithoutResult(_ -> insert("short", "default"));
            another.executeWithoutResult(_ -> upTo.add(feed.tell(FacilityFeed.BEGINNING, _ -> {})));
        });
        assertThat(told(upTo.getFirst())).contains("long");
    }

    @Test
    void rowsRestoredFromAnotherClusterAreToldAtTheBeginningAndNotEverySecond() {
        insert("restored", "'9000000000000'::xid8");
        assertThat(told(FacilityFeed.BEGINNING)).containsExactly("restored");
        String now = feed.now();
        assertThat(told(now)).isEmpty();
        jdbc.sql("update facility set name = '改了'").update();
        assertThat(told(now)).containsExactly("restored");
    }

    private void insert(String id, String changedIn) {
        jdbc.sql(
                "insert into facility (source, external_id, name, category, lat, lon, changed_in) values ('test', ?, '店', "
                        + "'COM-S', 31.1, 121.4, " + changedIn + ")")
                .param(id)
                .update();
    }

    private List<String> told(String since) {
        List<Long> ids = new ArrayList<>();
        feed.tell(since, place -> ids.add(place.id()));
        return ids.stream()
                .map(id -> jdbc.sql("select external_id from facility where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .toList();
    }
}
