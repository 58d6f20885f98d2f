package cn.jinlin.api.booking.offer;

/// Why staff move or cancel many appointments. What people are told has the key `APPOINTMENT_CANCELLED_` and the name.
enum MassReason {
    FACILITY_CLOSED, STAFF_ABSENT, SCHEDULE_CHANGED, EQUIPMENT_OUT_OF_ORDER, EMERGENCY
}
