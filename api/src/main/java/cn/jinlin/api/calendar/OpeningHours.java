package cn.jinlin.api.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import cn.jinlin.api.graphql.Scalars;
import cn.jinlin.search.facility.OpeningTimes;
import org.jspecify.annotations.Nullable;

/// When a place is open: weekly lines, exceptions that win over them, and how it treats public holidays.
public record OpeningHours(List<ScheduleLine> schedules, List<ExceptionDay> exceptions, HolidayPolicy policy) {

    /// How far ahead the next opening is looked for.
    static final int HORIZON_DAYS = 14;

    private static final Comparator<OpeningPeriod> IN_ORDER = Comparator.comparing(OpeningPeriod::opens);

    /// Nothing is known of its hours: neither open nor closed may be claimed.
    public boolean areUnknown() {
        return schedules.isEmpty() && exceptions.isEmpty();
    }

    /// @param locale of the holiday's name
    public OpeningDay on(LocalDate date, PublishedCalendar published, Locale locale) {
        ExceptionDay exception = exceptionOn(date);
        if (exception != null) {
            return new OpeningDay(date, exception.periods(), OpeningReason.EXCEPTION, exception.note());
        }
        int kind = DayKind.of(date, published);
        return new OpeningDay(date, periods(kind, date), reason(kind, date, published),
                policy == HolidayPolicy.FOLLOWS_CALENDAR
                        ? published.find(date).map(day -> day.name(locale)).orElse(null)
                        : null);
    }

    // Plain loops from here on: each facility of each circle and search is asked whether it is open.
    private @Nullable ExceptionDay exceptionOn(LocalDate date) {
        for (ExceptionDay exception : exceptions) {
            if (exception.date().equals(date)) {
                return exception;
            }
        }
        return null;
    }

    private OpeningReason reason(int kind, LocalDate date, PublishedCalendar published) {
        if (policy == HolidayPolicy.AS_USUAL) {
            return OpeningReason.REGULAR;
        }
        if (!published.knows(date)) {
            return OpeningReason.CALENDAR_UNKNOWN;
        }
        if (DayKind.isHoliday(kind)) {
            return OpeningReason.HOLIDAY;
        }
        return DayKind.isMakeUpWorkday(kind) ? OpeningReason.MAKE_UP_WORKDAY : OpeningReason.REGULAR;
    }

    private List<OpeningPeriod> periods(int kind, LocalDate date) {
        var periods = new ArrayList<OpeningPeriod>();
        for (ScheduleLine line : linesFor(kind, date)) {
            periods.add(line.period());
        }
        periods.sort(IN_ORDER);
        return periods;
    }

    /// A place that follows the calendar shuts on holidays; on a make-up working day it keeps that weekend day's own hours
    /// where it has any, and its Monday's otherwise.
    ///
    /// @param date only lines that hold on it; null for those of any season
    private List<ScheduleLine> linesFor(int kind, @Nullable LocalDate date) {
        if (policy == HolidayPolicy.FOLLOWS_CALENDAR && DayKind.isHoliday(kind)) {
            return List.of();
        }
        List<ScheduleLine> own = linesNaming(DayKind.dayOfWeek(kind), date);
        return own.isEmpty() && policy == HolidayPolicy.FOLLOWS_CALENDAR && DayKind.isMakeUpWorkday(kind)
                ? linesNaming(DayOfWeek.MONDAY, date)
                : own;
    }

    private List<ScheduleLine> linesNaming(DayOfWeek day, @Nullable LocalDate date) {
        var lines = new ArrayList<ScheduleLine>();
        for (ScheduleLine line : schedules) {
            if (line.names(day) && (date == null || line.holdsOn(date))) {
                lines.add(line);
            }
        }
        return lines;
    }

    public OpeningState at(Instant instant, PublishedCalendar published) {
        LocalDate today = LocalDate.ofInstant(instant, Scalars.SHANGHAI);
        LocalDate horizon = today.plusDays(HORIZON_DAYS);
        Instant openUntil = null;
        for (LocalDate date = today.minusDays(1); date.isBefore(horizon); date = date.plusDays(1)) {
            for (OpeningPeriod hours : periodsOn(date, published)) {
                OpeningTimes.Period period = instants(date, hours);
                if (openUntil != null && period.from().isAfter(openUntil)) {
                    return new OpeningState(true, null, openUntil);
                } else if (openUntil != null) {
                    // Touching spans are one: a place open round the clock has no closing at midnight.
                    openUntil = period.to().isAfter(openUntil) ? period.to() : openUntil;
                } else if (period.from().isAfter(instant)) {
                    return new OpeningState(false, period.from(), null);
                } else if (period.to().isAfter(instant)) {
                    openUntil = period.to();
                }
            }
        }
        return openUntil == null
                ? new OpeningState(false, null, null)
                : new OpeningState(true, null, openUntil.isBefore(midnight(horizon)) ? openUntil : null);
    }

    private List<OpeningPeriod> periodsOn(LocalDate date, PublishedCalendar published) {
        ExceptionDay exception = exceptionOn(date);
        return exception == null ? periods(DayKind.of(date, published), date) : exception.periods();
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(Scalars.SHANGHAI).toInstant();
    }

    private static OpeningTimes.Period instants(LocalDate date, OpeningPeriod period) {
        Instant midnight = midnight(date);
        return new OpeningTimes.Period(midnight.plusSeconds(60L * period.opens().minute()),
                midnight.plusSeconds(60L * period.end()));
    }

    /// The same hours in the form in which the word index answers "open at that moment".
    public OpeningTimes forIndex() {
        var spans = new ArrayList<OpeningTimes.Span>();
        for (int kind = 0; kind < DayKind.KINDS; kind++) {
            for (ScheduleLine line : linesFor(kind, null)) {
                int start = kind * OpeningTimes.MINUTES_PER_KIND;
                spans.add(new OpeningTimes.Span(start + line.opensAt().minute(), start + line.period().end(),
                        line.validFrom(),
                        line.validTo()));
            }
        }
        return new OpeningTimes(spans, exceptions.stream().map(ExceptionDay::date).toList(), exceptions.stream()
                .flatMap(day -> day.periods().stream().map(period -> instants(day.date(), period)))
                .toList());
    }
}
