/// Brings messages to the ways: claims, attempts, quiet hours.
@NullMarked
package cn.jinlin.api.notification.delivery;

import org.jspecify.annotations.NullMarked;
