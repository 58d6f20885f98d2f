package cn.jinlin.api.booking.offer;

/// What somebody books: the service, and the schedule by which a facility offers it.
public record Offered(BookableService service, Schedule schedule) {}
