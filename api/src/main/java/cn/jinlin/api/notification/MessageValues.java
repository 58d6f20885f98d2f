package cn.jinlin.api.notification;

import java.util.Map;

import cn.jinlin.api.personal.PersonalCipher;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What fills a message's template, as it lies in the record: encrypted JSON.
@Component
public class MessageValues {

    private static final String PURPOSE = "notification.values";

    private final PersonalCipher cipher;
    private final JsonMapper json;

    MessageValues(PersonalCipher cipher, JsonMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    byte[] write(Map<String, String> values) {
        return cipher.encrypt(PURPOSE, json.writeValueAsString(values));
    }

    public Map<String, String> read(byte[] stored) {
        return json.readValue(cipher.decrypt(PURPOSE, stored), new TypeReference<>() {
        });
    }
}
