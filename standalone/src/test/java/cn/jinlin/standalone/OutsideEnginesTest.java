package cn.jinlin.standalone;

import java.util.Map;

import cn.jinlin.engines.EngineName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutsideEnginesTest {
    @Test
    void an_environment_that_names_none_gets_all_three_here() {
        assertThat(new OutsideEngines(Map.of()).missing()).containsExactlyInAnyOrder(EngineName.values());
    }

    @Test
    void each_engine_that_is_named_is_not_run_here() {
        assertThat(new OutsideEngines(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://record/jinlin")).missing())
                .containsExactlyInAnyOrder(EngineName.REDIS, EngineName.ELASTICSEARCH);
        assertThat(new OutsideEngines(Map.of("SPRING_DATA_REDIS_HOST", "cache", "JINLIN_ELASTICSEARCH_URIS",
                "http://index:9200")).missing()).containsExactly(EngineName.POSTGRES);
    }

    @Test
    void a_variable_that_is_set_to_nothing_names_nothing() {
        assertThat(new OutsideEngines(Map.of("SPRING_DATA_REDIS_HOST", "")).missing()).contains(EngineName.REDIS);
    }
}
