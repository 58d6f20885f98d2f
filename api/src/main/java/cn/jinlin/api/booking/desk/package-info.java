/// The day at a facility's desk: who comes, the one line in which they wait, the calls, the screen.
@NullMarked
package cn.jinlin.api.booking.desk;

import org.jspecify.annotations.NullMarked;
