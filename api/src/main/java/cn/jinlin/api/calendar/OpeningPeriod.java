package cn.jinlin.api.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;

/// One span of opening; `closes` earlier than or equal to `opens` means on the following day.
/// Stored as a pair of texts.
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record OpeningPeriod(TimeOfDay opens, TimeOfDay closes) {

    /// Whether it is still open when a later one of the same day begins.
    public boolean runsInto(OpeningPeriod later) {
        return later.opens.minute() < end();
    }

    /// Minutes from the midnight before it opens to its closing: up to two days.
    public int end() {
        return closes.minute() <= opens.minute() ? closes.minute() + TimeOfDay.MINUTES_PER_DAY : closes.minute();
    }
}
