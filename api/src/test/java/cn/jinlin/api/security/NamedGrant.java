package cn.jinlin.api.security;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;

/// Believes whoever says who they are. The issuer's tests are about what comes after that.
@TestComponent
class NamedGrant implements Grant {

    static final String TYPE = "urn:jinlin:grant:test-named";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Subject prove(Map<String, String> parameters, Device device) throws SignInRefusedException {
        String name = Objects.requireNonNullElse(parameters.get("name"), "");
        if (name.equals("nobody")) {
            throw new SignInRefusedException("wrong_code", Map.of("tries_left", "4"));
        }
        if (name.equals("hasty")) {
            throw new SignInRefusedException("too_soon", Map.of("retry_after", "60"));
        }
        return new Subject(name.startsWith("staff") ? Subject.Kind.STAFF : Subject.Kind.RESIDENT,
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
