@NullMarked
package cn.jinlin.api.notification.template;

import org.jspecify.annotations.NullMarked;
