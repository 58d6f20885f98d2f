package cn.jinlin.api.booking.waitlist;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import cn.jinlin.api.account.family.ActingFor;
import cn.jinlin.api.account.family.OnBehalf;
import cn.jinlin.api.account.family.Scope;
import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.booking.BookingIds;
import cn.jinlin.api.booking.appointment.BookingGate;
import cn.jinlin.api.booking.appointment.BookingPolicy;
import cn.jinlin.api.booking.appointment.BookingRequests;
import cn.jinlin.api.booking.appointment.BookingRequests.Act;
import cn.jinlin.api.booking.offer.BookableService;
import cn.jinlin.api.booking.offer.Schedule;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.booking.waitlist.WaitlistEntry.State;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.capacity.SlotRecord;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Access;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to waiting for places.
@Service
public class WaitlistService {

    private static final String SLOT = "input.slot";

    private final WaitlistEntries entries;
    private final WaitlistRules rules;
    private final BookingPolicy policy;
    private final BookingRequests requests;
    private final Services services;
    private final Places places;
    private final Residents residents;
    private final ActingFor actingFor;
    private final Access access;
    private final Clock clock;

    WaitlistService(WaitlistEntries entries, WaitlistRules rules, BookingPolicy policy, BookingRequests requests,
            Services services, Places places, Residents residents, ActingFor actingFor, Access access,
            Clock clock) {
        this.entries = entries;
        this.rules = rules;
        this.policy = policy;
        this.requests = requests;
        this.services = services;
        this.places = places;
        this.residents = residents;
        this.actingFor = actingFor;
        this.access = access;
        this.clock = clock;
    }

    /// @throws BadInput when a rule is broken
    @Transactional
    WaitlistEntry join(WaitlistInputs.Join input) {
        UUID actor = access.getResident();
        UUID person = input.person() == null
                ? actor
                : GlobalId.readUuid(Resident.TYPE, input.person(), "input.person", "UNKNOWN_PERSON");
        OnBehalf behalf = actingFor.require(actor, person, Scope.BOOKING);
        long number = GlobalId.readNumber(BookingIds.SLOT, input.slot(), SLOT, "UNKNOWN_SLOT");
        Stream.of(actor, person).distinct().sorted().forEach(residents::lock);
        UUID id = UUID.randomUUID();
        Optional<UUID> before = requests.begin(new Act(actor, BookingIds.readKey(input.idempotencyKey()), "wait",
                input.slot() + ' ' + person + ' ' + input.party()), id);
        if (before.isPresent()) {
            return entries.find(before.get()).orElseThrow();
        }
        // Locked, so that a place given back at this moment is either seen here or offered to this entry.
        SlotRecord slot = places.findLocked(number).orElseThrow(() -> new BadInput(SLOT, "UNKNOWN_SLOT"));
        require(behalf, slot, input.party());
        if (!entries.insert(id, number, behalf, input.party())) {
            throw new BadInput(SLOT, "WAITING_ALREADY");
        }
        return entries.find(id).orElseThrow();
    }

    private void require(OnBehalf behalf, SlotRecord slot, int party) {
        Schedule schedule = services.getSchedule(slot.series());
        BookableService service = services.get(schedule.serviceId());
        policy.requireOpen(slot, false);
        policy.requireReleased(slot.releasesAt());
        policy.requireOffered(service, schedule, party);
        policy.requireAdmitted(new BookingGate.Wish(behalf.actor(), behalf.person(), service, slot.id(),
                slot.startsAt()));
        policy.requireWithinLimits(service, behalf.person(), behalf.actor(), slot.startsAt(), slot.endsAt());
        if (slot.freeFor(Pool.ONLINE, clock.instant()) >= party) {
            throw new BadInput(SLOT, "SLOT_NOT_FULL");
        }
        if (entries.countWaiting(behalf.actor()) >= rules.mostWaiting()) {
            throw new BadInput(SLOT, "TOO_MANY_WAITING", rules.mostWaiting());
        }
    }

    /// Leaves the line, or declines an offer, which goes to the next at once. Twice is no error.
    ///
    /// @throws BadInput UNKNOWN_ENTRY also for another's; WAITING_OVER once it became an appointment
    @Transactional
    WaitlistEntry leave(String entry) {
        UUID actor = access.getResident();
        WaitlistEntry known = GlobalId.findUuid(BookingIds.WAITLIST_ENTRY, entry)
                .flatMap(entries::find)
                .filter(found -> isOf(actor, found))
                .orElseThrow(() -> new BadInput("input.entry", "UNKNOWN_ENTRY"));
        return leave(known);
    }

    private WaitlistEntry leave(WaitlistEntry known) {
        places.findLocked(known.slot());
        WaitlistEntry locked = entries.find(known.id()).orElseThrow();
        if (locked.state() == State.TAKEN) {
            throw new BadInput("input.entry", "WAITING_OVER");
        }
        entries.leave(locked.id());
        if (locked.state() == State.OFFERED && locked.claim() != null) {
            places.giveBack(locked.claim());
        }
        return entries.find(locked.id()).orElseThrow();
    }

    private boolean isOf(UUID actor, WaitlistEntry entry) {
        return actor.equals(entry.actor()) || actor.equals(entry.person())
                || (entry.person() != null && actingFor.listPersons(actor, Scope.BOOKING).contains(entry.person()));
    }

    /// What the signed-in resident waits for or is offered, for whomever.
    @Transactional(readOnly = true)
    List<WaitlistEntry> listOwn() {
        UUID actor = access.getResident();
        return entries.listOpen(actor, Stream.concat(Stream.of(actor),
                actingFor.listPersons(actor, Scope.BOOKING).stream()).toList());
    }

    /// Takes a person out of every line, and their id out of what is left.
    ///
    /// @return how many entries stay, without them
    @Transactional
    public int forget(UUID resident) {
        entries.listOpen(resident, List.of(resident))
                .stream()
                .sorted(Comparator.comparingLong(WaitlistEntry::slot))
                .forEach(this::leave);
        return entries.deidentify(resident);
    }
}
