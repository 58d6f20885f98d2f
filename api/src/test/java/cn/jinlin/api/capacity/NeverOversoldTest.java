package cn.jinlin.api.capacity;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.Storm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static cn.jinlin.api.capacity.SlotsOfNobody.IN_TEN_MINUTES;
import static cn.jinlin.api.capacity.SlotsOfNobody.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/// Each storm runs twice: on the product, and on what somebody in a hurry would have written, to see that it would notice.
@ApiTest
@Import(SlotsOfNobody.class)
class NeverOversoldTest {

    private static final int CLIENTS = 200;
    private static final int CAPACITY = 10;

    @Autowired
    private Places places;
    @Autowired
    private SlotsOfNobody slots;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void tablesWithoutGuards() {
        jdbc.sql("create table hurried_slot (id bigint primary key, capacity integer, taken integer)").update();
        jdbc.sql("create table hurried_claim (id uuid primary key, slot_id bigint, state text)").update();
        jdbc.sql("insert into hurried_slot select id, ?, 0 from generate_series(1, 2) as id").param(CAPACITY).update();
    }

    @AfterEach
    void noMore() {
        jdbc.sql("drop table hurried_slot, hurried_claim").update();
    }

    @Test
    void twoHundredAtOnceGetTenPlaces() {
        long slot = slots.make(CAPACITY);
        Storm.Outcome<Boolean> storm = Storm.of(CLIENTS, _ -> act(
                () -> places.hold(slot, Pool.ONLINE, 1, UUID.randomUUID(), IN_TEN_MINUTES).isPresent()));

        assertThat(storm.all()).hasSize(CLIENTS);
        assertThat(storm.count(true)).isEqualTo(CAPACITY);
        assertThat(slots.taken(slot)).isEqualTo(CAPACITY).isEqualTo(slots.claimed(slot));
    }

    @Test
    void theSameStormOversellsWhereItIsCheckedBeforeItIsDone() {
        Storm.Outcome<Boolean> storm = Storm.of(CLIENTS, _ -> act(() -> {
            int free = jdbc.sql("select capacity - taken from hurried_slot where id = 1").query(Integer.class).single();
            pause();
            return free > 0 && hurry();
        }));

        assertThat(storm.count(true)).isGreaterThan(CAPACITY);
    }

    @Test
    void theRecordItselfRefusesWhatNobodyChecked() {
        long slot = slots.make(CAPACITY);
        Storm.Outcome<Boolean> guarded = Storm.of(CLIENTS, _ -> act(() -> jdbc
                .sql("update slot set taken = taken + 1, taken_online = taken_online + 1 where id = ?")
                .param(slot)
                .update() == 1));

        assertThat(guarded.count(true)).isEqualTo(CAPACITY);
        assertThat(guarded.failures()).hasSize(CLIENTS - CAPACITY)
                .allSatisfy(failed -> assertThat(failed).isInstanceOf(DataIntegrityViolationException.class)
                        .hasMessageContaining("slot_never_oversold"));
        assertThat(Storm.of(CLIENTS, _ -> act(this::hurry)).count(true)).isEqualTo(CLIENTS);
    }

    private boolean hurry() {
        return jdbc.sql("update hurried_slot set taken = taken + 1 where id = 1").update() == 1;
    }

    @Test
    void peopleWhoMoveBothWaysBetweenTwoNearlyFullSlotsNeitherWaitForEverNorSitOnOnePlace() {
        long one = slots.make(CAPACITY);
        long other = slots.make(CAPACITY);
        List<Claim> here = take(one, CAPACITY - 1);
        List<Claim> there = take(other, CAPACITY);
        Storm.Outcome<Boolean> storm = Storm.of(here.size() + there.size(), client -> act(() -> client < here.size()
                ? places.move(here.get(client).id(), other, Pool.ONLINE).isPresent()
                : places.move(there.get(client - here.size()).id(), one, Pool.ONLINE).isPresent()));

        assertThat(storm.all()).contains(true);
        assertThat(slots.taken(one) + slots.taken(other)).isEqualTo(2 * CAPACITY - 1);
        assertThat(List.of(slots.taken(one), slots.taken(other)))
                .containsExactly(slots.claimed(one), slots.claimed(other))
                .allMatch(taken -> taken <= CAPACITY);
    }

