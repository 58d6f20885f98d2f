/// The district's sub-districts and neighbourhoods, and the coordinate systems points come in.
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "cache"})
package cn.jinlin.api.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
