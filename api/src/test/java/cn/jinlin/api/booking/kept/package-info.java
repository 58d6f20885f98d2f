@NullMarked
package cn.jinlin.api.booking.kept;

import org.jspecify.annotations.NullMarked;
