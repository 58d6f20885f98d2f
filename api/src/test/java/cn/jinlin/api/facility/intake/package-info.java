@NullMarked
package cn.jinlin.api.facility.intake;

import org.jspecify.annotations.NullMarked;
