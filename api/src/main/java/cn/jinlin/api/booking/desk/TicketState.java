package cn.jinlin.api.booking.desk;

/// How far a ticket is.
enum TicketState {
    WAITING, CALLED, PARKED, DONE, MISSED, LEFT;

    boolean isOpen() {
        return this == WAITING || this == CALLED || this == PARKED;
    }
}
