@NullMarked
package cn.jinlin.api.booking.slot;

import org.jspecify.annotations.NullMarked;
