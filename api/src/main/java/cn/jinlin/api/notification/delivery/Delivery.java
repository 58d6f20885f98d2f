package cn.jinlin.api.notification.delivery;

import java.util.UUID;

import cn.jinlin.api.notification.channel.NotificationChannel;
import cn.jinlin.api.security.Subject;

/// A message on one way, claimed by this node.
///
/// @param claim proves that the claim is still this one
/// @param attempts that were made before
/// @param wasInterrupted whether a node was lost after it had begun to send and before it knew what came of it
/// @param values encrypted
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Delivery(UUID message, NotificationChannel channel, UUID claim, int attempts, boolean wasInterrupted,
        Subject to, String kind, int templateVersion, byte[] values) {

    @Override
    public String toString() {
        return "Delivery[" + message + ", " + channel + "]";
    }
}
