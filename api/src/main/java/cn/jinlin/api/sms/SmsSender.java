package cn.jinlin.api.sms;

import java.util.Map;

import cn.jinlin.api.personal.PhoneNumber;

/// Sends one short message. Chinese carriers only take approved templates, so it is a template and its values that travel,
/// never free text.
public interface SmsSender {

    /// Returns when the provider has accepted the message; that is not yet delivery.
    ///
    /// @param template our own stable name of it, such as `sign_in_code`
    /// @param language of the receiver, a BCP 47 tag
    /// @param values of the template's places; none longer than 35 characters
    /// @return the provider's number of the message, by which a delivery report names it
    /// @throws SmsFailedException when it was not accepted
    String send(PhoneNumber to, String template, String language, Map<String, String> values) throws SmsFailedException;
}
