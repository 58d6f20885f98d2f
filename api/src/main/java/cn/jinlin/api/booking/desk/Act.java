package cn.jinlin.api.booking.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import cn.jinlin.api.graphql.Scalars;

/// Something done at a desk, or with one's own ticket.
///
/// @param actor staff, or the resident
/// @param key made by the client: the same act sent again does nothing twice
/// @param said what was asked for, word by word
/// @param at when it was done; before now for what was done without a connection
record Act(long facility, UUID actor, UUID key, String said, Instant at) {

    LocalDate day() {
        return dayOf(at);
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, Scalars.SHANGHAI);
    }
}
