@NullMarked
package cn.jinlin.api.notification;

import org.jspecify.annotations.NullMarked;
