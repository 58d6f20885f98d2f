package cn.jinlin.api.booking.appointment;

import java.time.Instant;
import java.util.UUID;

import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.capacity.Claim;
import cn.jinlin.api.capacity.Interval;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.graphql.BadInput;
import org.jspecify.annotations.Nullable;

/// A booked visit. What can become of it is said here alone: each transition gives what it is afterwards, or refuses.
///
/// @param number told to people and typed at desks; stays when it is moved
/// @param slotClaim the places it has in a slot; null for a court or room
/// @param intervalClaim the span it has of a court or room; null otherwise
/// @param slot null for a court or room
/// @param person whose it is; null for whoever came without an account, and once they were erased
/// @param actor the resident who made it; null where a desk did, and once they were erased
/// @param proxy by which the actor may; null when people act for themselves
/// @param staff who made it at a desk; null where a resident did
/// @param party so many people come, 1 to 20
/// @param sequence grows when it is moved or cancelled: RFC 5545, SEQUENCE
/// @param reason code why it was cancelled; null otherwise
public record Appointment(UUID id, String number, long service, long schedule, long facility,
        @Nullable UUID slotClaim, @Nullable UUID intervalClaim, @Nullable Long slot, Instant startsAt, Instant endsAt,
        @Nullable UUID person, @Nullable UUID actor, @Nullable UUID proxy, @Nullable UUID staff, Pool channel,
        int party, AppointmentState state, int sequence, @Nullable Instant confirmedAt, Instant createdAt,
        Instant changedAt, @Nullable String reason) {

    /// Type of its global ids.
    public static final String TYPE = "Appointment";

    private static final String FIELD = "input.appointment";

    /// It stands: booked, or the person is there.
    public boolean stands() {
        return state == AppointmentState.BOOKED || state == AppointmentState.ARRIVED;
    }

    /// To other places at another time, or another facility. What was confirmed was the old time.
    ///
    /// @throws BadInput APPOINTMENT_OVER unless it is booked and nobody came yet
    Appointment moved(Claim to, SlotRecord there, Schedule with, Instant now) {
        requireBooked();
        return new Appointment(id, number, service, with.id(), with.facilityId(), to.id(), null, to.slot(),
                there.startsAt(), there.endsAt(), person, actor, proxy, staff, to.pool(), party, state, sequence + 1,
                null, createdAt, now, null);
    }

    /// A court or room to another span, or to another one of the same service.
    ///
    /// @throws BadInput APPOINTMENT_OVER unless it is booked and nobody came yet
    Appointment moved(Interval to, Instant until, Schedule with, Instant now) {
        requireBooked();
        return new Appointment(id, number, service, with.id(), with.facilityId(), null, to.id(), null, to.startsAt(),
                until, person, actor, proxy, staff, channel, party, state, sequence + 1, null, createdAt, now, null);
    }

    /// @throws BadInput APPOINTMENT_OVER when it was served or missed
    Appointment cancelled(String why, Instant now) {
        if (!stands()) {
            throw new BadInput(FIELD, "APPOINTMENT_OVER");
        }
        return with(AppointmentState.CANCELLED, sequence + 1, confirmedAt, now, why);
    }

    /// @throws BadInput APPOINTMENT_OVER unless it is booked
    Appointment confirmed(Instant now) {
        requireBooked();
        return with(state, sequence, now, now, null);
    }

    /// Somebody thought to be missing may still come.
    ///
    /// @throws BadInput APPOINTMENT_OVER when it was served or cancelled
    Appointment arrived(Instant now) {
        if (state != AppointmentState.NO_SHOW) {
            requireBooked();
        }
        return with(AppointmentState.ARRIVED, sequence, confirmedAt, now, null);
    }

    /// @throws BadInput APPOINTMENT_OVER when it was cancelled or missed
    Appointment served(Instant now) {
        if (!stands()) {
            throw new BadInput(FIELD, "APPOINTMENT_OVER");
        }
        return with(AppointmentState.SERVED, sequence, confirmedAt, now, null);
    }

    /// @throws BadInput APPOINTMENT_OVER when it was served or cancelled
    Appointment missed(Instant now) {
        if (!stands()) {
            throw new BadInput(FIELD, "APPOINTMENT_OVER");
        }
        return with(AppointmentState.NO_SHOW, sequence, confirmedAt, now, null);
    }

    private void requireBooked() {
        if (state != AppointmentState.BOOKED) {
            throw new BadInput(FIELD, "APPOINTMENT_OVER");
        }
    }

    private Appointment with(AppointmentState to, int numbered, @Nullable Instant confirmed, Instant now,
            @Nullable String why) {
        return new Appointment(id, number, service, schedule, facility, slotClaim, intervalClaim, slot, startsAt,
                endsAt, person, actor, proxy, staff, channel, party, to, numbered, confirmed, createdAt, now, why);
    }
}
