package cn.jinlin.api.facility.intake.hours;

import java.util.NavigableSet;

/// A meaningful piece of a text about opening hours.
sealed interface Token {

    /// Days of the week, ISO numbers.
    record Days(NavigableSet<Integer> days) implements Token {}

    /// A span of the day in minutes; `closes` not after `opens` runs past midnight.
    record Span(int opens, int closes) implements Token {}

    /// Public holidays are spoken of.
    record Holidays() implements Token {}

    /// What was named before is closed.
    record Closed() implements Token {}

    /// Joins days to days: 、 and 及.
    record And() implements Token {}
}
