@NullMarked
package cn.jinlin.api.booking.news;

import org.jspecify.annotations.NullMarked;
