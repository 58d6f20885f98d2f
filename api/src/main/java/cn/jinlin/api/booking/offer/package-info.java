/// What can be booked, where and when: services, schedules, and the slots made from them.
@NullMarked
package cn.jinlin.api.booking.offer;

import org.jspecify.annotations.NullMarked;
