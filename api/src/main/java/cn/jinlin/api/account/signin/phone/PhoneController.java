package cn.jinlin.api.account.signin.phone;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import cn.jinlin.api.account.signin.CallerAddress;
import cn.jinlin.api.account.signin.passkey.PasskeyAnswer;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.UserError;
import cn.jinlin.api.personal.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class PhoneController {

    private static final String PHONE = "input.phone";

    private final PhoneService service;
    private final Messages messages;

    PhoneController(PhoneService service, Messages messages) {
        this.service = service;
        this.messages = messages;
    }

    record PhoneInput(String phone) {}

    record RequestPayload(@Nullable String maskedPhone, @Nullable String maskedCurrentPhone,
            @Nullable Long resendAfterSeconds, @Nullable Instant expiresAt, List<UserError> userErrors) {}

    record ChangeInput(String phone, String code, @Nullable String currentPhoneCode,
            @Nullable PasskeyAnswer passkey) {}

    record ChangePayload(@Nullable String maskedPhone, List<UserError> userErrors) {}

    @MutationMapping
    RequestPayload requestSignInCode(@Argument PhoneInput input, @ContextValue(CallerAddress.KEY) String address,
            Locale locale) {
        Optional<PhoneNumber> phone = PhoneNumber.parse(input.phone());
        return phone.map(number -> payload(number, null, service.requestSignIn(number, address, locale), locale))
                .orElseGet(() -> noNumber(locale));
    }

    @MutationMapping
    RequestPayload requestPhoneChange(@Argument PhoneInput input, @ContextValue(CallerAddress.KEY) String address,
            Locale locale) {
        String current = service.findCurrent().map(PhoneNumber::masked).orElse(null);
        Optional<PhoneNumber> phone = PhoneNumber.parse(input.phone());
        return phone.map(number -> payload(number, current, service.requestChange(number, address, locale), locale))
                .orElseGet(() -> noNumber(locale));
    }

    @MutationMapping
    ChangePayload changePhone(@Argument ChangeInput input, @ContextValue(CallerAddress.KEY) String address,
            Locale locale) {
        try {
            PhoneNumber phone = PhoneNumber.parse(input.phone())
                    .orElseThrow(() -> new BadInput(PHONE, "NOT_A_MOBILE_NUMBER"));
            service.change(phone, input.code(), input.currentPhoneCode(), input.passkey(), address);
            return new ChangePayload(phone.masked(), List.of());
        } catch (BadInput refused) {
            return new ChangePayload(null, List.of(messages.userError(refused, locale)));
        }
    }

    private RequestPayload payload(PhoneNumber phone, @Nullable String current, CodeRequest requested, Locale locale) {
        String refusal = requested.refusal();
        List<UserError> errors = refusal == null
                ? List.of()
                : List.of(messages.userError(new BadInput(PHONE, refusal, requested.resendAfterSeconds()), locale));
        return new RequestPayload(phone.masked(), current, requested.resendAfterSeconds(), requested.expiresAt(),
                errors);
    }

    private RequestPayload noNumber(Locale locale) {
        // What was typed is not repeated: it may hold anything.
        return new RequestPayload(null, null, null, null,
                List.of(messages.userError(new BadInput(PHONE, "NOT_A_MOBILE_NUMBER"), locale)));
    }
}
