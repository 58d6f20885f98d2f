package cn.jinlin.api.booking.appointment;

import java.time.Instant;
import java.util.List;

import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// Inputs and payloads of booking.
final class AppointmentInputs {

    private AppointmentInputs() {}

    record Span(String schedule, Instant startsAt, Instant endsAt) {}

    record HoldSlot(@Nullable String slot, @Nullable Span interval, @Nullable String person, int party,
            boolean priority, String idempotencyKey) {}

    record Named(String hold) {}

    record Book(String hold, @Nullable String person, boolean materialsRead, List<Answer> answers,
            String idempotencyKey) {}

    record Reschedule(String appointment, @Nullable String slot, @Nullable Span interval, String idempotencyKey) {}

    record Cancel(String appointment, String idempotencyKey) {}

    record Confirm(String appointment) {}

    record HoldPayload(@Nullable Hold hold, List<UserError> userErrors) {}

    record ReleasePayload(boolean released, List<UserError> userErrors) {}

    record Payload(@Nullable Appointment appointment, List<UserError> userErrors) {}
}
