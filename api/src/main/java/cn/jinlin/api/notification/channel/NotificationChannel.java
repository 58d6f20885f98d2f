package cn.jinlin.api.notification.channel;

/// A way on which a message reaches a person beside the portal.
public enum NotificationChannel {
    /// E-mail to a confirmed address.
    MAIL,
    /// A short message to the phone.
    SMS,
    /// A subscription message of a WeChat mini-program.
    WECHAT
}
