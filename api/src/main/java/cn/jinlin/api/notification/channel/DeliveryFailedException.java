package cn.jinlin.api.notification.channel;

import org.jspecify.annotations.Nullable;

/// A message did not go out.
public class DeliveryFailedException extends Exception {

    /// What is to be done about it.
    public enum Outcome {
        /// It was certainly not sent; later may be better.
        TRY_AGAIN,
        /// It was certainly not sent, and never will be.
        HOPELESS,
        /// The answer got lost: it may have been sent.
        UNKNOWN
    }

    private final Outcome outcome;

    /// @param reason a stable code in capitals, at most 60 characters; never an address or words of the message
    public DeliveryFailedException(String reason, Outcome outcome, @Nullable Throwable cause) {
        super(reason, cause);
        this.outcome = outcome;
    }

    public DeliveryFailedException(String reason, Outcome outcome) {
        this(reason, outcome, null);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public Outcome outcome() {
        return outcome;
    }
}
