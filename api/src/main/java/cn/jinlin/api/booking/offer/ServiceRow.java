package cn.jinlin.api.booking.offer;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.api.graphql.BadInput;
import org.jspecify.annotations.Nullable;

/// A service in a file, with the schedules that facilities offer it by. What is absent is as in a new service or schedule
/// of the portal.
record ServiceRow(@Nullable String number, @Nullable ServiceKind kind, @Nullable String name, @Nullable String nameEn,
        @Nullable String description, @Nullable String descriptionEn, @Nullable List<MaterialRow> materials,
        @Nullable List<QuestionRow> questions, @Nullable Integer partyLimit, @Nullable Integer personLimit,
        @Nullable Integer householdLimit, @Nullable Integer changeMinutes, @Nullable SlotRelease release,
        @Nullable List<ScheduleRow> schedules) {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    record MaterialRow(@Nullable String name, @Nullable String nameEn, @Nullable Boolean required) {

        Material material() {
            return new Material(orEmpty(name), nameEn, or(required, true));
        }
    }

    record ChoiceRow(@Nullable String code, @Nullable String text, @Nullable String textEn) {

        Question.Choice choice() {
            return new Question.Choice(orEmpty(code), orEmpty(text), textEn);
        }
    }

    record QuestionRow(@Nullable String code, @Nullable String text, @Nullable String textEn,
            Question.@Nullable Kind kind, @Nullable List<ChoiceRow> choices, @Nullable Boolean required) {

        Question question() {
            return new Question(orEmpty(code), orEmpty(text), textEn, or(kind, Question.Kind.TEXT),
                    or(choices, List.<ChoiceRow>of()).stream().map(ChoiceRow::choice).toList(), or(required, true));
        }
    }

    /// @param facility its id in the files of the source
    record ScheduleRow(@Nullable String facility, @Nullable String resource, @Nullable String resourceEn,
            @Nullable List<ScheduleLine> lines, @Nullable HolidayPolicy holidayPolicy,
            @Nullable Integer durationMinutes, @Nullable Integer bufferMinutes, @Nullable Integer capacity,
            @Nullable Integer roomPhone, @Nullable Integer roomWalkIn, @Nullable Integer roomPriority,
            @Nullable Integer flowBackMinutes, @Nullable Integer leadMinutes, @Nullable Integer horizonDays,
            @Nullable Integer releaseDays, @Nullable LocalTime releaseAt, Schedule.@Nullable State state) {

        Schedule schedule(long service, long facilityId) {
            if (or(lines, List.<ScheduleLine>of()).stream().anyMatch(ScheduleRow::isBroken)) {
                throw new BadInput("input.lines", "NOT_DAYS_OF_WEEK");
            }
            return new Schedule(0, service, facilityId, orEmpty(resource), resourceEn, or(lines, List.of()),
                    or(holidayPolicy, HolidayPolicy.FOLLOWS_CALENDAR), or(durationMinutes, 0), or(bufferMinutes, 0),
                    or(capacity, 1), or(roomPhone, 0), or(roomWalkIn, 0), or(roomPriority, 0), or(flowBackMinutes, 60),
                    or(leadMinutes, 30), or(horizonDays, 14), or(releaseDays, 14), or(releaseAt, EIGHT),
                    or(state, Schedule.State.PUBLISHED), 0);
        }

        /// A file may leave out what the record cannot be without.
        private static boolean isBroken(@Nullable ScheduleLine line) {
            return line == null || isAbsent(line.byday()) || isAbsent(line.opensAt()) || isAbsent(line.closesAt())
                    || line.byday().stream().anyMatch(ScheduleRow::isAbsent);
        }

        private static boolean isAbsent(@Nullable Object value) {
            return value == null;
        }
    }

    BookableService service() {
        return new BookableService(0, orEmpty(number), requireKind(), orEmpty(name), nameEn, description,
                descriptionEn, or(materials, List.<MaterialRow>of()).stream().map(MaterialRow::material).toList(),
                or(questions, List.<QuestionRow>of()).stream().map(QuestionRow::question).toList(), or(partyLimit, 1),
                or(personLimit, 2), or(householdLimit, 4), or(changeMinutes, 60), or(release, SlotRelease.AT_ONCE),
                true);
    }

    List<ScheduleRow> listSchedules() {
        return or(schedules, List.of());
    }

    private ServiceKind requireKind() {
        if (kind == null) {
            throw new BadInput("input.kind", "OFFER_TEXT_EMPTY");
        }
        return kind;
    }

    private static <T> T or(@Nullable T value, T absent) {
        return Objects.requireNonNullElse(value, absent);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
