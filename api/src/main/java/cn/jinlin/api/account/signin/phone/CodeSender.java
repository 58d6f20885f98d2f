package cn.jinlin.api.account.signin.phone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import cn.jinlin.api.account.signin.SignInSettings;
import cn.jinlin.api.sms.SmsFailedException;
import cn.jinlin.api.sms.SmsSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Hands codes to the provider, off the path of the requests that asked for them: what a provider takes its time for is
/// then told to nobody.
@Component
class CodeSender {

    private static final Logger log = LoggerFactory.getLogger(CodeSender.class);
    /// Taken, and sent side by side.
    private static final int BATCH = 50;

    private final CodeMessages messages;
    private final SmsSender sms;
    private final SignInSettings settings;

    CodeSender(CodeMessages messages, SmsSender sms, SignInSettings settings) {
        this.messages = messages;
        this.sms = sms;
        this.settings = settings;
    }

    private enum Outcome {
        ACCEPTED, LATER, NEVER
    }

    /// Sends what is due.
    ///
    /// @return always true: what failed has its own time to be tried again
    boolean drain() {
        List<CodeMessages.Message> batch;
        do {
            batch = messages.take(BATCH);
            send(batch);
        } while (batch.size() == BATCH);
        return true;
    }

    private void send(List<CodeMessages.Message> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var outcomes = new ArrayList<Future<Outcome>>();
        try (var side = Executors.newVirtualThreadPerTaskExecutor()) {
            batch.forEach(message -> outcomes.add(side.submit(() -> send(message))));
        }
        var done = new ArrayList<UUID>();
        for (int i = 0; i < batch.size(); i++) {
            CodeMessages.Message message = batch.get(i);
            if (outcome(outcomes.get(i)) == Outcome.LATER) {
                messages.postpone(message.id(), Duration.ofSeconds(1L << Math.min(message.attempts(), 6)));
            } else {
                done.add(message.id());
            }
        }
        messages.remove(done);
    }

    private Outcome send(CodeMessages.Message message) {
        try {
            sms.send(message.phone(), message.purpose().template(), message.language(),
                    Map.of("code", message.code(), "minutes", Long.toString(settings.codeLife().toMinutes())));
            return Outcome.ACCEPTED;
        } catch (SmsFailedException failed) {
            // The message's id and the provider's reason: neither says whose phone it is.
            log.warn("Code {} was not accepted, attempt {}, {}: {}", message.id(), message.attempts(),
                    failed.permanent() ? "given up" : "tried again", failed.getMessage());
            return failed.permanent() ? Outcome.NEVER : Outcome.LATER;
        }
    }

    private static Outcome outcome(Future<Outcome> future) {
        try {
            return future.get();
        } catch (ExecutionException unexpected) {
            log.error("A code could not be sent and is tried again", unexpected.getCause());
            return Outcome.LATER;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Outcome.LATER;
        }
    }
}
