@NullMarked
package cn.jinlin.api.facility.intake.hours;

import org.jspecify.annotations.NullMarked;
