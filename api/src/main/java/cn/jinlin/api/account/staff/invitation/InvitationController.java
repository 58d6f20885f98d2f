package cn.jinlin.api.account.staff.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import cn.jinlin.api.account.staff.StaffInputs;
import cn.jinlin.api.account.staff.StaffView;
import cn.jinlin.api.account.staff.StaffViews;
import cn.jinlin.api.account.staff.invitation.InvitationService.Invited;
import cn.jinlin.api.account.staff.proof.StaffTicketPayload;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class InvitationController {

    private final InvitationService service;
    private final StaffViews views;
    private final Messages messages;

    InvitationController(InvitationService service, StaffViews views, Messages messages) {
        this.service = service;
        this.views = views;
        this.messages = messages;
    }

    record Invite(String name, @Nullable String mail, List<StaffInputs.OfDuty> duties) {}

    record Renew(String id) {}

    record Open(String secret) {}

    record Accept(String secret, @Nullable String name, String userName, String password) {}

    record InvitePayload(@Nullable StaffView staffMember, @Nullable String link, @Nullable Instant expiresAt,
            List<UserError> userErrors) {}

    record OpenPayload(@Nullable String name, @Nullable Instant expiresAt, List<UserError> userErrors) {}

    @MutationMapping
    InvitePayload inviteStaff(@Argument Invite input, Locale locale) {
        return invited(() -> service.invite(input.name(), input.mail(),
                input.duties().stream().map(duty -> duty.read("duties")).toList()), locale);
    }

    @MutationMapping
    InvitePayload renewStaffInvitation(@Argument Renew input, Locale locale) {
        return invited(() -> service.renew(StaffInputs.member(input.id(), "id")), locale);
    }

    private InvitePayload invited(Supplier<Invited> act, Locale locale) {
        try {
            Invited invited = act.get();
            return new InvitePayload(views.get(invited.staff(), locale), invited.link().address(),
                    invited.link().expiresAt(), List.of());
        } catch (BadInput refused) {
            return new InvitePayload(null, null, null, List.of(messages.userError(refused, locale)));
        }
    }

    @MutationMapping
    OpenPayload openStaffInvitation(@Argument Open input, Locale locale) {
        try {
            InvitationService.Opened opened = service.open(input.secret());
            return new OpenPayload(opened.name(), opened.expiresAt(), List.of());
        } catch (BadInput refused) {
            return new OpenPayload(null, null, List.of(messages.userError(refused, locale)));
        }
    }

    @MutationMapping
    StaffTicketPayload acceptStaffInvitation(@Argument Accept input, Locale locale) {
        try {
            return StaffTicketPayload.of(service.accept(input.secret(), input.name(), input.userName(),
                    input.password()));
        } catch (BadInput refused) {
            return StaffTicketPayload.refused(List.of(messages.userError(refused, locale)));
        }
    }
}
