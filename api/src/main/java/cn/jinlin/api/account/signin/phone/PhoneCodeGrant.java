package cn.jinlin.api.account.signin.phone;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.account.signin.SignInLimits;
import cn.jinlin.api.account.signin.wechat.WeChatTickets;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Signs in whoever holds a phone. Whose number is new here becomes a resident.
///
/// Parameters: `phone` as typed, `code` of six digits, and optionally the `ticket` of a WeChat identity to bind.
/// Refusals: `not_a_mobile_number`, `wrong_code` (also: expired, spent, never sent), `too_many_tries` with `retry_after` in
/// seconds, `ticket_invalid`, `wechat_bound_elsewhere`, `other_wechat_bound`.
@Component
class PhoneCodeGrant implements Grant {

    private final PhoneCodes codes;
    private final SignInLimits limits;
    private final Residents residents;
    private final WeChatTickets tickets;
    private final TransactionTemplate transaction;

    PhoneCodeGrant(PhoneCodes codes, SignInLimits limits, Residents residents, WeChatTickets tickets,
            TransactionTemplate transaction) {
        this.codes = codes;
        this.limits = limits;
        this.residents = residents;
        this.tickets = tickets;
        this.transaction = transaction;
    }

    /// @param resident who was proven; null when nobody was, for the reason in `refusal`
    /// @param undone the code stays unused, so that it serves once more without the ticket
    private record Outcome(@Nullable UUID resident, String refusal, boolean undone) {}

    @Override
    public String type() {
        return "urn:jinlin:grant:phone-code";
    }

    @Override
    public Subject prove(Map<String, String> parameters, Device device) throws SignInRefusedException {
        PhoneNumber phone = PhoneNumber.parse(parameters.getOrDefault("phone", ""))
                .orElseThrow(() -> new SignInRefusedException("not_a_mobile_number"));
        Optional<SignInLimits.Exceeded> exceeded = limits.countTry(phone, device.address());
        if (exceeded.isPresent()) {
            throw new SignInRefusedException("too_many_tries",
                    Map.of("retry_after", exceeded.get().retryAfterSeconds()));
        }
        Outcome outcome = transaction.execute(status -> {
            Outcome found = prove(phone, parameters.getOrDefault("code", ""), parameters.get("ticket"));
            if (found.undone()) {
                status.setRollbackOnly();
            }
            return found;
        });
        if (outcome.resident() == null) {
            throw new SignInRefusedException(outcome.refusal());
        }
        return new Subject(Subject.Kind.RESIDENT, outcome.resident());
    }

    private Outcome prove(PhoneNumber phone, String code, @Nullable String ticket) {
        if (!codes.use(Purpose.SIGN_IN, phone, PhoneCodes.NOBODY, code)) {
            // Kept, because it counts as a try.
            return new Outcome(null, "wrong_code", false);
        }
        UUID resident = residents.withPhone(phone).id();
        Optional<String> refusal = ticket == null ? Optional.empty() : tickets.bind(ticket, resident);
        return refusal.map(reason -> new Outcome(null, reason, true)).orElse(new Outcome(resident, "", false));
    }
}
