package cn.jinlin.standalone;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import cn.jinlin.engines.EngineName;

/// Which engines the operator runs elsewhere, told by the environment under the names that Spring itself binds.
record OutsideEngines(Map<String, String> environment) {

    static OutsideEngines ofThisProcess() {
        return new OutsideEngines(System.getenv());
    }

    /// The engines that have to be run here.
    Set<EngineName> missing() {
        Set<EngineName> missing = EnumSet.allOf(EngineName.class);
        if (names("SPRING_DATASOURCE_URL")) {
            missing.remove(EngineName.POSTGRES);
        }
        if (names("SPRING_DATA_REDIS_HOST") || names("SPRING_DATA_REDIS_URL")) {
            missing.remove(EngineName.REDIS);
        }
        if (names("JINLIN_ELASTICSEARCH_URIS")) {
            missing.remove(EngineName.ELASTICSEARCH);
        }
        return missing;
    }

    private boolean names(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
