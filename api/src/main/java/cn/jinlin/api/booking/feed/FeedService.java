package cn.jinlin.api.booking.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.family.ActingFor;
import cn.jinlin.api.account.family.Scope;
import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.booking.appointment.AppointmentState;
import cn.jinlin.api.booking.desk.CheckInCodes;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.IssuerSettings;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Own appointments for calendar programs and on paper.
@Service
class FeedService {

    /// What is called off stays so long, so that every program hears of it and takes it away.
    private static final Duration CANCELLED_KEPT = Duration.ofDays(30);
    private static final Duration PAST_KEPT = Duration.ofDays(90);
    private static final int MOST = 500;

    private final Feeds feeds;
    private final CalendarEntries entries;
    private final AppointmentService appointments;
    private final CheckInCodes codes;
    private final ActingFor acting;
    private final People people;
    private final Residents residents;
    private final Messages messages;
    private final Access access;
    private final IssuerSettings settings;
    private final Clock clock;

    FeedService(Feeds feeds, CalendarEntries entries, AppointmentService appointments, CheckInCodes codes,
            ActingFor acting, People people,
            Residents residents, Messages messages, Access access,
            IssuerSettings settings, Clock clock) {
        this.feeds = feeds;
        this.entries = entries;
        this.appointments = appointments;
        this.codes = codes;
        this.acting = acting;
        this.people = people;
        this.residents = residents;
        this.messages = messages;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param address told once
    record Renewed(Feeds.Feed feed, String address) {}

    /// @param code as the desk reads it
    /// @param calendar a whole file
    record Slip(Appointment appointment, String code, String calendar) {}

    Optional<Feeds.Feed> findOwn() {
        return feeds.find(access.getResident());
    }

    @Transactional
    Renewed renew() {
        UUID resident = access.getResident();
        residents.lock(resident);
        String secret = feeds.renew(resident);
        return new Renewed(feeds.find(resident).orElseThrow(), settings.issuer() + "/calendar/" + secret + ".ics");
    }

    @Transactional
    void revoke() {
        feeds.revoke(access.getResident());
    }

    /// The calendar under a secret address.
    @Transactional
    Optional<String> open(String secret) {
        return feeds.open(secret).map(this::write);
    }

    /// Empty unless it is the caller's, or of somebody they act for.
    @Transactional(readOnly = true)
    Optional<Slip> findSlip(UUID id, Locale language) {
        UUID reader = access.getResident();
        return appointments.find(id).filter(appointment -> isFor(reader, appointment)).map(appointment -> {
            String file = CalendarFile.write(messages.get("calendar.name", language),
                    entries.of(List.of(appointment), reader, language));
            return new Slip(appointment, codes.write(appointment.number()), file);
        });
    }

    private String write(UUID reader) {
        Locale language = Locale.forLanguageTag(people.getProfile(reader).language());
        Map<UUID, Boolean> known = new HashMap<>();
        List<Appointment> shown = appointments.listAll(reader)
                .reversed()
                .stream()
                .filter(this::isRecent)
                .filter(appointment -> appointment.person() != null
                        && known.computeIfAbsent(appointment.person(), _ -> isFor(reader, appointment)))
                .limit(MOST)
                .toList();
        return CalendarFile.write(messages.get("calendar.name", language), entries.of(shown, reader, language));
    }

    private boolean isRecent(Appointment appointment) {
        Instant now = clock.instant();
        return appointment.state() == AppointmentState.CANCELLED
                ? appointment.changedAt().isAfter(now.minus(CANCELLED_KEPT))
                : appointment.endsAt().isAfter(now.minus(PAST_KEPT));
    }

    /// Asked each time: whoever may no longer act for a person no longer sees where they go.
    private boolean isFor(UUID reader, Appointment appointment) {
        if (appointment.person() == null) {
            return false;
        }
        try {
            acting.require(reader, appointment.person(), Scope.BOOKING);
            return true;
        } catch (AccessDeniedException notAnyMore) {
            return false;
        }
    }
}
