package cn.jinlin.api.account.signin.passkey;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import cn.jinlin.api.account.signin.CallerAddress;
import cn.jinlin.api.account.signin.SignInLimits;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.UserError;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/// Passkeys of whoever is signed in. The subject is always the caller's own, never an argument.
@Controller
class PasskeyController {

    private static final String TYPE = "Passkey";

    private final Passkeys passkeys;
    private final SignInLimits limits;
    private final Access access;
    private final Messages messages;

    PasskeyController(Passkeys passkeys, SignInLimits limits, Access access, Messages messages) {
        this.passkeys = passkeys;
        this.limits = limits;
        this.access = access;
        this.messages = messages;
    }

    record BeginInput(String name) {}

    record RemoveInput(String id) {}

    record ChallengePayload(@Nullable PasskeyChallenge challenge, List<UserError> userErrors) {}

    record FinishPayload(@Nullable Passkey passkey, List<UserError> userErrors) {}

    record RemovePayload(@Nullable String removedId, List<UserError> userErrors) {}

    @QueryMapping
    List<Passkey> myPasskeys() {
        return passkeys.list(caller());
    }

    @MutationMapping
    ChallengePayload beginPasskeyRegistration(@Argument BeginInput input, Locale locale) {
        Subject caller = caller();
        return challenge(() -> passkeys.beginRegistration(caller, input.name()), locale);
    }

    @MutationMapping
    FinishPayload finishPasskeyRegistration(@Argument PasskeyAnswer input, Locale locale) {
        Subject caller = caller();
        return messages.tell(() -> passkeys.finishRegistration(caller, input), FinishPayload::new, locale);
    }

    @MutationMapping
    RemovePayload removePasskey(@Argument RemoveInput input, Locale locale) {
        Subject caller = caller();
        boolean removed = GlobalId.findUuid(TYPE, input.id()).filter(id -> passkeys.remove(caller, id)).isPresent();
        return removed
                ? new RemovePayload(input.id(), List.of())
                : new RemovePayload(null,
                        List.of(messages.userError(new BadInput("input.id", "UNKNOWN_PASSKEY"), locale)));
    }

    @MutationMapping
    ChallengePayload beginPasskeySignIn(@ContextValue(CallerAddress.KEY) String address, Locale locale) {
        return challenge(() -> {
            // Each question is a row: nobody may fill the record with them.
            if (limits.countTry(null, address).isPresent()) {
                throw new BadInput("input", "TOO_MANY_TRIES");
            }
            return passkeys.beginSignIn();
        }, locale);
    }

    @MutationMapping
    ChallengePayload beginPasskeyProof(Locale locale) {
        Subject caller = caller();
        return challenge(() -> passkeys.beginVerification(caller), locale);
    }

    @SchemaMapping(typeName = TYPE)
    String id(Passkey passkey) {
        return GlobalId.of(TYPE, passkey.id());
    }

    private ChallengePayload challenge(Supplier<PasskeyChallenge> begin, Locale locale) {
        return messages.tell(begin, ChallengePayload::new, locale);
    }

    private Subject caller() {
        return access.getCaller().subject();
    }
}
