package cn.jinlin.api.booking.offer;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;

/// Reads global ids of what is offered.
final class OfferIds {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private OfferIds() {}

    static long service(String id, String field) {
        return number(BookableService.TYPE, id, field, "UNKNOWN_SERVICE");
    }

    static long schedule(String id, String field) {
        return number(Schedule.TYPE, id, field, "UNKNOWN_SCHEDULE");
    }

    static long facility(String id, String field) {
        return number("Facility", id, field, "UNKNOWN_FACILITY");
    }

    static UUID appointment(String id, String field) {
        return uuid(Appointment.TYPE, id).orElseThrow(() -> new BadInput(field, "UNKNOWN_APPOINTMENT"));
    }

    static UUID massChange(String id, String field) {
        return uuid(MassChange.TYPE, id).orElseThrow(() -> new BadInput(field, "UNKNOWN_CHANGE"));
    }

    static Optional<UUID> uuid(String type, String id) {
        return GlobalId.find(id)
                .filter(global -> global.type().equals(type) && UUID_TEXT.matcher(global.key()).matches())
                .map(global -> UUID.fromString(global.key()));
    }

    private static long number(String type, String id, String field, String unknown) {
        return GlobalId.findNumber(type, id).orElseThrow(() -> new BadInput(field, unknown));
    }
}
