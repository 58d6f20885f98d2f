package cn.jinlin.api.booking.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StandingTest {

    private static final Instant NOW = Instant.parse("2026-09-29T02:00:00Z");
    private static final AttendanceRule RULE = new AttendanceRule(15, 3, 90, 30, 30, Set.of());

    @Test
    void twoAbsencesBlockNobody() {
        assertThat(missedDaysAgo(1, 2).blockedUntil(NOW)).isEmpty();
        assertThat(missedDaysAgo(1, 2).counted(NOW)).isEqualTo(2);
    }

    @Test
    void theThirdBlocksFromItsOwnDay() {
        assertThat(missedDaysAgo(10, 2, 40).blockedUntil(NOW)).contains(NOW.plus(Duration.ofDays(28)));
    }

    @Test
    void theSixthOfWhoHadBookedAheadBlocksAnew() {
        Standing afterThree = missedDaysAgo(25, 24, 23);
        Standing afterSix = missedDaysAgo(25, 24, 23, 12, 8, 1);

        assertThat(afterThree.blockedUntil(NOW)).contains(NOW.plus(Duration.ofDays(7)));
        assertThat(afterSix.blockedUntil(NOW)).contains(NOW.plus(Duration.ofDays(29)));
        assertThat(afterSix.counted(NOW)).isEqualTo(6);
    }

    @Test
    void aBlockThatIsOverIsOver() {
        assertThat(missedDaysAgo(31, 32, 33).blockedUntil(NOW)).isEmpty();
        assertThat(missedDaysAgo(31, 32, 33).counted(NOW)).isEqualTo(3);
        assertThat(missedDaysAgo(30, 32, 33).blockedUntil(NOW)).isEmpty();
    }

    @Test
    void whatIsTooLongAgoDoesNotCount() {
        assertThat(missedDaysAgo(1, 2, 90).counted(NOW)).isEqualTo(2);
        assertThat(missedDaysAgo(1, 2, 92).blockedUntil(NOW)).isEmpty();
        assertThat(missedDaysAgo(1, 2, 90).blockedUntil(NOW)).contains(NOW.plus(Duration.ofDays(29)));
    }

    private static Standing missedDaysAgo(int... days) {
        List<Instant> missed = IntStream.of(days).mapToObj(day -> NOW.minus(Duration.ofDays(day))).toList();
        return new Standing(RULE, missed);
    }
}
