package cn.jinlin.search.facility;

import java.time.LocalDate;
import java.util.List;

import cn.jinlin.search.facility.Dsl.Query;

import static cn.jinlin.search.facility.Dsl.term;

/// "Open at that moment" as a query: today's hours, or yesterday's past midnight, or what an exception says instead.
final class OpenFilter {

    private OpenFilter() {}

    static Query at(OpenMoment moment) {
        return Dsl.any(List.of(regular(moment.minute(), moment.day()),
                regular(moment.minuteFromDayBefore(), moment.dayBefore()),
                term(Layout.EXCEPTION_PERIODS, moment.instant().toEpochMilli())));
    }

    private static Query regular(int minute, LocalDate day) {
        Query season = Dsl.nested(Layout.SEASONS,
                Dsl.filtered(List.of(), List.of(),
                        List.of(term(Layout.SEASONS + ".minutes", minute),
                                term(Layout.SEASONS + ".valid", day.toString())),
                        List.of()));
        return Dsl.filtered(List.of(), List.of(), List.of(Dsl.any(List.of(term(Layout.SPANS, minute), season))),
                List.of(term(Layout.EXCEPTION_DATES, day.toString())));
    }
}
