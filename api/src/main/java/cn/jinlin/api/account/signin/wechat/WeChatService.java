package cn.jinlin.api.account.signin.wechat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.security.Access;
import org.springframework.stereotype.Service;

/// A resident's own WeChat identities.
@Service
class WeChatService {

    private final WeChatCodes codes;
    private final WeChatBindings bindings;
    private final Access access;

    WeChatService(WeChatCodes codes, WeChatBindings bindings, Access access) {
        this.codes = codes;
        this.bindings = bindings;
        this.access = access;
    }

    List<WeChatBinding> list() {
        return bindings.list(access.getResident());
    }

    /// @throws BadInput when WeChat does not know the code, or the identity cannot be this resident's
    WeChatBinding bind(String code) {
        UUID resident = access.getResident();
        WeChatIdentity identity;
        try {
            identity = codes.exchange(code);
        } catch (WeChatRefusedException refused) {
            throw new BadInput("input.code", refused.reason().name());
        }
        Optional<String> refusal = bindings.bind(resident, identity);
        if (refusal.isPresent()) {
            throw new BadInput("input.code", refusal.get());
        }
        return bindings.find(resident, identity).orElseThrow();
    }

    /// @throws BadInput when the resident has no such binding
    void unbind(UUID binding) {
        if (!bindings.unbind(access.getResident(), binding)) {
            throw new BadInput("input.id", "UNKNOWN_WECHAT_BINDING");
        }
    }
}
