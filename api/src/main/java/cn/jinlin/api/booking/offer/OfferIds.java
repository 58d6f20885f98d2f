package cn.jinlin.api.booking.offer;

import java.util.UUID;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.graphql.GlobalId;

/// Reads global ids of what is offered.
final class OfferIds {

    private OfferIds() {}

    static long service(String id, String field) {
        return GlobalId.readNumber(BookableService.TYPE, id, field, "UNKNOWN_SERVICE");
    }

    static long schedule(String id, String field) {
        return GlobalId.readNumber(Schedule.TYPE, id, field, "UNKNOWN_SCHEDULE");
    }

    static long facility(String id, String field) {
        return GlobalId.readNumber("Facility", id, field, "UNKNOWN_FACILITY");
    }

    static UUID appointment(String id, String field) {
        return GlobalId.readUuid(Appointment.TYPE, id, field, "UNKNOWN_APPOINTMENT");
    }

    static UUID massChange(String id, String field) {
        return GlobalId.readUuid(MassChange.TYPE, id, field, "UNKNOWN_CHANGE");
    }
}
