package cn.jinlin.api.notification;

import java.util.Locale;

import cn.jinlin.api.personal.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// How a person can be reached, so far as they have agreed to it.
///
/// @param phone null where there is none, or where they want no short messages
/// @param mail an address that somebody else has vouched for, as an employer's; one the person confirmed here goes first
/// @param wechatOpenId in the mini-program; null where they have not bound one
public record Recipient(Locale language, @Nullable PhoneNumber phone, @Nullable String mail,
        @Nullable String wechatOpenId) {

    /// Tells no address.
    @Override
    public String toString() {
        return "Recipient[" + language + "]";
    }
}
