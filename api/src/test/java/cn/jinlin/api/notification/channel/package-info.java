@NullMarked
package cn.jinlin.api.notification.channel;

import org.jspecify.annotations.NullMarked;
