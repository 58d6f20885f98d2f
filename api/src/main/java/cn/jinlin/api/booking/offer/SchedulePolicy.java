package cn.jinlin.api.booking.offer;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.OpeningPeriod;
import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.api.calendar.TimeOfDay;
import cn.jinlin.api.graphql.BadInput;
import org.springframework.stereotype.Component;

/// What a schedule may be. Every refusal names the field and what is allowed.
@Component
class SchedulePolicy {

    private static final int LONGEST_RESOURCE = 80;
    private static final int LONGEST_FOREIGN_RESOURCE = 120;
    private static final int LONGEST_NOTE = 200;
    private static final int MOST_LINES = 50;
    private static final int MOST_PERIODS = 6;
    private static final int WEEK = 10_080;

    private final Schedules schedules;
    private final BookableServices services;

    SchedulePolicy(Schedules schedules, BookableServices services) {
        this.schedules = schedules;
        this.services = services;
    }

    /// @return the same, its texts without spaces around
    /// @throws BadInput naming the first field at fault
    Schedule require(Schedule wanted) {
        OfferText.requireBetween(wanted.durationMinutes(), 5, TimeOfDay.MINUTES_PER_DAY, "input.durationMinutes");
        OfferText.requireBetween(wanted.bufferMinutes(), 0, 240, "input.bufferMinutes");
        OfferText.requireBetween(wanted.capacity(), 1, 100_000, "input.capacity");
        OfferText.requireBetween(wanted.roomPhone(), 0, wanted.capacity(), "input.roomPhone");
        OfferText.requireBetween(wanted.roomWalkIn(), 0, wanted.capacity(), "input.roomWalkIn");
        OfferText.requireBetween(wanted.roomPriority(), 0, wanted.capacity(), "input.roomPriority");
        if (wanted.roomOnline() < 0) {
            throw new BadInput("input.capacity", "KEPT_PLACES_EXCEED_CAPACITY", wanted.capacity());
        }
        OfferText.requireBetween(wanted.flowBackMinutes(), 0, WEEK, "input.flowBackMinutes");
        OfferText.requireBetween(wanted.leadMinutes(), 0, WEEK, "input.leadMinutes");
        OfferText.requireBetween(wanted.horizonDays(), 1, 366, "input.horizonDays");
        OfferText.requireBetween(wanted.releaseDays(), 0, 366, "input.releaseDays");
        requireLines(wanted);
        requireReleaseBeforeClosing(wanted);
        return wanted.named(OfferText.require(wanted.resource(), "input.resource", LONGEST_RESOURCE),
                OfferText.requireAny(wanted.resourceEn(), "input.resourceEn", LONGEST_FOREIGN_RESOURCE));
    }

    /// A counter, room or person serves one matter at a time: places of two at the same hours would promise it twice.
    ///
    /// @throws BadInput RESOURCE_TAKEN
    void requireResourceIsFree(Schedule wanted) {
        for (Schedule other : schedules.listOpen(wanted.facilityId(), wanted.resource())) {
            if (other.id() != wanted.id() && WeeklyHours.findClash(wanted.lines(), other.lines()).isPresent()) {
                throw new BadInput("input.resource", "RESOURCE_TAKEN", wanted.resource(),
                        services.list(List.of(other.serviceId())).getFirst().name());
            }
        }
    }

    private static void requireLines(Schedule wanted) {
        if (wanted.lines().size() > MOST_LINES) {
            throw new BadInput("input.lines", "TOO_MANY", MOST_LINES);
        }
        for (ScheduleLine line : wanted.lines()) {
            Set<Integer> days = new HashSet<>(line.byday());
            if (days.isEmpty() || days.size() != line.byday().size()
                    || days.stream().anyMatch(day -> day < 1 || day > 7)) {
                throw new BadInput("input.lines.byday", "NOT_DAYS_OF_WEEK");
            }
            if (line.validFrom() != null && line.validTo() != null && line.validTo().isBefore(line.validFrom())) {
                throw new BadInput("input.lines.validTo", "ENDS_BEFORE_IT_BEGINS");
            }
            if (WeeklyHours.minutes(line) < wanted.durationMinutes()) {
                throw new BadInput("input.durationMinutes", "LONGER_THAN_HOURS", line.opensAt(), line.closesAt());
            }
        }
        WeeklyHours.findClash(wanted.lines()).ifPresent(clash -> {
            throw new BadInput("input.lines", "HOURS_OVERLAP", clash.one().opensAt() + "–" + clash.one().closesAt(),
                    clash.other().opensAt() + "–" + clash.other().closesAt());
        });
    }

    /// Otherwise nobody could ever book its first slot of a day.
    private static void requireReleaseBeforeClosing(Schedule wanted) {
        int release = wanted.releaseAt().toSecondOfDay() / 60 - wanted.releaseDays() * TimeOfDay.MINUTES_PER_DAY;
        if (wanted.lines().stream().anyMatch(line -> line.opensAt().minute() - wanted.leadMinutes() <= release)) {
            throw new BadInput("input.releaseDays", "RELEASE_AFTER_CLOSING");
        }
    }

    /// @throws BadInput DATE_PAST, TEXT_TOO_LONG, TOO_MANY, PERIODS_OVERLAP
    static ExceptionDay require(ExceptionDay exception, LocalDate today) {
        if (exception.date().isBefore(today)) {
            throw new BadInput("input.date", "DATE_PAST");
        }
        List<OpeningPeriod> periods = exception.periods();
        if (periods.size() > MOST_PERIODS) {
            throw new BadInput("input.periods", "TOO_MANY", MOST_PERIODS);
        }
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i - 1).runsInto(periods.get(i))) {
                throw new BadInput("input.periods", "PERIODS_OVERLAP");
            }
        }
        return new ExceptionDay(exception.date(), periods,
                OfferText.requireAny(exception.note(), "input.note", LONGEST_NOTE));
    }
}
