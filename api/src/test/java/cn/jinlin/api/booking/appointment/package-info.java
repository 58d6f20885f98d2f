@NullMarked
package cn.jinlin.api.booking.appointment;

import org.jspecify.annotations.NullMarked;
