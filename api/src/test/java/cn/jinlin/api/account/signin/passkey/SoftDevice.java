package cn.jinlin.api.account.signin.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import com.webauthn4j.converter.util.ObjectConverter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A device with one passkey, as WebAuthn describes it: ES256, no attestation, verifies its user.
final class SoftDevice {

    static final int USER_PRESENT = 0x01;
    static final int USER_VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair keys;
    private final byte[] credentialId = new byte[32];
    private String handle = "";
    String origin = "http://localhost:8080";
    String relyingParty = "localhost";
    int flags = USER_PRESENT | USER_VERIFIED;
    int count;

    SoftDevice() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        new SecureRandom().nextBytes(credentialId);
    }

    /// `navigator.credentials.create`, from options to `toJSON()`.
    String create(String options) {
        JsonNode asked = JsonMapper.shared().readTree(options);
        handle = asked.at("/user/id").asString();
        var cose = new LinkedHashMap<Integer, Object>();
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        cose.put(1, 2);
        cose.put(3, -7);
        cose.put(-1, 1);
        cose.put(-2, coordinate(key.getW().getAffineX().toByteArray()));
        cose.put(-3, coordinate(key.getW().getAffineY().toByteArray()));
        byte[] publicKey = cbor(cose);
        byte[] attested = ByteBuffer.allocate(18 + credentialId.length + publicKey.length)
                .put(new byte[16])
                .putShort((short) credentialId.length)
                .put(credentialId)
                .put(publicKey)
                .array();
        var attestation = new LinkedHashMap<String, Object>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", authenticatorData(flags | ATTESTED, attested));
        return credential(Map.of("clientDataJSON", text(clientData("webauthn.create", asked)), "attestationObject",
                text(cbor(attestation))));
    }

    /// `navigator.credentials.get`, from options to `toJSON()`.
    String get(String options) throws GeneralSecurityException {
        JsonNode asked = JsonMapper.shared().readTree(options);
        byte[] data = authenticatorData(flags, new byte[0]);
        byte[] client = clientData("webauthn.get", asked);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return credential(Map.of("clientDataJSON", text(client), "authenticatorData", text(data), "signature",
                text(signature.sign()), "userHandle", handle));
    }

    private byte[] clientData(String type, JsonNode asked) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("type", type, "challenge", asked.get("challenge").asString(), "origin", origin,
                                "crossOrigin", false))
                .getBytes(UTF_8);
    }

    private byte[] authenticatorData(int withFlags, byte[] attested) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(sha256(relyingParty.getBytes(UTF_8)));
        data.write(withFlags);
        data.writeBytes(ByteBuffer.allocate(4).putInt(count).array());
        data.writeBytes(attested);
        return data.toByteArray();
    }

    private String credential(Map<String, String> response) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("id", text(credentialId), "rawId", text(credentialId), "type", "public-key",
                        "response", response, "clientExtensionResults", Map.of(), "authenticatorAttachment",
                        "platform"));
    }

    private static byte[] cbor(Object value) {
        return new ObjectConverter().getCborMapper().writeValueAsBytes(value);
    }

    /// 32 bytes, whatever length a big integer took.
    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
