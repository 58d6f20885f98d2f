package cn.jinlin.api.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import cn.jinlin.api.calendar.TimeOfDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuietHoursTest {

    @ParameterizedTest(name = "from {0} to {1}, at {2} in Shanghai, {3} minutes are left")
    @CsvSource({"22:00, 07:00, 21:59:59, ", "22:00, 07:00, 22:00:00, 540", "22:00, 07:00, 23:30:00, 450",
        "22:00, 07:00, 00:00:00, 420", "22:00, 07:00, 06:59:00, 1", "22:00, 07:00, 07:00:00, ",
        "13:00, 14:30, 13:30:00, 60", "13:00, 14:30, 14:30:00, ", "13:00, 14:30, 12:59:59, ",
        "22:00, 24:00, 23:00:00, 60", "00:00, 07:00, 00:30:00, 390", "22:00, 00:00, 23:59:00, 1"})
    void nobodyIsDisturbedFromTheStartUntilTheEnd(String from, String to, String clock, @Nullable Integer minutes) {
        var hours = new QuietHours(TimeOfDay.parse(from), TimeOfDay.parse(to));
        Instant now = Instant.parse("2026-09-29T" + clock + "+08:00");
        assertThat(hours.left(now)).isEqualTo(Optional.ofNullable(minutes).map(Duration::ofMinutes));
    }
}
