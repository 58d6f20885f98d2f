@NullMarked
package cn.jinlin.api.booking.figures;

import org.jspecify.annotations.NullMarked;
