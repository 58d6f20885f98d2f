/// What follows when nobody comes: absences counted by a rule, blocks, appeals, exemptions.
@NullMarked
package cn.jinlin.api.booking.attendance;

import org.jspecify.annotations.NullMarked;
