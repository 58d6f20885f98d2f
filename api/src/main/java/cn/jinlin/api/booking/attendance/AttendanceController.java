package cn.jinlin.api.booking.attendance;

import java.util.Locale;

import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.Messages;
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
    Connection<AttendanceInputs.AppealView> attendanceAppeals(@Argument @Nullable String unit, @Argument int first,
            @Argument @Nullable String after) {
        return appeals.list(unit, first, after);
    }

    @MutationMapping
    AttendanceInputs.OfAttendance appealAbsence(@Argument AttendanceInputs.AppealAbsence input, Locale locale) {
        return messages.tell(() -> attendance.appeal(input), AttendanceInputs.OfAttendance::new, locale);
    }

    @MutationMapping
    AttendanceInputs.OfAppeal decideAppeal(@Argument AttendanceInputs.Decide input, Locale locale) {
        return messages.tell(() -> appeals.decide(input), AttendanceInputs.OfAppeal::new, locale);
    }

    @MutationMapping
    AttendanceInputs.OfRule updateAttendanceRule(@Argument AttendanceInputs.ChangeRule input, Locale locale) {
        return messages.tell(() -> appeals.change(input), AttendanceInputs.OfRule::new, locale);
    }

    @MutationMapping
    AttendanceInputs.OfExemption exemptFromAttendance(@Argument AttendanceInputs.Exempt input, Locale locale) {
        return messages.tell(() -> appeals.exempt(input), AttendanceInputs.OfExemption::new, locale);
    }
}
