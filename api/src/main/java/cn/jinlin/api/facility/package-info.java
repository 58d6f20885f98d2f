/// Facilities: their record, their search, their page.
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "cache", "security", "region", "calendar", "watch", "ledger"})
package cn.jinlin.api.facility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
