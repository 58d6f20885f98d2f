/// How appointments went, by month, service and facility: for everybody rounded, for a desk's staff exact.
@NullMarked
package cn.jinlin.api.booking.figures;

import org.jspecify.annotations.NullMarked;
