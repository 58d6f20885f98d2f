/// What can be reached on foot: the 15-minute circle.
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "region", "calendar", "facility", "facility :: intake", "watch",
    "ledger", "limits"})
package cn.jinlin.api.circle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
