/// Slots as people see them who look for a time.
@NullMarked
package cn.jinlin.api.booking.slot;

import org.jspecify.annotations.NullMarked;
