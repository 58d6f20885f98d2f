/// Takes facilities, boundaries and calendars from files into the record, all of a file or nothing.
@NullMarked
@NamedInterface("intake")
package cn.jinlin.api.facility.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
