@NullMarked
package cn.jinlin.api.booking.feed;

import org.jspecify.annotations.NullMarked;
