package cn.jinlin.api.booking.news;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.security.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds people a day and two hours before. A reminder is noted as sent in the transaction that writes its messages:
/// each goes out once, whichever node is there.
@Component
class ReminderJob {

    private static final Logger log = LoggerFactory.getLogger(ReminderJob.class);

    private final Reminders reminders;
    private final ReminderLinks links;
    private final AppointmentService appointments;
    private final Audience audience;
    private final AppointmentWords words;
    private final Notifications notifications;
    private final TransactionTemplate transaction;

    ReminderJob(Reminders reminders, ReminderLinks links, AppointmentService appointments, Audience audience,
            AppointmentWords words, Notifications notifications, TransactionTemplate transaction) {
        this.reminders = reminders;
        this.links = links;
        this.appointments = appointments;
        this.audience = audience;
        this.words = words;
        this.notifications = notifications;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 20, initialDelay = 10, timeUnit = TimeUnit.SECONDS)
    void remindAll() {
        try {
            for (ReminderKind kind : ReminderKind.values()) {
                boolean wasDue = true;
                while (wasDue) {
                    wasDue = remindNext(kind);
                }
            }
        } catch (DataAccessException | TransactionException recordAway) {
            log.warn("The record does not answer; reminders wait");
        }
    }

    /// @return false when none is due
    boolean remindNext(ReminderKind kind) {
        var taken = new Appointment[1];
        try {
            return Objects.requireNonNull(transaction.execute(_ -> {
                Optional<UUID> due = reminders.takeDue(kind);
                due.flatMap(appointments::find).ifPresent(appointment -> {
                    taken[0] = appointment;
                    remind(kind, appointment);
                });
                return due.isPresent();
            }));
        } catch (DataAccessException | TransactionException recordAway) {
            throw recordAway;
        } catch (RuntimeException unexpected) {
            log.error("Nobody could be reminded of an appointment; the others are", unexpected);
            Appointment failed = taken[0];
            if (failed != null) {
                reminders.giveUp(kind, failed.id());
            }
            return failed != null;
        }
    }

    private void remind(ReminderKind kind, Appointment about) {
        if (about.person() == null) {
            return;
        }
        for (Audience.Reader reader : audience.list(about.person(), about.actor(), null)) {
            Map<String, String> values = words.of(about.service(), about.facility(), about.schedule(), reader);
            values.put("number", about.number());
            values.put("startsAt", about.startsAt().toString());
            values.put("token", links.make(about.id()));
            notifications.send(new Subject(Subject.Kind.RESIDENT, reader.resident()), kind.message(), values);
        }
    }
}
