package cn.jinlin.api.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the State Council has published, as one immutable value.
///
/// @param years the published years; of any other year nothing is known
public record PublishedCalendar(Set<Integer> years, Map<LocalDate, CalendarDay> days) {

    static final PublishedCalendar EMPTY = new PublishedCalendar(Set.of(), Map.of());

    public boolean knows(LocalDate date) {
        return years.contains(date.getYear());
    }

    public Optional<CalendarDay> find(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }
}
