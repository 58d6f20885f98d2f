package cn.jinlin.api.notification.channel;

/// A way to a person.
public interface Channel {

    NotificationChannel name();

    /// Whether the operator has set it up for this kind.
    boolean carries(String kind);

    /// Whether a message may go out a second time where nobody knows if it went out the first time. Only where the
    /// receiver can tell that both are the same.
    boolean isRepeatable();

    /// Returns when the provider has accepted the message.
    ///
    /// @return the provider's number of it; empty where there is none
    /// @throws DeliveryFailedException when it was not accepted
    String deliver(Letter letter) throws DeliveryFailedException;
}
