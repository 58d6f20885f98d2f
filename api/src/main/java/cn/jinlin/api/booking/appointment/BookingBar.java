package cn.jinlin.api.booking.appointment;

import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.graphql.BadInput;

/// Something that keeps a person from booking for a while. Each topic that can do so has a bean of it; all are asked
/// before a resident holds a place or books, for the person it is for.
public interface BookingBar {

    /// @param field path of the person in the request
    /// @return the coded refusal, with what it names
    Optional<BadInput> find(UUID person, String field);
}
