/// How wanted places go out: a waiting room with a random line, a lottery that anyone can draw again.
@NullMarked
package cn.jinlin.api.booking.release;

import org.jspecify.annotations.NullMarked;
