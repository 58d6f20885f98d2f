/// Live events: told to whoever follows a topic, on whichever node, in the order in which they were committed, none lost
/// and none twice. Knows no domain.
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "watch"})
package cn.jinlin.api.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
