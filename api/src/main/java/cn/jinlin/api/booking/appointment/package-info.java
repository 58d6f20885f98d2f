/// Appointments: held, booked, moved, cancelled, confirmed; the one place where their state changes.
@NullMarked
package cn.jinlin.api.booking.appointment;

import org.jspecify.annotations.NullMarked;
