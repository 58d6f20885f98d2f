package cn.jinlin.api.booking.desk;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import cn.jinlin.api.booking.appointment.AppointmentState;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.graphql.Languages;
import org.jspecify.annotations.Nullable;

/// An appointment as the desk sees it.
///
/// @param service number of the service
/// @param person null once they were erased, or for whoever came without an account
/// @param madeByAnother a relative made it for the person
/// @param ticket drawn at check-in
record DeskAppointment(UUID id, String number, AppointmentState state, String service, String serviceName,
        @Nullable String serviceNameEn, String resource, @Nullable String resourceEn, Instant startsAt, Instant endsAt,
        int party, Pool channel, @Nullable UUID person, @Nullable String maskedName, boolean madeByAnother,
        boolean confirmed, @Nullable UUID ticket, @Nullable String ticketNumber) {

    String serviceName(Locale locale) {
        return Languages.pick(locale, serviceName, serviceNameEn);
    }

    String resource(Locale locale) {
        return Languages.pick(locale, resource, resourceEn);
    }

    DeskAppointment named(@Nullable String masked) {
        return new DeskAppointment(id, number, state, service, serviceName, serviceNameEn, resource, resourceEn,
                startsAt,
                endsAt, party, channel, person, masked, madeByAnother, confirmed, ticket, ticketNumber);
    }
}
