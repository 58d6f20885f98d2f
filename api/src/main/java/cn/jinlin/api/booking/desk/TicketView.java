package cn.jinlin.api.booking.desk;

import org.jspecify.annotations.Nullable;

/// A ticket as a desk or its holder sees it.
///
/// @param row the ticket with what it is about
/// @param maskedName for the desk; null where nobody is known
/// @param place from 1; null unless waiting
record TicketView(TicketRows.Row row, @Nullable Counter counter, @Nullable String maskedName, @Nullable Integer place,
        @Nullable ExpectedWait expectedWait) {

    Ticket ticket() {
        return row.ticket();
    }
}
