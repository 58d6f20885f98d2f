package cn.jinlin.api.booking.desk;

import java.time.Instant;
import java.util.List;

import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// Inputs and payloads of the desk.
final class DeskInputs {

    private DeskInputs() {}

    record CheckIn(String unit, String code, String key) {}

    record TakeAtDesk(String unit, String service, boolean priority, String key) {}

    record Take(String facility, String service, boolean priority, String key) {}

    record Leave(String ticket) {}

    record Book(String unit, String slot, String person, @Nullable String actor, Pool channel, int party, String key) {}

    record OpenCounter(String unit, String name, @Nullable String nameEn, List<String> services) {}

    record CloseCounter(String unit, String counter) {}

    record CallNext(String unit, String counter, String key) {}

    record OfTicket(String unit, String ticket, String key) {}

    record Resume(String unit, String ticket, @Nullable String counter, String key) {}

    record Transfer(String unit, String ticket, @Nullable String counter, @Nullable String service, String key) {}

    record ChangeRule(String unit, int earlyMinutes, int lateMinutes, int priorityEvery, int walkInEvery,
            int callsBeforeMissed) {}

    /// What was done at a desk.
    enum ActKind {
        CHECK_IN, TAKE_TICKET, CALL, RECALL, PARK, RESUME, TRANSFER, COMPLETE, MISS
    }

    record OfflineAct(String key, ActKind kind, Instant at, @Nullable String ticket, @Nullable String ticketOf,
            @Nullable String code, @Nullable String counter, @Nullable String to, @Nullable String service,
            boolean priority, @Nullable String printed) {

        /// By which the same act is known again.
        String said() {
            return String.join(" ", "offline", kind.name(), at.toString(), ticket, ticketOf, code, counter, to, service,
                    Boolean.toString(priority), printed);
        }
    }

    record Reconcile(String unit, List<OfflineAct> acts) {}

    record OfTicketPayload(@Nullable TicketView ticket, List<UserError> userErrors) {}

    record OfCounter(@Nullable Counter counter, List<UserError> userErrors) {}

    record OfBooking(@Nullable DeskAppointment appointment, List<UserError> userErrors) {}

    record OfRule(@Nullable LineRule rule, List<UserError> userErrors) {}

    record Reconciled(List<ActResult> results, List<UserError> userErrors) {}

    /// What came of an act.
    enum ActOutcome {
        DONE, ALREADY, CONFLICT
    }

    /// @param code why it does not count; null unless it is a conflict
    record ActResult(String key, ActOutcome outcome, @Nullable String code, @Nullable String message,
            @Nullable TicketView ticket) {}
}
