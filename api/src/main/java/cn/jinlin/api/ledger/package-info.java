/// Append-only, hash-chained journals, and the audit trail as the first of them. Knows no domain.
@NullMarked
@ApplicationModule(allowedDependencies = {"watch"})
package cn.jinlin.api.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
