/// Public read models kept near: in this node, and in Redis for all nodes. Knows no domain.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.jinlin.api.cache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
