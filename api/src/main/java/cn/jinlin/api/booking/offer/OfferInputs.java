package cn.jinlin.api.booking.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

import cn.jinlin.api.calendar.ExceptionDay;
import cn.jinlin.api.calendar.HolidayPolicy;
import cn.jinlin.api.calendar.OpeningPeriod;
import cn.jinlin.api.calendar.ScheduleLine;
import cn.jinlin.api.calendar.TimeOfDay;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/// Inputs and payloads of the administration of offers, and how they become services and schedules.
final class OfferInputs {

    private OfferInputs() {}

    record MaterialInput(String name, @Nullable String nameEn, boolean required) {

        Material material() {
            return new Material(name, nameEn, required);
        }
    }

    record ChoiceInput(String code, String text, @Nullable String textEn) {}

    record QuestionInput(String code, String text, @Nullable String textEn, Question.Kind kind,
            List<ChoiceInput> choices, boolean required) {

        Question question() {
            return new Question(code, text, textEn, kind,
                    choices.stream()
                            .map(choice -> new Question.Choice(choice.code(), choice.text(), choice.textEn()))
                            .toList(),
                    required);
        }
    }

    record CreateService(String number, ServiceKind kind, String name, @Nullable String nameEn,
            @Nullable String description, @Nullable String descriptionEn, List<MaterialInput> materials,
            List<QuestionInput> questions, int partyLimit, int personLimit, int householdLimit, int changeMinutes,
            SlotRelease release) {

        BookableService service() {
            return new BookableService(0, number, kind, name, nameEn, description, descriptionEn,
                    materials.stream().map(MaterialInput::material).toList(),
                    questions.stream().map(QuestionInput::question).toList(), partyLimit, personLimit, householdLimit,
                    changeMinutes, release, true);
        }
    }

    record UpdateService(String id, ArgumentValue<String> name, ArgumentValue<String> nameEn,
            ArgumentValue<String> description, ArgumentValue<String> descriptionEn,
            ArgumentValue<List<MaterialInput>> materials, ArgumentValue<List<QuestionInput>> questions,
            ArgumentValue<Integer> partyLimit, ArgumentValue<Integer> personLimit,
            ArgumentValue<Integer> householdLimit, ArgumentValue<Integer> changeMinutes,
            ArgumentValue<SlotRelease> release) {

        BookableService over(BookableService now) {
            return new BookableService(now.id(), now.number(), now.kind(), kept(name, now.name()),
                    changed(nameEn, now.nameEn()), changed(description, now.description()),
                    changed(descriptionEn, now.descriptionEn()),
                    materials.asOptional()
                            .map(all -> all.stream().map(MaterialInput::material).toList())
                            .orElse(now.materials()),
                    questions.asOptional()
                            .map(all -> all.stream().map(QuestionInput::question).toList())
                            .orElse(now.questions()),
                    kept(partyLimit, now.partyLimit()), kept(personLimit, now.personLimit()),
                    kept(householdLimit, now.householdLimit()), kept(changeMinutes, now.changeMinutes()),
                    kept(release, now.release()), now.inService());
        }
    }

    record Line(List<Integer> byday, TimeOfDay opensAt, TimeOfDay closesAt, @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        ScheduleLine line() {
            return new ScheduleLine(byday, opensAt, closesAt, validFrom, validTo);
        }
    }

    record CreateSchedule(String service, String facility, String resource, @Nullable String resourceEn,
            List<Line> lines, HolidayPolicy holidayPolicy, int durationMinutes, int bufferMinutes, int capacity,
            int roomPhone, int roomWalkIn, int roomPriority, int flowBackMinutes, int leadMinutes, int horizonDays,
            int releaseDays, TimeOfDay releaseAt, boolean draft) {

        Schedule schedule(long serviceId, long facilityId) {
            return new Schedule(0, serviceId, facilityId, resource, resourceEn,
                    lines.stream().map(Line::line).toList(), holidayPolicy, durationMinutes, bufferMinutes, capacity,
                    roomPhone, roomWalkIn, roomPriority, flowBackMinutes, leadMinutes, horizonDays, releaseDays,
                    wallClock(releaseAt), draft ? Schedule.State.DRAFT : Schedule.State.PUBLISHED, 0);
        }
    }

