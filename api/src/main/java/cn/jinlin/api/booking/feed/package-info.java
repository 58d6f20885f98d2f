/// Appointments for calendar programs and on paper: files, feeds at secret addresses, slips.
@NullMarked
package cn.jinlin.api.booking.feed;

import org.jspecify.annotations.NullMarked;
