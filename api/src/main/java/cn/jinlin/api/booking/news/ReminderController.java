package cn.jinlin.api.booking.news;

import java.util.List;
import java.util.Locale;

import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class ReminderController {

    private final ReminderService reminders;
    private final Messages messages;

    ReminderController(ReminderService reminders, Messages messages) {
        this.reminders = reminders;
        this.messages = messages;
    }

    record Input(String token, ReminderService.Answer answer) {

        /// The token is a secret.
        @Override
        public String toString() {
            return "Input[" + answer + "]";
        }
    }

    record Payload(ReminderService.@Nullable Reminder reminder, List<UserError> userErrors) {}

    @QueryMapping
    ReminderService.@Nullable Reminder reminder(@Argument String token, Locale locale) {
        return reminders.find(token, locale).orElse(null);
    }

    @MutationMapping
    Payload answerReminder(@Argument Input input, Locale locale) {
        return messages.tell(() -> reminders.answer(input.token(), input.answer(), locale), Payload::new, locale);
    }
}
