/// The audit trail, as administrators read it.
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "ledger", "security"})
package cn.jinlin.api.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
