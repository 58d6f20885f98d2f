package cn.jinlin.api.booking.offer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.ledger.Actor;
import cn.jinlin.api.ledger.Audit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries mass changes out: one appointment a transaction, so that each is told once and whoever dies over it loses
/// nothing. Another node, or the same one later, goes on where it stopped.
@Component
class MassChanges {

    private static final Logger log = LoggerFactory.getLogger(MassChanges.class);
    /// The nearest free places are tried one by one; somebody else may be faster, or the person be elsewhere then.
    private static final int MOST_TRIES = 10;
    private static final Duration EARLIER = Duration.ofDays(7);
    private static final Duration LATER = Duration.ofDays(28);

    private final MassChangeRows rows;
    private final AppointmentService appointments;
    private final Services services;
    private final SlotsDue due;
    private final Places places;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MassChanges(MassChangeRows rows, AppointmentService appointments, Services services, SlotsDue due, Places places,
            Audit audit, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.appointments = appointments;
        this.services = services;
        this.due = due;
        this.places = places;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @return whether there was one to do
    boolean doNext() {
        var taken = new AtomicReference<MassChangeRows.@Nullable Item>();
        String refused = tryNext(taken);
        MassChangeRows.Item item = taken.get();
        if (item == null) {
            return false;
        }
        transaction.executeWithoutResult(_ -> {
            if (refused != null && mayTryAgain(item, refused)) {
                rows.countTry(item);
            } else if (refused != null) {
                rows.finish(item, refused);
            }
            if (rows.finishChange(item.change())) {
                // Where places became free, the slots of the new hours can be made.
                due.lookSoon(item.schedule());
            }
        });
        return true;
    }

    /// @return the code it was refused with; null when it was done
    private @Nullable String tryNext(AtomicReference<MassChangeRows.@Nullable Item> taken) {
        try {
            return transaction.execute(status -> {
                rows.findNextLocked().ifPresent(taken::set);
                MassChangeRows.Item item = taken.get();
                if (item == null) {
                    return null;
                }
                try {
                    carryOut(item);
                    rows.finish(item, null);
                    return null;
                } catch (BadInput refusal) {
                    status.setRollbackOnly();
                    return refusal.reason();
                }
            });
        } catch (RuntimeException unexpected) {
            MassChangeRows.Item item = taken.get();
            if (item == null) {
                throw unexpected;
            }
            log.error("Appointment {} could not be changed with its others", item.appointment(), unexpected);
            return "UNEXPECTED";
        }
    }

    private static boolean mayTryAgain(MassChangeRows.Item item, String refused) {
        return item.act() == MassChange.Act.MOVE && !refused.equals("NO_FREE_PLACE")
                && !refused.equals("APPOINTMENT_OVER") && item.tries() + 1 < MOST_TRIES;
    }

    private void carryOut(MassChangeRows.Item item) {
        Optional<Appointment> found = appointments.find(item.appointment()).filter(Appointment::stands);
        Appointment appointment = found.orElseThrow(() -> new BadInput("input", "APPOINTMENT_OVER"));
        if (item.act() == MassChange.Act.CANCEL) {
            appointments.cancelByFacility(appointment.id(), item.reason().name());
        } else {
            appointments.moveByFacility(appointment.id(), nearestFree(appointment, item.tries()));
        }
        audit.record(new Actor(item.actor(), Actor.Kind.STAFF, null),
                item.act() == MassChange.Act.CANCEL ? "appointment.cancel" : "appointment.move",
                Appointment.TYPE + ":" + appointment.id(), item.reason().name());
    }

    /// @param skip so many nearer ones were tried already
    /// @throws BadInput NO_FREE_PLACE
    private long nearestFree(Appointment appointment, int skip) {
        if (appointment.slot() == null) {
            throw new BadInput("input", "NO_FREE_PLACE");
        }
        Instant now = clock.instant();
        Instant from = Stream.of(now, appointment.startsAt().minus(EARLIER))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Long> series = services.listSchedules(appointment.service(), List.of(appointment.facility()))
                .stream()
                .map(Schedule::id)
                .toList();
        return places.listSlots(series, from, appointment.startsAt().plus(LATER))
                .stream()
                .filter(slot -> slot.open() && slot.closesAt().isAfter(now) && slot.startsAt().isAfter(now))
                .filter(slot -> !Objects.equals(slot.id(), appointment.slot()))
                .filter(slot -> slot.freeFor(appointment.channel(), now) >= appointment.party())
                .sorted(Comparator
                        .comparing((SlotRecord slot) -> Duration.between(appointment.startsAt(), slot.startsAt()).abs())
                        .thenComparingLong(SlotRecord::id))
                .skip(skip)
                .map(SlotRecord::id)
                .findFirst()
                .orElseThrow(() -> new BadInput("input", "NO_FREE_PLACE"));
    }
}
