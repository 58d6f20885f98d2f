package cn.jinlin.api.notification.channel;

import java.nio.charset.StandardCharsets;

import cn.jinlin.api.notification.channel.DeliveryFailedException.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// E-mail over SMTP. Each message has one Message-ID for all attempts, so that a mailbox can tell a repetition.
@Component
class MailChannel implements Channel {

    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;

    MailChannel(ObjectProvider<JavaMailSender> sender, MailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public NotificationChannel name() {
        return NotificationChannel.MAIL;
    }

    @Override
    public boolean carries(String kind) {
        return sender.getIfAvailable() != null && settings.from() != null;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public String deliver(Letter letter) throws DeliveryFailedException {
        String address = letter.mail();
        if (address == null) {
            throw new DeliveryFailedException("NO_ADDRESS", Outcome.HOPELESS);
        }
        if (MailText.address(address).isEmpty()) {
            throw new DeliveryFailedException("NOT_A_MAIL_ADDRESS", Outcome.HOPELESS);
        }
        JavaMailSender mail = sender.getObject();
        try {
            mail.send(compose(letter, address, mail));
        } catch (MailAuthenticationException refused) {
            throw new DeliveryFailedException("MAIL_SERVER_REFUSES_US", Outcome.TRY_AGAIN);
        } catch (MailSendException failed) {
            // Without one the server has taken the mail, and only the goodbye failed.
            if (failed.getMessageExceptions().length > 0) {
                throw failure(failed);
            }
        } catch (MailException failed) {
            throw new DeliveryFailedException("MAIL_NOT_SENT", Outcome.UNKNOWN);
        } catch (MessagingException unfit) {
            throw new DeliveryFailedException("MAIL_NOT_COMPOSED", Outcome.HOPELESS);
        }
        return "<" + messageId(letter) + ">";
    }

    private MimeMessage compose(Letter letter, String address, JavaMailSender mail) throws MessagingException {
        MimeMessage message = new IdentifiedMessage(mail.createMimeMessage(), messageId(letter));
        var helper = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED,
                StandardCharsets.UTF_8.name());
        helper.setFrom(String.valueOf(settings.from()));
        helper.setTo(address);
        helper.setSubject(letter.title());
        String link = link(letter);
        helper.setText(MailText.plain(letter, link), MailText.html(letter, link));
        message.setHeader("Content-Language", letter.language().toLanguageTag());
        // Nobody's holiday notice shall answer a machine.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private @Nullable String link(Letter letter) {
        return letter.path() == null || settings.portalUrl() == null ? null : settings.portalUrl() + letter.path();
    }

    private static String messageId(Letter letter) {
        return letter.id() + "@notification.jinlin";
    }

    /// The causes name addresses and go no further than here.
    private static DeliveryFailedException failure(MailSendException failed) {
        for (Exception each : failed.getMessageExceptions()) {
            for (Throwable cause = each; cause != null; cause = cause.getCause()) {
                if (cause instanceof SendFailedException refused && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0) {
                    return new DeliveryFailedException("ADDRESS_REFUSED", Outcome.HOPELESS);
                }
            }
        }
        // Spring names a cause where there was no connection to begin with.
        return failed.getCause() == null
                ? new DeliveryFailedException("MAIL_NOT_SENT", Outcome.UNKNOWN)
                : new DeliveryFailedException("MAIL_SERVER_AWAY", Outcome.TRY_AGAIN);
    }

    /// Keeps its id where the library would make a new one each time it is saved.
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(MimeMessage empty, String id) {
            super(empty.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
