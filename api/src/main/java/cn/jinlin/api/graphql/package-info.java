/// The floor of the API: scalars, errors, ids, limits and trusted documents. Knows no domain.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.jinlin.api.graphql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
