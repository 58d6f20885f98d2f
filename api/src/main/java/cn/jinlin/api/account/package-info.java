/// People: residents and staff, how they prove who they are, whom they act for, and what is kept of them.
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "security", "personal", "sms", "region", "watch", "notification",
    "facility", "ledger", "limits"})
package cn.jinlin.api.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
