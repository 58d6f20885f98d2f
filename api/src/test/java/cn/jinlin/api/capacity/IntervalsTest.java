package cn.jinlin.api.capacity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.Storm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static cn.jinlin.api.capacity.SlotsOfNobody.IN_TEN_MINUTES;
import static cn.jinlin.api.capacity.SlotsOfNobody.NOW;
import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(SlotsOfNobody.class)
class IntervalsTest {

    private static final int CLIENTS = 200;
    private static final Instant NINE = NOW.plus(Duration.ofDays(1));

    @Autowired
    private Intervals intervals;
    @Autowired
    private HoldSweep sweep;
    @Autowired
    private SlotsOfNobody slots;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void twoHundredWhoWantACourtAtOverlappingTimesNeverShareAMinute() {
        long court = slots.newSeries();
        Storm.Outcome<Boolean> storm = Storm.of(CLIENTS, client -> () -> hold(court, start(client), 60).isPresent());

        assertThat(storm.all()).hasSize(CLIENTS).contains(true, false);
        assertThat(storm.count(true))
                .isEqualTo(intervals.list(List.of(court), NINE, NINE.plus(Duration.ofDays(1))).size());
        assertThat(overlaps("interval_claim", court)).isZero();
    }

    @Test
    void theSameStormSharesMinutesWhereItIsLookedBeforeItIsBooked() {
        jdbc.sql("create table hurried_interval (id uuid, series_id bigint, period tstzrange)").update();
        try {
            Storm.Outcome<Boolean> storm = Storm.of(CLIENTS, client -> () -> inTransaction(() -> hurry(start(client))));

            assertThat(storm.all()).contains(true);
            assertThat(overlaps("hurried_interval", 1)).isPositive();
        } finally {
            jdbc.sql("drop table hurried_interval").update();
        }
    }

    private boolean hurry(Instant from) {
        Timestamp start = Timestamp.from(from);
        Timestamp end = Timestamp.from(from.plus(Duration.ofHours(1)));
        boolean isFree = jdbc
                .sql("select not exists (select from hurried_interval where period && tstzrange(?, ?))")
                .param(start)
                .param(end)
                .query(Boolean.class)
                .single();
        jdbc.sql("select pg_sleep(0.02)").query((_, _) -> true).single();
        return isFree && jdbc.sql("insert into hurried_interval values (gen_random_uuid(), 1, tstzrange(?, ?))")
                .param(start)
                .param(end)
                .update() == 1;
    }

    @Test
    void oneEndsWhenTheNextBegins() {
        long court = slots.newSeries();
        assertThat(hold(court, NINE, 60)).isPresent();
        assertThat(hold(court, NINE.plus(Duration.ofMinutes(60)), 60)).isPresent();
        assertThat(hold(court, NINE.plus(Duration.ofMinutes(45)), 30)).isEmpty();
    }

