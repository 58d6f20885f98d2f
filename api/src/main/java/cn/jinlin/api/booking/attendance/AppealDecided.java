package cn.jinlin.api.booking.attendance;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// An appeal against an absence was decided; told in the transaction that does it.
///
/// @param person whose absence it was
/// @param actor who appealed; null once they were erased
/// @param reason of the decision, for them to read
/// @param number of the appointment
/// @param service its name
public record AppealDecided(UUID person, @Nullable UUID actor, boolean accepted, String reason, String number,
        String service, @Nullable String serviceEn) {}
