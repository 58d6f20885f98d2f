package cn.jinlin.api.calendar;

/// A year of the State Council's calendar was imported or replaced.
public record CalendarChanged() {}