    @Test
    void aLapsedHoldIsSomebodyElsesAtOnceAndGivenBackByTheSweep() {
        long court = slots.newSeries();
        UUID first = hold(court, NINE, 60).orElseThrow().id();
        lapse(first);

        UUID second = hold(court, NINE.plus(Duration.ofMinutes(30)), 60).orElseThrow().id();
        assertThat(inTransaction(() -> intervals.keep(first))).isFalse();
        lapse(second);
        sweep.sweep();
        assertThat(intervals.list(List.of(court), NINE, NINE.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void whoHoldsJustThatSpanGetsTheSameHoldAgainAndKeepingMakesItGood() {
        long court = slots.newSeries();
        UUID anna = UUID.randomUUID();
        Supplier<Optional<Interval>> ask = () -> intervals.hold(court, NINE, NINE.plusSeconds(3600), anna,
                IN_TEN_MINUTES);
        Interval held = inTransaction(ask).orElseThrow();

        assertThat(inTransaction(ask)).contains(held);
        assertThat(inTransaction(() -> intervals.keep(held.id()))).isTrue();
        assertThat(inTransaction(ask)).isEmpty();
    }

    @Test
    void whoeverMovesIntoSomebodyElsesTimeKeepsTheirOwn() {
        long court = slots.newSeries();
        Interval mine = take(court, NINE);
        take(court, NINE.plusSeconds(3600));

        assertThat(move(mine, court, NINE.plusSeconds(1800))).isEmpty();
        assertThat(intervals.find(mine.id())).contains(mine);
        assertThat(hold(court, NINE, 60)).isEmpty();
    }

    @Test
    void aMoveMayOverlapWhatItGivesBackAndTheRestIsFreeAtOnce() {
        long court = slots.newSeries();
        Interval mine = take(court, NINE);

        Interval later = move(mine, court, NINE.plusSeconds(1800)).orElseThrow();

        assertThat(later.startsAt()).isEqualTo(NINE.plusSeconds(1800));
        assertThat(intervals.find(mine.id())).isEmpty();
        assertThat(hold(court, NINE, 30)).isPresent();
        assertThat(hold(court, NINE.plusSeconds(1800), 30)).isEmpty();
    }

    @Test
    void twoWhoWantEachOthersTimeBothGetAnAnswerAndKeepTheirOwn() {
        for (int round = 0; round < 10; round++) {
            long court = slots.newSeries();
            Interval one = take(court, NINE);
            Interval other = take(court, NINE.plusSeconds(3600));
            Storm.Outcome<Boolean> storm = Storm.of(2, client -> () -> client == 0
                    ? move(one, court, other.startsAt()).isPresent()
                    : move(other, court, one.startsAt()).isPresent());

            assertThat(storm.all()).containsOnly(false);
            assertThat(intervals.find(one.id())).isPresent();
            assertThat(intervals.find(other.id())).isPresent();
        }
    }

    @Test
    void theSameTwoWaitForEachOtherWhereNobodyWaitsTheirTurnToMove() {
        var rows = new IntervalRows(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
        long court = slots.newSeries();
        Interval one = take(court, NINE);
        Interval other = take(court, NINE.plusSeconds(3600));
        Storm.Outcome<Boolean> storm = Storm.of(2, client -> () -> inTransaction(() -> {
            rows.giveBack(client == 0 ? one.id() : other.id());
            jdbc.sql("select pg_sleep(0.1)").query((_, _) -> true).single();
            Interval wanted = client == 0 ? other : one;
            return rows.insert(new Interval(UUID.randomUUID(), court, wanted.startsAt(), wanted.endsAt(),
                    UUID.randomUUID(), null));
        }));

        assertThat(storm.failures()).singleElement()
                .satisfies(failed -> assertThat(failed).isInstanceOf(DataAccessException.class)
                        .hasStackTraceContaining("deadlock"));
    }

    private Interval take(long court, Instant from) {
        return inTransaction(() -> intervals.take(court, from, from.plusSeconds(3600), UUID.randomUUID()))
                .orElseThrow();
    }

    private Optional<Interval> move(Interval mine, long court, Instant from) {
        return inTransaction(() -> intervals.move(mine.id(), court, from, from.plusSeconds(3600)));
    }

    private Optional<Interval> hold(long court, Instant from, int minutes) {
        return inTransaction(() -> intervals.hold(court, from, from.plus(Duration.ofMinutes(minutes)),
                UUID.randomUUID(), IN_TEN_MINUTES));
    }

    private void lapse(UUID interval) {
        jdbc.sql("update interval_claim set held_until = ? where id = ?")
                .param(Timestamp.from(NOW.minusSeconds(1)))
                .param(interval)
                .update();
    }

    /// A quarter of an hour later than the one before.
    private static Instant start(int client) {
        return NINE.plus(Duration.ofMinutes(15L * (client % 40)));
    }

    private int overlaps(String table, long series) {
        return jdbc.sql("""
                select count(*) from TABLE one join TABLE other on one.series_id = other.series_id
                   and one.id < other.id and one.period && other.period where one.series_id = ?"""
                .replace("TABLE", table)).param(series).query(Integer.class).single();
    }

    private <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(_ -> act.get()));
    }
}
