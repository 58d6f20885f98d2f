/// What is kept of appointments: in a person's copy and erasure, until when, and whom it lets staff see.
@NullMarked
package cn.jinlin.api.booking.kept;

import org.jspecify.annotations.NullMarked;
