package cn.jinlin.api.booking.appointment;

import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Schedule;

/// What somebody books: the service, and the schedule by which a facility offers it.
record Offered(BookableService service, Schedule schedule) {}
