package cn.jinlin.api.account.signin.wechat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class WeChatController {

    private static final String TYPE = "WeChatBinding";

    private final WeChatService service;
    private final Messages messages;

    WeChatController(WeChatService service, Messages messages) {
        this.service = service;
        this.messages = messages;
    }

    record BindInput(String code) {}

    record BindPayload(@Nullable WeChatBinding binding, List<UserError> userErrors) {}

    record UnbindInput(String id) {}

    record UnbindPayload(@Nullable String unboundId, List<UserError> userErrors) {}

    @QueryMapping
    List<WeChatBinding> myWeChatBindings() {
        return service.list();
    }

    @MutationMapping
    BindPayload bindWeChat(@Argument BindInput input, Locale locale) {
        return messages.tell(() -> service.bind(input.code()), BindPayload::new, locale);
    }

    @MutationMapping
    UnbindPayload unbindWeChat(@Argument UnbindInput input, Locale locale) {
        Optional<UUID> id = GlobalId.findUuid(TYPE, input.id());
        try {
            service.unbind(id.orElseThrow(() -> new BadInput("input.id", "UNKNOWN_WECHAT_BINDING")));
            return new UnbindPayload(input.id(), List.of());
        } catch (BadInput refused) {
            return new UnbindPayload(null, List.of(messages.userError(refused, locale)));
        }
    }

    @SchemaMapping(typeName = TYPE)
    String id(WeChatBinding binding) {
        return GlobalId.of(TYPE, binding.id());
    }
}
