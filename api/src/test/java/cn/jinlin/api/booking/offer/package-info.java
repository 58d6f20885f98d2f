@NullMarked
package cn.jinlin.api.booking.offer;

import org.jspecify.annotations.NullMarked;
