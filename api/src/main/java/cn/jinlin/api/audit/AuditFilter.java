package cn.jinlin.api.audit;

import java.time.Instant;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import org.jspecify.annotations.Nullable;

/// What an administrator looks for; all that is given must hold.
///
/// @param object a global id
/// @param from inclusive
/// @param until exclusive
record AuditFilter(@Nullable String actor, @Nullable String act, @Nullable String object, @Nullable Instant from,
        @Nullable Instant until) {

    static final AuditFilter NONE = new AuditFilter(null, null, null, null, null);

    private static final int LONGEST = 200;

    /// @throws BadInput when it is longer than any value there could be, or its times are the wrong way round
    void check() {
        if (actor != null && actor.length() > LONGEST) {
            throw new BadInput("filter.actor", "AUDIT_FILTER_TOO_LONG", LONGEST);
        }
        if (act != null && act.length() > LONGEST) {
            throw new BadInput("filter.act", "AUDIT_FILTER_TOO_LONG", LONGEST);
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new BadInput("filter.until", "AUDIT_UNTIL_BEFORE_FROM");
        }
    }

    /// The object as the trail writes it; null when none is asked for.
    ///
    /// @throws BadInput when the id is none
    @Nullable
    String plainObject() {
        return object == null
                ? null
                : GlobalId.find(object)
                        .map(id -> id.type() + ":" + id.key())
                        .orElseThrow(() -> new BadInput("filter.object", "AUDIT_UNKNOWN_OBJECT"));
    }
}
