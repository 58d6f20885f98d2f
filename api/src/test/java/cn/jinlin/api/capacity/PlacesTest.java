package cn.jinlin.api.capacity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.support.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

import static cn.jinlin.api.capacity.SlotsOfNobody.IN_TEN_MINUTES;
import static cn.jinlin.api.capacity.SlotsOfNobody.NOW;
import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(SlotsOfNobody.class)
class PlacesTest {

    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID BERTA = UUID.randomUUID();

    @Autowired
    private Places places;
    @Autowired
    private HoldSweep sweep;
    @Autowired
    private SlotsOfNobody slots;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void whoHoldsAPlaceAlreadyGetsTheSameHoldAgainAlsoOfAFullSlot() {
        long slot = slots.make(1);
        Claim first = hold(slot, Pool.ONLINE, ANNA).orElseThrow();

        assertThat(hold(slot, Pool.ONLINE, ANNA)).contains(first);
        assertThat(hold(slot, Pool.ONLINE, BERTA)).isEmpty();
        assertThat(slots.taken(slot)).isEqualTo(1).isEqualTo(slots.claimed(slot));
    }

    @Test
    void holdingTwiceWhereThereIsRoomCountsOnce() {
        long slot = slots.make(5);
        Claim first = hold(slot, Pool.ONLINE, ANNA).orElseThrow();

        assertThat(hold(slot, Pool.ONLINE, ANNA)).contains(first);
        assertThat(slots.taken(slot)).isEqualTo(1).isEqualTo(slots.claimed(slot));
    }

    @Test
    void aLapsedHoldIsSomebodyElsesAtOnceAndNobodysAfterTheSweep() {
        long slot = slots.make(1);
        Claim annas = hold(slot, Pool.ONLINE, ANNA).orElseThrow();
        slots.lapse(annas.id());

        assertThat(places.find(annas.id())).isEmpty();
        Claim bertas = hold(slot, Pool.ONLINE, BERTA).orElseThrow();
        assertThat(inTransaction(() -> places.keep(annas.id()))).isFalse();
        slots.lapse(bertas.id());
        sweep.sweep();
        assertThat(slots.taken(slot)).isZero();
    }

    @Test
    void ownLapsedHoldIsReplacedByANewOne() {
        long slot = slots.make(2);
        Claim old = hold(slot, Pool.ONLINE, ANNA).orElseThrow();
        slots.lapse(old.id());

        Claim renewed = hold(slot, Pool.ONLINE, ANNA).orElseThrow();

        assertThat(renewed.id()).isNotEqualTo(old.id());
        assertThat(slots.taken(slot)).isEqualTo(1).isEqualTo(slots.claimed(slot));
    }

    @Test
    void placesKeptForAWayOfComingAreNobodyElsesUntilTheyFlowBack() {
        long kept = slots.make(4, 1, 1, 1, IN_TEN_MINUTES);
        assertThat(hold(kept, Pool.ONLINE, ANNA)).isPresent();
        assertThat(hold(kept, Pool.ONLINE, BERTA)).isEmpty();
        assertThat(hold(kept, Pool.PRIORITY, BERTA)).isPresent();
        assertThat(inTransaction(() -> places.take(kept, Pool.PHONE, 1, BERTA))).isPresent();
        assertThat(inTransaction(() -> places.take(kept, Pool.WALK_IN, 2, BERTA))).isEmpty();

        long flown = slots.make(4, 1, 1, 1, NOW);
        assertThat(inTransaction(() -> places.take(flown, Pool.ONLINE, 4, ANNA))).isPresent();
        assertThat(inTransaction(() -> places.take(flown, Pool.PHONE, 1, BERTA))).isEmpty();
    }

    @Test
    void aPlaceThatWasGivenBackIsFreeAtOnceAndGivingBackTwiceFreesOne() {
        long slot = slots.make(1);
        Claim taken = inTransaction(() -> places.take(slot, Pool.ONLINE, 1, ANNA)).orElseThrow();
        inTransaction(() -> {
            places.giveBack(taken.id());
            places.giveBack(taken.id());
            return true;
        });

        assertThat(slots.taken(slot)).isZero();
        assertThat(hold(slot, Pool.ONLINE, BERTA)).isPresent();
    }

    @Test
    void movingToAFullSlotLeavesEverythingAsItWas() {
        long from = slots.make(1);
        long full = slots.make(1);
        Claim annas = inTransaction(() -> places.take(from, Pool.ONLINE, 1, ANNA)).orElseThrow();
        Claim bertas = inTransaction(() -> places.take(full, Pool.ONLINE, 1, BERTA)).orElseThrow();

        assertThat(inTransaction(() -> places.move(annas.id(), full, Pool.ONLINE))).isEmpty();
        assertThat(places.find(annas.id())).isPresent();
        inTransaction(() -> {
            places.giveBack(bertas.id());
            return true;
        });
        assertThat(inTransaction(() -> places.move(annas.id(), full, Pool.ONLINE))).isPresent();
        assertThat(List.of(slots.taken(from), slots.taken(full))).containsExactly(0, 1);
    }

    @Test
    void aSlotIsNeverMadeSmallerThanWhatIsTakenAndAClosedOneGivesNothing() {
        long slot = slots.make(3);
        inTransaction(() -> places.take(slot, Pool.ONLINE, 2, ANNA));

        assertThat(inTransaction(() -> places.resize(slot, 1))).isFalse();
        assertThat(inTransaction(() -> places.resize(slot, 2))).isTrue();
        assertThat(hold(slot, Pool.ONLINE, BERTA)).isEmpty();
        assertThat(inTransaction(() -> places.resize(slot, 9))).isTrue();
        inTransaction(() -> {
            places.close(slot);
            return true;
        });
        assertThat(hold(slot, Pool.ONLINE, BERTA)).isEmpty();
    }

    @Test
    void makingTheSameSlotsAgainMakesNone() {
        NewSlot wanted = new NewSlot(slots.newSeries(), IN_TEN_MINUTES, IN_TEN_MINUTES.plus(Duration.ofHours(1)), NOW,
                IN_TEN_MINUTES, NOW, 3, 1, 0, 0);

        assertThat(inTransaction(() -> places.add(List.of(wanted)))).isEqualTo(1);
        assertThat(inTransaction(() -> places.add(List.of(wanted)))).isZero();
    }

    private Optional<Claim> hold(long slot, Pool pool, UUID holder) {
        return inTransaction(() -> places.hold(slot, pool, 1, holder, IN_TEN_MINUTES));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> act) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> act.get()));
    }
}
