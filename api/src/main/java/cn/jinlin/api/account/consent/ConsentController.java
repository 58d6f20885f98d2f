package cn.jinlin.api.account.consent;

import java.util.List;
import java.util.Locale;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class ConsentController {

    private static final int MOST = 50;

    private final Consents consents;
    private final Messages messages;

    ConsentController(Consents consents, Messages messages) {
        this.consents = consents;
        this.messages = messages;
    }

    @QueryMapping
    List<ConsentText> consentPurposes() {
        return consents.listTexts();
    }

    @QueryMapping
    Connection<ConsentRecord> myConsentRecords(@Argument int first, @Argument @Nullable String after) {
        return consents.listOwn(Connection.Request.of(first, after, MOST));
    }

    @MutationMapping
    ConsentInputs.Given giveConsent(@Argument ConsentInputs.Give input, Locale locale) {
        try {
            return new ConsentInputs.Given(consents.give(input.purpose(), input.version()), null, List.of());
        } catch (BadInput refused) {
            return new ConsentInputs.Given(null, null, List.of(messages.userError(refused, locale)));
        }
    }

    @MutationMapping
    ConsentInputs.Published publishConsentText(@Argument ConsentInputs.Publish input, Locale locale) {
        return messages.tell(() -> consents.publish(input), ConsentInputs.Published::new, locale);
    }
}
