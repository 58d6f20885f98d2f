package cn.jinlin.api.account.signin;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.signin.passkey.Passkeys;
import cn.jinlin.api.account.signin.wechat.WeChatBindings;
import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.personal.PersonalDataSource;
import cn.jinlin.api.security.Subject;
import org.springframework.stereotype.Component;

/// Passkeys and WeChat identities in the copy of a person's data, and in its erasure: nothing may sign in to an account
/// that is no more.
@Component
class SignInData implements PersonalDataSource, PersonalDataEraser {

    private final Passkeys passkeys;
    private final WeChatBindings bindings;

    SignInData(Passkeys passkeys, WeChatBindings bindings) {
        this.passkeys = passkeys;
        this.bindings = bindings;
    }

    @Override
    public String name() {
        return "sign-in";
    }

    @Override
    public List<Map<String, String>> list(UUID resident) {
        return passkeys.list(subject(resident))
                .stream()
                .map(passkey -> Map.of("passkey", passkey.name(), "since", passkey.createdAt().toString()))
                .toList();
    }

    @Override
    public Outcome erase(UUID resident) {
        int known = passkeys.list(subject(resident)).size() + bindings.list(resident).size();
        passkeys.forget(subject(resident));
        bindings.forget(resident);
        return Outcome.removed(known);
    }

    private static Subject subject(UUID resident) {
        return new Subject(Subject.Kind.RESIDENT, resident);
    }
}
