package cn.jinlin.api.booking.attendance;

import java.util.UUID;

/// An appeal against an absence was decided; told in the transaction that does it.
///
/// @param person who is to be told
public record AppealDecided(UUID appeal, UUID person, boolean accepted) {}
