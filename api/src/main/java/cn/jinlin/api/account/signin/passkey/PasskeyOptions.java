package cn.jinlin.api.account.signin.passkey;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What browsers are asked, in the JSON of WebAuthn Level 3, sections 5.1.8 and 5.1.9.
@Component
class PasskeyOptions {

    /// COSE algorithms that devices may sign with, the preferred first: ES256, EdDSA, RS256.
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private static final String REQUIRED = "required";

    private final PasskeySettings settings;
    private final JsonMapper json;

    PasskeyOptions(PasskeySettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    PasskeyChallenge creation(PasskeyChallenges.Open open, byte[] userHandle, List<byte[]> known) {
        var options = base(open);
        options.put("rp", Map.of("id", settings.relyingParty(), "name", settings.relyingPartyName()));
        options.put("user",
                Map.of("id", text(userHandle), "name", String.valueOf(open.name()), "displayName",
                        String.valueOf(open.name())));
        options.put("pubKeyCredParams",
                ALGORITHMS.stream().map(algorithm -> Map.of("type", "public-key", "alg", algorithm)).toList());
        // So that a device that has one already does not make another.
        options.put("excludeCredentials", descriptors(known));
        options.put("authenticatorSelection",
                Map.of("residentKey", REQUIRED, "requireResidentKey", true, "userVerification", REQUIRED));
        // Which make a device is of is nobody's business.
        options.put("attestation", "none");
        return challenge(open.id(), options);
    }

    /// @param allowed empty where any passkey of this site will do
    PasskeyChallenge request(PasskeyChallenges.Open open, List<byte[]> allowed) {
        var options = base(open);
        options.put("rpId", settings.relyingParty());
        options.put("allowCredentials", descriptors(allowed));
        options.put("userVerification", REQUIRED);
        return challenge(open.id(), options);
    }

    private Map<String, Object> base(PasskeyChallenges.Open open) {
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", text(open.challenge().getValue()));
        options.put("timeout", settings.challengeLife().toMillis());
        return options;
    }

    private PasskeyChallenge challenge(UUID id, Map<String, Object> options) {
        return new PasskeyChallenge(id.toString(), json.writeValueAsString(options));
    }

    private static List<Map<String, String>> descriptors(List<byte[]> credentialIds) {
        return credentialIds.stream().map(id -> Map.of("type", "public-key", "id", text(id))).toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
