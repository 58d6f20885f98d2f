package cn.jinlin.api.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A weekly rule in the words of Open Referral HSDS.
///
/// @param byday ISO days of the week, 1 is Monday
/// @param validFrom first day it holds; null: always
/// @param validTo last day it holds; null: for good
public record ScheduleLine(List<Integer> byday, TimeOfDay opensAt, TimeOfDay closesAt, @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean holdsOn(LocalDate date) {
        return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || !date.isAfter(validTo));
    }

    boolean names(DayOfWeek day) {
        return byday.contains(day.getValue());
    }

    OpeningPeriod period() {
        return new OpeningPeriod(opensAt, closesAt);
    }
}
