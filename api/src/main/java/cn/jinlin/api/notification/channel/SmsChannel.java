package cn.jinlin.api.notification.channel;

import java.util.LinkedHashMap;
import java.util.Map;

import cn.jinlin.api.notification.channel.DeliveryFailedException.Outcome;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.sms.SmsFailedException;
import cn.jinlin.api.sms.SmsSender;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Short messages through whichever provider is set up. The template's name there is the kind with underscores:
/// `account_new_device`.
@Component
class SmsChannel implements Channel {

    private static final int LONGEST_VALUE = 35;

    private final ObjectProvider<SmsSender> sender;

    SmsChannel(ObjectProvider<SmsSender> sender) {
        this.sender = sender;
    }

    @Override
    public NotificationChannel name() {
        return NotificationChannel.SMS;
    }

    @Override
    public boolean carries(String kind) {
        return sender.getIfAvailable() != null;
    }

    /// The same message twice looks like a mistake, and costs twice.
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public String deliver(Letter letter) throws DeliveryFailedException {
        PhoneNumber phone = letter.phone();
        if (phone == null) {
            throw new DeliveryFailedException("NO_PHONE", Outcome.HOPELESS);
        }
        try {
            return sender.getObject()
                    .send(phone, letter.kind().replace('.', '_'), letter.language().toLanguageTag(),
                            shortened(letter.values()));
        } catch (SmsFailedException refused) {
            throw new DeliveryFailedException("SMS_REFUSED", refused.permanent() ? Outcome.HOPELESS : Outcome.TRY_AGAIN,
                    refused);
        }
    }

    private static Map<String, String> shortened(Map<String, String> values) {
        Map<String, String> shortened = new LinkedHashMap<>();
        values.forEach((place, value) -> shortened.put(place, Shortened.to(LONGEST_VALUE, value)));
        return shortened;
    }
}
