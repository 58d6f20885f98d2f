/// Messages about appointments, and the links in reminders by which they are answered.
@NullMarked
package cn.jinlin.api.booking.news;

import org.jspecify.annotations.NullMarked;
