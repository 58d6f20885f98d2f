package cn.jinlin.api.account.family;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import cn.jinlin.api.personal.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// That somebody may act for a person, or was invited to.
///
/// @param position grows with time
/// @param actor null until the invited accepts
/// @param relation how the person calls the actor; null once forgotten
/// @param phone that was invited; null for guardians, and once forgotten
/// @param unit of the desk that registered it; null elsewhere
/// @param answerBy until when an invitation is open
/// @param endsOn last day it holds; of a guardian the last day before the child turns 14
record Proxy(UUID id, long position, UUID person, @Nullable UUID actor, Kind kind, State state, List<Scope> scopes,
        @Nullable String relation, @Nullable PhoneNumber phone, @Nullable UUID unit, @Nullable Instant answerBy,
        @Nullable Instant acceptedAt, LocalDate endsOn) {

    enum Kind {
        INVITED, DESK, GUARDIAN
    }

    /// [#AWAITS_CONFIRMATION] is never stored: it follows from the day.
    enum State {
        INVITED, ACTIVE, AWAITS_CONFIRMATION, DECLINED, ENDED
    }

    /// How far it is on a day, whatever the record still says.
    State on(LocalDate day, Instant now) {
        if (state == State.INVITED && (answerBy == null || !now.isBefore(answerBy) || day.isAfter(endsOn))) {
            return State.ENDED;
        }
        if (state == State.ACTIVE && day.isAfter(endsOn)) {
            return kind == Kind.GUARDIAN ? State.AWAITS_CONFIRMATION : State.ENDED;
        }
        return state;
    }

    boolean isBetween(UUID one, UUID other) {
        return Objects.equals(actor, one) && person.equals(other);
    }
}