    @Test
    void twoFullSlotsExchangeNobody() {
        long one = slots.make(1);
        long other = slots.make(1);
        Claim here = take(one, 1).getFirst();
        Claim there = take(other, 1).getFirst();
        Storm.Outcome<Boolean> storm = Storm.of(20, client -> act(() -> client % 2 == 0
                ? places.move(here.id(), other, Pool.ONLINE).isPresent()
                : places.move(there.id(), one, Pool.ONLINE).isPresent()));

        assertThat(storm.all()).containsOnly(false);
        assertThat(places.find(here.id())).isPresent();
        assertThat(places.find(there.id())).isPresent();
    }

    @Test
    void theSameStormDeadlocksWhereEverybodyLocksTheirOwnSlotFirst() {
        Storm.Outcome<Boolean> storm = Storm.of(20, client -> act(() -> {
            long from = 1L + client % 2;
            lockHurried(from);
            pause();
            lockHurried(3 - from);
            return true;
        }));

        assertThat(storm.failures())
                .anySatisfy(failed -> assertThat(failed).isInstanceOf(DataAccessException.class)
                        .hasStackTraceContaining("deadlock"));
    }

    @Test
    void aHoldThatLapsesWhileItIsKeptIsEitherKeptOrSomebodyElses() {
        Places late = onANodeWhoseClockIs(Duration.ofMinutes(11));
        for (int round = 0; round < 20; round++) {
            long slot = slots.make(1);
            Claim held = inTransaction(() -> places.hold(slot, Pool.ONLINE, 1, UUID.randomUUID(), IN_TEN_MINUTES))
                    .orElseThrow();
            Storm.Outcome<Boolean> both = Storm.of(2, client -> act(() -> client == 0
                    ? places.keep(held.id())
                    : late.take(slot, Pool.ONLINE, 1, UUID.randomUUID()).isPresent()));

            assertThat(both.all()).containsExactlyInAnyOrder(true, false);
            assertThat(slots.taken(slot)).isEqualTo(1).isEqualTo(slots.claimed(slot));
        }
    }

    @Test
    void theSameRaceGivesOnePlaceToTwoWhereKeepingDoesNotLookAtTheState() {
        int both = 0;
        for (int round = 0; round < 20; round++) {
            UUID held = UUID.randomUUID();
            jdbc.sql("insert into hurried_claim values (?, 1, 'HELD')").param(held).update();
            Storm.Outcome<Boolean> race = Storm.of(2, client -> act(() -> client == 0
                    ? setHurried(held, "TAKEN", "true")
                    : setHurried(held, "GIVEN_BACK", "state = 'HELD'")));
            both += race.count(true) == 2 ? 1 : 0;
        }
        assertThat(both).isPositive();
    }

    private boolean setHurried(UUID claim, String state, String condition) {
        return jdbc.sql("update hurried_claim set state = ? where id = ? and " + condition)
                .param(state)
                .param(claim)
                .update() == 1;
    }

    private Places onANodeWhoseClockIs(Duration ahead) {
        Clock clock = Clock.fixed(NOW.plus(ahead), ZoneOffset.UTC);
        return new Places(new SlotRows(jdbc), new ClaimRows(jdbc, clock), events);
    }

    private List<Claim> take(long slot, int times) {
        return java.util.stream.IntStream.range(0, times)
                .mapToObj(_ -> inTransaction(() -> places.take(slot, Pool.ONLINE, 1, UUID.randomUUID())).orElseThrow())
                .toList();
    }

    private void lockHurried(long slot) {
        jdbc.sql("select id from hurried_slot where id = ? for update").param(slot).query(Long.class).single();
    }

    /// As long as a network takes between a question and an answer.
    private void pause() {
        jdbc.sql("select pg_sleep(0.02)").query((_, _) -> true).single();
    }

    private <T> Callable<T> act(Supplier<T> act) {
        return () -> inTransaction(act);
    }

    private <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(_ -> act.get()));
    }
}
