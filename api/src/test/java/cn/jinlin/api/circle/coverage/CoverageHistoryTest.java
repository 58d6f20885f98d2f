package cn.jinlin.api.circle.coverage;

import java.util.Map;

import cn.jinlin.api.facility.Categories;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(StreetDistrict.class)
class CoverageHistoryTest {

    private static final String HISTORY = """
            query($category: String! = "HLT-S", $subdistrict: String, $months: Int! = 12) {
              coverageHistory(category: $category, subdistrict: $subdistrict, months: $months) {
                month summary { residents residentsWithin promiseMinutes standardMetres medianMinutes residentsWithout } } }""";

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private StreetDistrict district;
    @Autowired
    private CoverageMaps maps;
    @Autowired
    private CoverageRecording recording;
    @Autowired
    private Categories categories;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void street() {
        district.prepare();
    }

    @AfterEach
    void leaveNothing() {
        district.remove();
    }

    @Test
    void everyCategoryIsKeptOnceADayAndTheMonthShowsTheLastLook() {
        district.open("HLT-S", StreetDistrict.corner(2), 121.4);
        maps.look();

        assertThat(recording.keepToday()).isEqualTo(categories.list().size());
        assertThat(recording.keepToday()).isZero();
        long rows = count();
        assertThat(rows).isEqualTo(categories.list().size() * 3L * 3);
        assertThat(graphQl.ask(HISTORY, Map.of()).data("coverageHistory").toString()).isEqualTo("""
                [{"month":"2026-09-01","summary":{"residents":650,"residentsWithin":400,"promiseMinutes":5,\
                "standardMetres":300,"medianMinutes":3.0,"residentsWithout":50}}]""");

        district.open("HLT-S", StreetDistrict.corner(10), 121.4);
        maps.look();
        jdbc.sql("update coverage_month set looked_at_on = looked_at_on - 1").update();

        assertThat(recording.keepToday()).isEqualTo(categories.list().size());
        assertThat(count()).isEqualTo(rows);
        assertThat(within(Map.of())).isEqualTo(600);
        assertThat(within(Map.of("subdistrict", "JL02"))).isEqualTo(200);
    }

    @Test
    void monthsComeOldestFirstAndOnlyAsFarBackAsAsked() {
        recording.keepToday();
        jdbc.sql("update coverage_month set month = '2026-07-01' where category = 'HLT-S'").update();
        recording.keepToday();

        assertThat(graphQl.ask(HISTORY, Map.of())
                .data("coverageHistory")
                .valueStream()
                .map(each -> each.get("month").asString())).containsExactly("2026-07-01", "2026-09-01");
        assertThat(graphQl.ask(HISTORY, Map.of("months", 2)).data("coverageHistory").size()).isEqualTo(1);
    }

    @Test
    void nothingIsKeptWhileNothingIsKnown() {
        district.prepareWithoutGround();
        assertThat(recording.keepToday()).isZero();
        assertThat(graphQl.ask(HISTORY, Map.of()).data("coverageHistory").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 61})
    void monthsAreBounded(int months) {
        assertThat(graphQl.ask(HISTORY, Map.of("months", months)).error().at("/extensions/reason").asString())
                .isEqualTo("MONTHS_OUT_OF_RANGE");
    }

    private int within(Map<String, ?> variables) {
        return graphQl.ask(HISTORY, variables).data("coverageHistory/0/summary/residentsWithin").asInt();
    }

    private long count() {
        return jdbc.sql("select count(*) from coverage_month").query(Long.class).single();
    }
}
