/// The ways to a person beside the portal, each one a port with its provider behind it.
@NullMarked
package cn.jinlin.api.notification.channel;

import org.jspecify.annotations.NullMarked;
