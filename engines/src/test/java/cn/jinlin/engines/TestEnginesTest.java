package cn.jinlin.engines;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestEnginesTest {
    @Test
    void the_properties_name_every_engine_and_stay_the_same_for_the_whole_run() {
        var properties = TestEngines.applicationProperties();
        assertThat(properties).containsOnlyKeys("spring.datasource.url", "spring.datasource.username",
                "spring.datasource.password", "spring.data.redis.host", "spring.data.redis.port",
                "jinlin.elasticsearch.uris");
        assertThat(TestEngines.applicationProperties()).isEqualTo(properties);
    }
}
