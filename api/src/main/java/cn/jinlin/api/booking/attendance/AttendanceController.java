package cn.jinlin.api.booking.attendance;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Messages;
import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class AttendanceController {

    private final AttendanceService attendance;
    private final AppealService appeals;
    private final Messages messages;

    AttendanceController(AttendanceService attendance, AppealService appeals, Messages messages) {
        this.attendance = attendance;
        this.appeals = appeals;
        this.messages = messages;
    }

    @QueryMapping
    AttendanceInputs.Attendance myAttendance(@Argument @Nullable String person) {
        return attendance.get(person);
    }

    @QueryMapping
    AttendanceRule attendanceRule() {
        return attendance.rule();
    }

    @QueryMapping
    AttendanceAppealConnection attendanceAppeals(@Argument @Nullable String unit, @Argument int first,
            @Argument @Nullable String after) {
        return appeals.list(unit, first, after);
    }

    @MutationMapping
    AttendanceInputs.OfAttendance appealAbsence(@Argument AttendanceInputs.AppealAbsence input, Locale locale) {
        return tell(() -> attendance.appeal(input), AttendanceInputs.OfAttendance::new, locale);
    }

    @MutationMapping
    AttendanceInputs.OfAppeal decideAppeal(@Argument AttendanceInputs.Decide input, Locale locale) {
        return tell(() -> appeals.decide(input), AttendanceInputs.OfAppeal::new, locale);
    }

    @MutationMapping
    AttendanceInputs.OfRule updateAttendanceRule(@Argument AttendanceInputs.ChangeRule input, Locale locale) {
        return tell(() -> appeals.change(input), AttendanceInputs.OfRule::new, locale);
    }

    @MutationMapping
    AttendanceInputs.OfExemption exemptFromAttendance(@Argument AttendanceInputs.Exempt input, Locale locale) {
        return tell(() -> appeals.exempt(input), AttendanceInputs.OfExemption::new, locale);
    }

    private <T, P> P tell(Supplier<T> act, BiFunction<@Nullable T, List<UserError>, P> payload, Locale locale) {
        try {
            return payload.apply(act.get(), List.of());
        } catch (BadInput refused) {
            return payload.apply(null, List.of(messages.userError(refused, locale)));
        }
    }
}
