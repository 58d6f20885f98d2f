package cn.jinlin.api.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static cn.jinlin.api.booking.desk.LineLane.BOOKED;
import static cn.jinlin.api.booking.desk.LineLane.PRIORITY;
import static cn.jinlin.api.booking.desk.LineLane.WALK_IN;
import static org.assertj.core.api.Assertions.assertThat;

class FairLineTest {

    private static final Instant TEN = Instant.parse("2026-09-29T02:00:00Z");

    private final FairLine line = new FairLine(LineRule.USUAL);
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<LineLane> lately = new ArrayList<>();

    @Test
    void whoeverIsBookedAndDueGoesBeforeWhoCameWithoutAnAppointmentMuchEarlier() {
        Waiting walkIn = waits(WALK_IN, -60);
        Waiting booked = waits(BOOKED, 0);

        assertThat(callAll()).containsExactly(booked, walkIn);
    }

    @Test
    void inTheGapBeforeAnAppointmentWhoeverHasNoneIsServed() {
        Waiting booked = waits(BOOKED, 20);
        Waiting walkIn = waits(WALK_IN, -3);

        assertThat(callAll()).containsExactly(walkIn, booked);
    }

    @Test
    void fiveMinutesBeforeTheirTimeBookedPeopleAreDue() {
        Waiting booked = waits(BOOKED, 5);
        Waiting walkIn = waits(WALK_IN, -60);

        assertThat(callAll()).containsExactly(booked, walkIn);
    }

    @Test
    void nobodyIsKeptWaitingBeforeTheirTimeWhileACounterStandsIdle() {
        Waiting early = waits(BOOKED, 40);

        assertThat(callAll()).containsExactly(early);
    }

    @Test
    void ofThreeCallsOneIsForPriorityAsLongAsOneWaits() {
        Waiting first = waits(BOOKED, -9);
        Waiting second = waits(BOOKED, -8);
        Waiting third = waits(BOOKED, -7);
        Waiting fourth = waits(BOOKED, -6);
        Waiting old = waits(PRIORITY, -1);
        Waiting older = waits(PRIORITY, -2);

        assertThat(callAll()).containsExactly(older, first, second, old, third, fourth);
    }

    @Test
    void ofFourCallsOneIsForThoseWithoutAnAppointmentHoweverManyAreBooked() {
        for (int minute = -10; minute < 0; minute++) {
            waits(BOOKED, minute);
        }
        waits(WALK_IN, -1);
        waits(WALK_IN, -1);

        assertThat(callAll().stream().map(Waiting::lane).limit(8)).containsExactly(BOOKED, BOOKED, BOOKED, WALK_IN,
                BOOKED, BOOKED, BOOKED, WALK_IN);
    }

    @Test
    void aMorningsMixIsCalledAsTheRuleSays() {
        Waiting nine = waits(BOOKED, -5);
        Waiting ten = waits(BOOKED, 0);
        Waiting later = waits(BOOKED, 30);
        Waiting phone = waits(BOOKED, 3);
        Waiting walkIn = waits(WALK_IN, -30);
        Waiting other = waits(WALK_IN, -20);
        Waiting priority = waits(PRIORITY, -2);
        lately.addAll(List.of(WALK_IN, PRIORITY, BOOKED, BOOKED));

        assertThat(callAll()).containsExactly(nine, priority, ten, walkIn, phone, other, later);
    }

    @Test
    void whoeverHadTheirTurnAndComesBackIsNext() {
        waits(BOOKED, -30);
        waits(PRIORITY, -30);
        Waiting back = new Waiting(UUID.randomUUID(), WALK_IN, 1L, TEN, TEN, 9, true, null);
        waiting.add(back);

        assertThat(callAll()).startsWith(back);
    }

    @Test
    void ofTwoWhoAreDueAtOnceWhoeverDrewTheirTicketFirstIsFirst() {
        Waiting second = new Waiting(UUID.randomUUID(), BOOKED, 1L, TEN, TEN.plusSeconds(2), 1, false, null);
        Waiting first = new Waiting(UUID.randomUUID(), BOOKED, 1L, TEN, TEN.plusSeconds(1), 2, false, null);
        waiting.addAll(List.of(second, first));

        assertThat(callAll()).containsExactly(first, second);
    }

    private Waiting waits(LineLane lane, int dueInMinutes) {
        Instant due = TEN.plus(Duration.ofMinutes(dueInMinutes));
        Waiting one = new Waiting(UUID.randomUUID(), lane, 1L, due, due.isBefore(TEN) ? due : TEN,
                waiting.size(), false, null);
        waiting.add(one);
        return one;
    }

    private List<Waiting> callAll() {
        List<Waiting> called = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Waiting next = line.next(waiting, lately, TEN).orElseThrow();
            waiting.remove(next);
            lately.addFirst(next.lane());
            called.add(next);
        }
        return called;
    }
}
