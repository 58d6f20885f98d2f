@NullMarked
package cn.jinlin.api.booking.waitlist;

import org.jspecify.annotations.NullMarked;
