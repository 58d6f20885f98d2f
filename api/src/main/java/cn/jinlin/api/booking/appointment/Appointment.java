package cn.jinlin.api.booking.appointment;

import java.time.Instant;
import java.util.UUID;

import cn.jinlin.api.capacity.Pool;
import org.jspecify.annotations.Nullable;

/// A booked visit.
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

    /// It stands: booked, or the person is there.
    public boolean stands() {
        return state == AppointmentState.BOOKED || state == AppointmentState.ARRIVED;
    }
}
