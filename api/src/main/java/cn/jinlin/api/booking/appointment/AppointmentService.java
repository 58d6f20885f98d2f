package cn.jinlin.api.booking.appointment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to appointments. Whatever happens to one goes through here.
@Service
public class AppointmentService {

    /// Whoever's it is; callers answer for having the right.
    public Optional<Appointment> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    /// By what is told at the desk; callers answer for having the right.
    public Optional<Appointment> findByNumber(String number) {
        throw new UnsupportedOperationException();
    }

    /// All that were made for a person or by them, for the copy of their data; newest last.
    public List<Appointment> listAll(UUID resident) {
        throw new UnsupportedOperationException();
    }

    /// Says that the person will come, for whoever proved their right otherwise, as by a link. Twice is no error.
    ///
    /// @throws cn.jinlin.api.graphql.BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER
    @Transactional
    public Appointment confirmFor(UUID id) {
        throw new UnsupportedOperationException();
    }

    /// Called off in the person's name, for whoever proved their right otherwise, as by a link. Twice is no error.
    ///
    /// @throws cn.jinlin.api.graphql.BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER, TOO_LATE_TO_CHANGE
    @Transactional
    public Appointment cancelFor(UUID id) {
        throw new UnsupportedOperationException();
    }

    /// Books for staff: residents' limits do not hold, everything else does.
    ///
    /// @throws cn.jinlin.api.graphql.BadInput UNKNOWN_SLOT, SLOT_FULL, SLOT_CLOSED, SLOT_PAST, NOT_YET_RELEASED,
    ///         PARTY_OUT_OF_RANGE, DOUBLE_BOOKING
    @Transactional
    public Appointment bookAtDesk(DeskBooking booking) {
        throw new UnsupportedOperationException();
    }

    /// Called off by the facility, at any time before it is served. Cancelling twice is no error.
    ///
    /// @param reason code, and with the prefix `APPOINTMENT_CANCELLED_` the key of its message
    /// @throws cn.jinlin.api.graphql.BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER
    @Transactional
    public Appointment cancelByFacility(UUID id, String reason) {
        throw new UnsupportedOperationException();
    }

    /// Moved by the facility to another slot of the same service, all or nothing.
    ///
    /// @throws cn.jinlin.api.graphql.BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER, UNKNOWN_SLOT, OTHER_SERVICE,
    ///         SLOT_FULL, SLOT_CLOSED, SLOT_PAST, DOUBLE_BOOKING
    @Transactional
    public Appointment moveByFacility(UUID id, long slot) {
        throw new UnsupportedOperationException();
    }

    /// The person is there. Twice is no error.
    ///
    /// @throws cn.jinlin.api.graphql.BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER
    @Transactional
    public Appointment arrive(UUID id) {
        throw new UnsupportedOperationException();
    }

    /// It is done. Twice is no error.
    ///
    /// @throws cn.jinlin.api.graphql.BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER
    @Transactional
    public Appointment serve(UUID id) {
        throw new UnsupportedOperationException();
    }

    /// Nobody came. Twice is no error.
    ///
    /// @throws cn.jinlin.api.graphql.BadInput UNKNOWN_APPOINTMENT, APPOINTMENT_OVER
    @Transactional
    public Appointment missed(UUID id) {
        throw new UnsupportedOperationException();
    }

    /// Cancels what is to come for a person, and takes them and what they said out of the rest.
    @Transactional
    public Forgotten forget(UUID resident) {
        throw new UnsupportedOperationException();
    }
}
