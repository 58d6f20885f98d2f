package cn.jinlin.api.account.staff.proof;

import java.util.List;

import cn.jinlin.api.account.staff.proof.StaffAccountService.Next;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// What came of a step before or beside a sign-in.
///
/// @param next what the ticket is for
public record StaffTicketPayload(@Nullable String ticket, @Nullable Step next, List<UserError> userErrors) {

    static final StaffTicketPayload NOTHING_MORE = new StaffTicketPayload(null, null, List.of());

    public static StaffTicketPayload of(Next next) {
        return new StaffTicketPayload(next.ticket(), next.step(), List.of());
    }

    public static StaffTicketPayload refused(List<UserError> errors) {
        return new StaffTicketPayload(null, null, errors);
    }
}
