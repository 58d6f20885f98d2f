package cn.jinlin.api.account.staff.proof;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import org.springframework.stereotype.Component;

/// The second step: a ticket and a proof by a second factor, or a ticket that says there was one.
///
/// Parameters: `ticket` and one of `code` (authenticator app), `recovery_code`, or whatever other second factors take.
/// Refusals: `ticket_over`, `wrong_code`, `locked` with `retry_after`.
@Component
class StaffSecondFactorGrant implements Grant {

    private final Steps steps;
    private final Tickets tickets;
    private final Credentials credentials;
    private final Tries tries;

    StaffSecondFactorGrant(Steps steps, Tickets tickets, Credentials credentials, Tries tries) {
        this.steps = steps;
        this.tickets = tickets;
        this.credentials = credentials;
        this.tries = tries;
    }

    @Override
    public String type() {
        return "urn:jinlin:grant:staff-second-factor";
    }

    @Override
    public Subject prove(Map<String, String> parameters, Device device) throws SignInRefusedException {
        String ticket = parameters.getOrDefault("ticket", "");
        Optional<UUID> proven = tickets.take(ticket, Step.TOKEN);
        if (proven.isPresent()) {
            return signedIn(proven.get(), name(proven.get()));
        }
        UUID staff = tickets.peek(ticket, Step.SECOND_FACTOR)
                .orElseThrow(() -> new SignInRefusedException("ticket_over"));
        byte[] name = name(staff);
        tries.take(name);
        if (!verify(staff, parameters)) {
            tries.fail(name, staff);
            throw new SignInRefusedException("wrong_code");
        }
        if (tickets.take(ticket, Step.SECOND_FACTOR).isEmpty()) {
            throw new SignInRefusedException("ticket_over");
        }
        return signedIn(staff, name);
    }

    private boolean verify(UUID staff, Map<String, String> parameters) {
        return steps.factors().stream().anyMatch(factor -> {
            String proof = parameters.get(factor.parameter());
            return proof != null && factor.verify(staff, proof);
        });
    }

    private Subject signedIn(UUID staff, byte[] name) {
        tries.clear(name);
        return new Subject(Subject.Kind.STAFF, staff);
    }

    private byte[] name(UUID staff) throws SignInRefusedException {
        return credentials.index(
                credentials.find(staff).orElseThrow(() -> new SignInRefusedException("ticket_over")));
    }
}
