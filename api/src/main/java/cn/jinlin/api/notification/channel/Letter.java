package cn.jinlin.api.notification.channel;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.personal.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// A message as it goes out: worded, and with the addresses of the one it goes to.
///
/// @param id of the message; the same at every attempt
/// @param values of the template's places, worded
/// @param path in the portal, beginning with `/`
public record Letter(UUID id, String kind, Locale language, String title, String text, Map<String, String> values,
        @Nullable String path, @Nullable String mail, @Nullable PhoneNumber phone, @Nullable String wechatOpenId) {

    /// Tells neither the words nor the addresses.
    @Override
    public String toString() {
        return "Letter[" + id + ", " + kind + "]";
    }
}
