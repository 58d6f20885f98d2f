/// Understands one record of a file: what each of its cells means, and what is wrong with it.
@NullMarked
@NamedInterface("intake-row")
package cn.jinlin.api.facility.intake.row;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
