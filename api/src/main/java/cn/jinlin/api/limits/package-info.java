/// How often, and for how much, somebody may ask. Knows no domain.
@NullMarked
@ApplicationModule(allowedDependencies = {"cache", "graphql"})
package cn.jinlin.api.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
