package cn.jinlin.api.account.staff.proof;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import cn.jinlin.api.account.staff.StaffInputs;
import cn.jinlin.api.account.staff.StaffView;
import cn.jinlin.api.account.staff.StaffViews;
import cn.jinlin.api.account.staff.proof.StaffAccountService.Next;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;

@Controller
class StaffAccountController {

    private final StaffAccountService service;
    private final SignInReset resets;
    private final StaffViews views;
    private final Messages messages;

    StaffAccountController(StaffAccountService service, SignInReset resets, StaffViews views, Messages messages) {
        this.service = service;
        this.resets = resets;
        this.views = views;
        this.messages = messages;
    }

    record Account(StaffView member, boolean totpEnrolled, int recoveryCodesLeft,
            @Nullable Instant passwordChangedAt) {}

    record ChangePassword(@Nullable String ticket, @Nullable String currentPassword, String newPassword) {}

    record Enrol(@Nullable String ticket, @Nullable String password) {}

    record Confirm(@Nullable String ticket, String code) {}

    record Renew(String password) {}

    record Id(String id) {}

    record EnrolPayload(@Nullable String secret, @Nullable String uri, List<UserError> userErrors) {}

    record CodesPayload(List<String> recoveryCodes, @Nullable String ticket, List<UserError> userErrors) {

        static CodesPayload refused(List<UserError> errors) {
            return new CodesPayload(List.of(), null, errors);
        }
    }

    record ResetPayload(@Nullable StaffView staffMember, @Nullable String oneTimePassword,
            List<UserError> userErrors) {}

    @QueryMapping
    Account myStaffAccount(Locale locale) {
        UUID self = service.getSelf();
        StaffView member = views.find(self, locale)
                .orElseThrow(() -> new AccessDeniedException("Has no account"));
        StaffAccountService.State state = service.state(self);
        return new Account(member, state.totpEnrolled(), state.recoveryCodesLeft(),
                state.credential().map(Credentials.Credential::changedAt).orElse(null));
    }

    @MutationMapping
    StaffTicketPayload changePassword(@Argument ChangePassword input, Locale locale) {
        return answer(() -> {
            if (input.ticket() != null) {
                Next next = service.replacePassword(input.ticket(), input.newPassword());
                return StaffTicketPayload.of(next);
            }
            service.changePassword(input.currentPassword(), input.newPassword());
            return StaffTicketPayload.NOTHING_MORE;
        }, StaffTicketPayload::refused, locale);
    }

    @MutationMapping
    EnrolPayload enrolTotp(@Argument Enrol input, Locale locale) {
        return answer(() -> {
            StaffAccountService.Begun begun = service.enrolTotp(input.ticket(), input.password());
            return new EnrolPayload(begun.secret(), Totp.uri(begun.secret(), begun.userName()), List.of());
        }, errors -> new EnrolPayload(null, null, errors), locale);
    }

    @MutationMapping
    CodesPayload confirmTotp(@Argument Confirm input, Locale locale) {
        return answer(() -> {
            StaffAccountService.Confirmed confirmed = service.confirmTotp(input.ticket(), input.code());
            return new CodesPayload(confirmed.recoveryCodes(), confirmed.ticket(), List.of());
        }, CodesPayload::refused, locale);
    }

    @MutationMapping
    CodesPayload renewRecoveryCodes(@Argument Renew input, Locale locale) {
        return answer(() -> new CodesPayload(service.renewRecoveryCodes(input.password()), null, List.of()),
                CodesPayload::refused, locale);
    }

    @MutationMapping
    ResetPayload resetStaffSignIn(@Argument Id input, Locale locale) {
        return answer(() -> {
            UUID staff = StaffInputs.member(input.id(), "id");
            String password = resets.reset(staff);
            return new ResetPayload(views.get(staff, locale), password, List.of());
        }, errors -> new ResetPayload(null, null, errors), locale);
    }

    private <T> T answer(Supplier<T> act, Function<List<UserError>, T> refusal, Locale locale) {
        try {
            return act.get();
        } catch (BadInput refused) {
            return refusal.apply(List.of(messages.userError(refused, locale)));
        }
    }
}
