package cn.jinlin.api.audit;

import cn.jinlin.api.graphql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class AuditController {

    private static final int MOST = 100;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @QueryMapping
    Connection<AuditEntry> auditEntries(@Argument int first, @Argument @Nullable String after,
            @Argument @Nullable AuditFilter filter) {
        return trail.list(filter == null ? AuditFilter.NONE : filter, Connection.Request.of(first, after, MOST));
    }
}
