@NullMarked
package cn.jinlin.api.booking.desk;

import org.jspecify.annotations.NullMarked;
