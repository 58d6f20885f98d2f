package cn.jinlin.api.booking.news;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.booking.news.NewsRows.News;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.security.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.NoSuchMessageException;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells people what was noted, one appointment a transaction: the note is gone when the messages are there, and not
/// before. All nodes share the work.
@Component
class NewsTeller {

    private static final Logger log = LoggerFactory.getLogger(NewsTeller.class);

    private final NewsRows rows;
    private final AppointmentService appointments;
    private final Audience audience;
    private final AppointmentWords words;
    private final OfferedPlaces offers;
    private final Notifications notifications;
    private final Messages messages;
    private final TransactionTemplate transaction;

    NewsTeller(NewsRows rows, AppointmentService appointments, Audience audience, AppointmentWords words,
            OfferedPlaces offers, Notifications notifications, Messages messages, TransactionTemplate transaction) {
        this.rows = rows;
        this.appointments = appointments;
        this.audience = audience;
        this.words = words;
        this.offers = offers;
        this.notifications = notifications;
        this.messages = messages;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 2, timeUnit = TimeUnit.SECONDS)
    void tellAll() {
        try {
            boolean wasAny = true;
            while (wasAny) {
                wasAny = tellNext();
            }
        } catch (DataAccessException | TransactionException recordAway) {
            log.warn("The record does not answer; messages about appointments wait");
        }
    }

    /// @return false when nobody has to be told of anything
    boolean tellNext() {
        var taken = new News[1];
        try {
            return Objects.requireNonNull(transaction.execute(_ -> {
                Optional<News> next = rows.take();
                next.ifPresent(news -> {
                    taken[0] = news;
                    tell(news);
                });
                return next.isPresent();
            }));
        } catch (DataAccessException | TransactionException recordAway) {
            throw recordAway;
        } catch (RuntimeException unexpected) {
            News failed = taken[0];
            log.error("People could not be told of an appointment; it is tried again", unexpected);
            if (failed != null) {
                rows.failed(failed.id());
            }
            return true;
        }
    }

    private void tell(News news) {
        if (news.kind() == NewsRows.Kind.OFFERED || news.kind().isOfLottery()) {
            (news.kind().isOfLottery() ? offers.findDrawn(news.about()) : offers.find(news.about()))
                    .ifPresent(offer -> audience.list(offer.person(), offer.actor(), null)
                            .forEach(reader -> tell(news, offer, reader)));
            return;
        }
        Optional<Appointment> found = appointments.find(news.about());
        UUID person = found.map(Appointment::person).orElse(null);
        if (person != null) {
            Appointment about = found.get();
            audience.list(person, about.actor(), news.acting()).forEach(reader -> tell(news, about, reader));
        }
    }

    private void tell(News news, OfferedPlaces.Offer offer, Audience.Reader reader) {
        Map<String, String> values = offers.words(offer, reader);
        if (news.other() != null) {
            values.put("untilAt", news.other().toString());
        }
        send(reader, switch (news.kind()) {
            case DRAWN -> "booking.drawn";
            case NOT_DRAWN -> "booking.not_drawn";
            default -> "booking.offered";
        }, values);
    }

    private void send(Audience.Reader reader, String kind, Map<String, String> values) {
        notifications.send(new Subject(Subject.Kind.RESIDENT, reader.resident()), kind, values);
    }

    private void tell(News news, Appointment about, Audience.Reader reader) {
        Map<String, String> values = words.of(about.service(), about.facility(), about.schedule(), reader);
        values.put("number", about.number());
        values.put("startsAt", Objects.requireNonNull(news.startsAt()).toString());
        String kind = switch (news.kind()) {
            case BOOKED -> {
                values.put("appointment", GlobalId.of(Appointment.TYPE, about.id()));
                yield "booking.booked";
            }
            case MOVED -> {
                values.put("appointment", GlobalId.of(Appointment.TYPE, about.id()));
                values.put("beforeAt", Objects.requireNonNull(news.other()).toString());
                yield "booking.moved";
            }
            case CANCELLED -> "booking.cancelled";
            case CANCELLED_BY_FACILITY -> {
                values.put("reason", reason(news, reader));
                values.put("serviceNumber", words.number(about.service()));
                yield "booking.cancelled_by_facility";
            }
            case OFFERED, DRAWN, NOT_DRAWN -> throw new IllegalStateException("Of no appointment: " + news.kind());
        };
        send(reader, kind, values);
    }

    private String reason(News news, Audience.Reader reader) {
        try {
            return messages.get("APPOINTMENT_CANCELLED_" + news.reason(), reader.language());
        } catch (NoSuchMessageException unworded) {
            // Codes are data of the facility's; a new one must not keep people from being told.
            return messages.get("booking-news.unworded-reason", reader.language());
        }
    }
}
