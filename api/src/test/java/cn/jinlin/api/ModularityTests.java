package cn.jinlin.api;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void everyPackageKeepsToItsAllowedDependenciesAndThereIsNoCircle() {
        ApplicationModules.of(JinlinApplication.class).verify();
    }
}
