@NullMarked
package cn.jinlin.api.booking.attendance;

import org.jspecify.annotations.NullMarked;
