package cn.jinlin.api.booking.desk;

/// How a facility's line mixes.
///
/// @param earlyMinutes booked people who are there are due so many minutes before their time
/// @param lateMinutes who comes later than so many minutes after their time stands among those without an appointment
/// @param priorityEvery of so many calls one is for priority, as long as one waits
/// @param walkInEvery of so many calls one is for those without an appointment, as long as one waits
/// @param callsBeforeMissed so often a ticket is called before it may count as missed
record LineRule(int earlyMinutes, int lateMinutes, int priorityEvery, int walkInEvery, int callsBeforeMissed) {

    static final LineRule USUAL = new LineRule(5, 10, 3, 4, 2);
}