    record UpdateSchedule(String id, @Nullable Integer version, ArgumentValue<String> resource,
            ArgumentValue<String> resourceEn, ArgumentValue<List<Line>> lines,
            ArgumentValue<HolidayPolicy> holidayPolicy, ArgumentValue<Integer> durationMinutes,
            ArgumentValue<Integer> bufferMinutes, ArgumentValue<Integer> capacity, ArgumentValue<Integer> roomPhone,
            ArgumentValue<Integer> roomWalkIn, ArgumentValue<Integer> roomPriority,
            ArgumentValue<Integer> flowBackMinutes, ArgumentValue<Integer> leadMinutes,
            ArgumentValue<Integer> horizonDays, ArgumentValue<Integer> releaseDays, ArgumentValue<TimeOfDay> releaseAt,
            ArgumentValue<Schedule.State> state) {

        Schedule over(Schedule now) {
            if (state.asOptional().filter(wanted -> wanted == Schedule.State.CLOSED).isPresent()) {
                throw new BadInput("input.state", "CLOSE_BY_ITSELF");
            }
            return new Schedule(now.id(), now.serviceId(), now.facilityId(), kept(resource, now.resource()),
                    changed(resourceEn, now.resourceEn()),
                    lines.asOptional().map(all -> all.stream().map(Line::line).toList()).orElse(now.lines()),
                    kept(holidayPolicy, now.holidayPolicy()), kept(durationMinutes, now.durationMinutes()),
                    kept(bufferMinutes, now.bufferMinutes()), kept(capacity, now.capacity()),
                    kept(roomPhone, now.roomPhone()), kept(roomWalkIn, now.roomWalkIn()),
                    kept(roomPriority, now.roomPriority()), kept(flowBackMinutes, now.flowBackMinutes()),
                    kept(leadMinutes, now.leadMinutes()), kept(horizonDays, now.horizonDays()),
                    kept(releaseDays, now.releaseDays()),
                    releaseAt.asOptional().map(OfferInputs::wallClock).orElse(now.releaseAt()),
                    kept(state, now.state()), now.version());
        }
    }

    record Named(String id) {}

    record DeclareException(String id, LocalDate date, List<OpeningPeriod> periods, @Nullable String note) {

        ExceptionDay day() {
            return new ExceptionDay(date,
                    periods.stream().sorted(Comparator.comparing(OpeningPeriod::opens)).toList(), note);
        }
    }

    record WithdrawException(String id, LocalDate date) {}

    record ChangeAppointments(String schedule, List<String> appointments, @Nullable Instant from, @Nullable Instant to,
            boolean outsideHoursOnly, MassReason reason) {}

    record OfService(@Nullable BookableService bookableService, List<UserError> userErrors) {}

    record OfSchedule(@Nullable Schedule schedule, List<UserError> userErrors) {}

    record OfMassChange(@Nullable MassChange massChange, List<UserError> userErrors) {}

    /// @throws BadInput NOT_AN_HOUR for 24:00, which is no hour of that day
    private static LocalTime wallClock(TimeOfDay time) {
        if (time.minute() == TimeOfDay.MINUTES_PER_DAY) {
            throw new BadInput("input.releaseAt", "NOT_AN_HOUR");
        }
        return LocalTime.ofSecondOfDay(60L * time.minute());
    }

    private static <T> @Nullable T changed(ArgumentValue<T> argument, @Nullable T now) {
        return argument.isOmitted() ? now : argument.value();
    }

    /// For what cannot be without a value: null leaves it too.
    private static <T> T kept(ArgumentValue<T> argument, T now) {
        return argument.asOptional().orElse(now);
    }
}
