package cn.jinlin.api.booking.appointment;

/// What erasing a person did to their appointments.
///
/// @param cancelled that were still to come
/// @param kept without a name, for the figures
public record Forgotten(int cancelled, int kept) {}
