package cn.jinlin.api.account.signin.wechat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.signin.SignInLimits;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import org.springframework.stereotype.Component;

/// Signs in a mini-program's user by the code that `wx.login` gave.
///
/// Parameter: `code`. Refusals: `phone_required` with a `ticket` for the phone's grant and `expires_in` seconds, where the
/// identity belongs to nobody yet; `wechat_code_invalid`, `wechat_blocked`; `wechat_too_often`, `wechat_busy`,
/// `wechat_unavailable` and `too_many_tries` with `retry_after` in seconds.
@Component
class WeChatGrant implements Grant {

    private static final String RETRY_AFTER = "retry_after";

    private final WeChatCodes codes;
    private final WeChatBindings bindings;
    private final WeChatTickets tickets;
    private final WeChatSettings settings;
    private final SignInLimits limits;

    WeChatGrant(WeChatCodes codes, WeChatBindings bindings, WeChatTickets tickets, WeChatSettings settings,
            SignInLimits limits) {
        this.codes = codes;
        this.bindings = bindings;
        this.tickets = tickets;
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public String type() {
        return "urn:jinlin:grant:wechat";
    }

    @Override
    public Subject prove(Map<String, String> parameters, Device device) throws SignInRefusedException {
        Optional<SignInLimits.Exceeded> exceeded = limits.countTry(null, device.address());
        if (exceeded.isPresent()) {
            throw new SignInRefusedException("too_many_tries",
                    Map.of(RETRY_AFTER, exceeded.get().retryAfterSeconds()));
        }
        WeChatIdentity identity = identity(parameters.getOrDefault("code", ""));
        UUID resident = bindings.findResident(identity).orElse(null);
        if (resident == null) {
            throw new SignInRefusedException("phone_required", Map.of("ticket", tickets.issue(identity), "expires_in",
                    Long.toString(settings.ticketLife().toSeconds())));
        }
        return new Subject(Subject.Kind.RESIDENT, resident);
    }

    private WeChatIdentity identity(String code) throws SignInRefusedException {
        try {
            return codes.exchange(code);
        } catch (WeChatRefusedException refused) {
            throw new SignInRefusedException(refused.code(), switch (refused.reason()) {
                case WECHAT_CODE_INVALID, WECHAT_BLOCKED -> Map.of();
                case WECHAT_TOO_OFTEN -> Map.of(RETRY_AFTER, "60");
                case WECHAT_BUSY, WECHAT_UNAVAILABLE -> Map.of(RETRY_AFTER, "5");
            });
        }
    }
}
