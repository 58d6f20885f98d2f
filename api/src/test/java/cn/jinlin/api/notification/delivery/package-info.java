@NullMarked
package cn.jinlin.api.notification.delivery;

import org.jspecify.annotations.NullMarked;
