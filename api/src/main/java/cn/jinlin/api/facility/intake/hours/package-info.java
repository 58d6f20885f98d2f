/// Reads opening hours as people write them.
@NullMarked
package cn.jinlin.api.facility.intake.hours;

import org.jspecify.annotations.NullMarked;
