package cn.jinlin.search.facility;

import java.time.LocalDate;
import java.time.ZoneOffset;

/// Moments of regular days, counted as [OpeningTimes] wants it.
final class Moments {

    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    private Moments() {}

    static OpenMoment at(LocalDate day, int hour, int minute) {
        LocalDate before = day.minusDays(1);
        int minutes = hour * 60 + minute;
        return new OpenMoment(day.atTime(hour, minute).toInstant(SHANGHAI), day, start(day) + minutes, before,
                start(before) + 1440 + minutes);
    }

    private static int start(LocalDate day) {
        return (day.getDayOfWeek().getValue() - 1) * OpeningTimes.MINUTES_PER_KIND;
    }
}
