/// Takes facilities, boundaries and calendars from files into the record, all of a file or nothing.
@NullMarked
package cn.jinlin.api.facility.intake;

import org.jspecify.annotations.NullMarked;
