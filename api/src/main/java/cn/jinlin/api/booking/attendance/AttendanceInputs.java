package cn.jinlin.api.booking.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import cn.jinlin.api.booking.offer.ServiceKind;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// Inputs, payloads and views of attendance.
final class AttendanceInputs {

    private AttendanceInputs() {}

    record AppealAbsence(String absence, String text) {

        /// Tells nothing: what somebody wrote belongs in no log.
        @Override
        public String toString() {
            return "AppealAbsence[...]";
        }
    }

    record Decide(String id, boolean accept, String reason) {}

    record ChangeRule(int graceMinutes, int absences, int withinDays, int blockDays, int appealDays,
            List<ServiceKind> exemptKinds) {

        AttendanceRule rule() {
            return new AttendanceRule(graceMinutes, absences, withinDays, blockDays, appealDays,
                    Set.copyOf(exemptKinds));
        }
    }

    record Exempt(String unit, String person, LocalDate until, String reason) {

        /// Tells nothing: the reason may be somebody's health.
        @Override
        public String toString() {
            return "Exempt[...]";
        }
    }

    /// How a person stands, for their own eyes.
    record Attendance(UUID person, int counted, @Nullable Instant blockedUntil, @Nullable LocalDate exemptUntil,
            List<OwnAbsence> absences, AttendanceRule rule) {}

    /// Whether an absence counts, as people are told it.
    enum AbsenceState {
        COUNTED, EXEMPT, REMOVED, PAST
    }

    record OwnAbsence(Absence absence, Facility facility, AbsenceState state,
            @Nullable Instant appealUntil, @Nullable Appeal appeal) {}

    /// An appeal as who decides it sees it.
    record AppealView(Appeal appeal, Absence absence, Facility facility, @Nullable String maskedName, int counted) {}

    record OfAttendance(@Nullable Attendance attendance, List<UserError> userErrors) {}

    record OfAppeal(@Nullable AppealView appeal, List<UserError> userErrors) {}

    record OfRule(@Nullable AttendanceRule rule, List<UserError> userErrors) {}

    record OfExemption(@Nullable LocalDate until, List<UserError> userErrors) {}
}
