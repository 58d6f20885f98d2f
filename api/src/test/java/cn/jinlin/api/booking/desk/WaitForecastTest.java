package cn.jinlin.api.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.booking.desk.WaitForecast.Serving;
import cn.jinlin.api.booking.desk.WaitForecast.Turn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WaitForecastTest {

    private static final Instant TEN = Instant.parse("2026-09-29T02:00:00Z");
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();
    private static final Waiting FIRST = walkIn(1L, 1);
    private static final Waiting SECOND = walkIn(1L, 2);
    private static final Waiting THIRD = walkIn(2L, 3);

    private final WaitForecast forecast = new WaitForecast(new FairLine(LineRule.USUAL),
            new ServingTimes(Map.of(1L, Duration.ofMinutes(10), 2L, Duration.ofMinutes(4)), 7));

    @Test
    void withOneFreeCounterEverybodyWaitsForThoseBefore() {
        assertThat(play(new Serving(ONE, List.of(), null, null))).containsEntry(FIRST.id(), turn(1, 0))
                .containsEntry(SECOND.id(), turn(2, 10))
                .containsEntry(THIRD.id(), turn(3, 20));
    }

    @Test
    void aBusyCounterIsFreeWhenTheUsualTimeIsOver() {
        assertThat(play(new Serving(ONE, List.of(), 1L, TEN.minus(Duration.ofMinutes(7)))))
                .containsEntry(FIRST.id(), turn(1, 3))
                .containsEntry(SECOND.id(), turn(2, 13));
    }

    @Test
    void whoTakesLongerThanUsualIsAboutToBeDone() {
        assertThat(play(new Serving(ONE, List.of(), 2L, TEN.minus(Duration.ofHours(1)))))
                .containsEntry(FIRST.id(), turn(1, 1));
    }

    @Test
    void aCounterForOneMatterTakesOnlyThatOne() {
        assertThat(play(new Serving(ONE, List.of(1L), null, null), new Serving(TWO, List.of(2L), null, null)))
                .containsEntry(FIRST.id(), turn(1, 0))
                .containsEntry(THIRD.id(), turn(2, 0))
                .containsEntry(SECOND.id(), turn(3, 10));
    }

    @Test
    void whomNoOpenCounterServesHasAPlaceAndNoTime() {
        assertThat(play(new Serving(ONE, List.of(1L), null, null))).containsEntry(THIRD.id(), new Turn(3, null));
        assertThat(play()).containsEntry(FIRST.id(), new Turn(1, null));
    }

    private Map<UUID, Turn> play(Serving... counters) {
        return forecast.play(List.of(THIRD, SECOND, FIRST), List.of(counters), List.of(), TEN);
    }

    private static Turn turn(int place, int minutes) {
        return new Turn(place, Duration.ofMinutes(minutes));
    }

    private static Waiting walkIn(long service, int drawn) {
        Instant at = TEN.minus(Duration.ofHours(1)).plusSeconds(drawn);
        return new Waiting(UUID.randomUUID(), LineLane.WALK_IN, service, at, at, drawn, false, null);
    }
}
