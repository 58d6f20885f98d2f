package cn.jinlin.api.audit;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
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
    AuditConnection auditEntries(@Argument int first, @Argument @Nullable String after,
            @Argument @Nullable AuditFilter filter) {
        if (first < 1 || first > MOST) {
            throw new BadInput("first", "AUDIT_PAGE_SIZE", MOST);
        }
        Long before = after == null
                ? null
                : GlobalId.findNumber(AuditConnection.CURSOR, after)
                        .orElseThrow(() -> new BadInput("after", "AUDIT_BROKEN_CURSOR"));
        return AuditConnection.of(trail.list(filter == null ? AuditFilter.NONE : filter, before, first + 1), first,
                after != null);
    }
}
