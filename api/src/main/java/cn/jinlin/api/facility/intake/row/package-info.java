/// Understands one record of a file: what each of its cells means, and what is wrong with it.
@NullMarked
package cn.jinlin.api.facility.intake.row;

import org.jspecify.annotations.NullMarked;
