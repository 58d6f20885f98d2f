package cn.jinlin.api.notification;

import java.time.Duration;

import cn.jinlin.api.calendar.TimeOfDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Messages and their delivery.
///
/// @param quietFrom start of the hours in which nothing but urgent messages is sent, for whoever chose none; HH:mm
/// @param quietTo end of these hours
/// @param attempts to send on one way, before it is given up
/// @param firstRetry pause after the first failure; each further one is twice as long, up to two hours
/// @param claim how long a node may work at one delivery before others take it for dead; longer than any provider takes
/// @param lanes deliveries of one way that a node works at in parallel
/// @param retention after which a message and everything about it is erased
@ConfigurationProperties("jinlin.notification")
public record NotificationProperties(
        @DefaultValue("22:00") String quietFrom,
        @DefaultValue("07:00") String quietTo,
        @DefaultValue("14") int attempts,
        @DefaultValue("30s") Duration firstRetry,
        @DefaultValue("2m") Duration claim,
        @DefaultValue("8") int lanes,
        @DefaultValue("180d") Duration retention) {

    public QuietHours quietHours() {
        return new QuietHours(TimeOfDay.parse(quietFrom), TimeOfDay.parse(quietTo));
    }
}
