package cn.jinlin.api.account.signin.passkey;

import java.util.Map;
import java.util.Optional;

import cn.jinlin.api.account.signin.SignInLimits;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.Grant;
import cn.jinlin.api.security.SignInRefusedException;
import cn.jinlin.api.security.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Signs in a resident by passkey alone. For staff a passkey is a second factor and never the only one.
///
/// Parameters: `challenge`, the id that beginPasskeySignIn gave, and `credential`, the device's answer as JSON.
/// Refusals: `wrong_passkey`, and `too_many_tries` with `retry_after` in seconds.
@Component
class PasskeyGrant implements Grant {

    private static final Logger log = LoggerFactory.getLogger(PasskeyGrant.class);

    private final Passkeys passkeys;
    private final SignInLimits limits;

    PasskeyGrant(Passkeys passkeys, SignInLimits limits) {
        this.passkeys = passkeys;
        this.limits = limits;
    }

    @Override
    public String type() {
        return "urn:jinlin:grant:passkey";
    }

    @Override
    public Subject prove(Map<String, String> parameters, Device device) throws SignInRefusedException {
        Optional<SignInLimits.Exceeded> exceeded = limits.countTry(null, device.address());
        if (exceeded.isPresent()) {
            throw new SignInRefusedException("too_many_tries",
                    Map.of("retry_after", exceeded.get().retryAfterSeconds()));
        }
        try {
            Subject subject = passkeys.identify(new PasskeyAnswer(parameters.getOrDefault("challenge", ""),
                    parameters.getOrDefault("credential", "")));
            if (subject.kind() == Subject.Kind.RESIDENT) {
                return subject;
            }
        } catch (PasskeyRefusedException refused) {
            log.info("A sign-in by passkey was refused: {}", refused.getMessage());
        }
        throw new SignInRefusedException("wrong_passkey");
    }
}
