@NullMarked
package cn.jinlin.api.booking.release;

import org.jspecify.annotations.NullMarked;
