package cn.jinlin.api.account.staff;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

import cn.jinlin.api.account.staff.StaffPayloads.OfDelegation;
import cn.jinlin.api.account.staff.StaffPayloads.OfHandOver;
import cn.jinlin.api.account.staff.StaffPayloads.OfMember;
import cn.jinlin.api.account.staff.StaffPayloads.OfSuspension;
import cn.jinlin.api.account.staff.StaffPayloads.WorkCount;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.Connection;
import cn.jinlin.api.graphql.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class StaffController {

    private static final int MOST = 100;

    private final StaffViews views;
    private final DutyService duties;
    private final SuspensionService suspensions;
    private final Messages messages;

    StaffController(StaffViews views, DutyService duties, SuspensionService suspensions, Messages messages) {
        this.views = views;
        this.duties = duties;
        this.suspensions = suspensions;
        this.messages = messages;
    }

    @QueryMapping
    Connection<StaffView> staffMembers(@Argument int first, @Argument @Nullable String after,
            @Argument @Nullable String unit, @Argument @Nullable StaffState state, Locale locale) {
        return views.page(unit == null ? null : StaffInputs.unitKey(unit, "unit"), state,
                Connection.Request.of(first, after, MOST), locale);
    }

    @MutationMapping
    OfMember assignDuty(@Argument StaffInputs.Assign input, Locale locale) {
        return member(() -> duties.assign(StaffInputs.member(input.staffMember(), "staffMember"),
                input.duty().read("duty")), locale);
    }

    @MutationMapping
    OfMember withdrawDuty(@Argument StaffInputs.Id input, Locale locale) {
        return member(() -> duties.withdraw(StaffTexts.key(HeldDuty.TYPE, input.id(), "id", "UNKNOWN_DUTY")), locale);
    }

    @MutationMapping
    OfMember reactivateStaff(@Argument StaffInputs.Id input, Locale locale) {
        return member(() -> {
            UUID staff = StaffInputs.member(input.id(), "id");
            suspensions.reactivate(staff);
            return staff;
        }, locale);
    }

    @MutationMapping
    OfDelegation delegateDuty(@Argument StaffInputs.Delegate input, Locale locale) {
        return delegation(() -> duties.delegate(
                StaffTexts.key(HeldDuty.TYPE, input.duty(), "duty", "UNKNOWN_DUTY"),
                StaffInputs.member(input.to(), "to"), input.begins(), input.ends()), locale);
    }

    @MutationMapping
    OfDelegation endDelegation(@Argument StaffInputs.Id input, Locale locale) {
        return delegation(() -> duties
                .endDelegation(StaffTexts.key(Delegation.TYPE, input.id(), "id", "UNKNOWN_DELEGATION")), locale);
    }

    @MutationMapping
    OfSuspension suspendStaff(@Argument StaffInputs.Suspend input, Locale locale) {
        UUID staff = null;
        try {
            staff = StaffInputs.member(input.id(), "id");
            suspensions.suspend(staff, input.reason(),
                    input.successor() == null ? null : StaffInputs.member(input.successor(), "successor"),
                    input.leaveWork());
            return new OfSuspension(views.get(staff, locale), counts(suspensions.openWork(staff), locale), List.of());
        } catch (BadInput refused) {
            return new OfSuspension(null,
                    staff == null ? List.of() : counts(suspensions.openWork(staff), locale),
                    List.of(messages.userError(refused, locale)));
        }
    }

    @MutationMapping
    OfHandOver handOverWork(@Argument StaffInputs.HandOver input, Locale locale) {
        try {
            SuspensionService.HandedOver done = suspensions.handOver(StaffInputs.member(input.from(), "from"),
                    StaffInputs.member(input.to(), "to"));
            return new OfHandOver(counts(done.moved(), locale), counts(done.left(), locale), List.of());
        } catch (BadInput refused) {
            return new OfHandOver(List.of(), List.of(), List.of(messages.userError(refused, locale)));
        }
    }

    private List<WorkCount> counts(List<SuspensionService.Pieces> work, Locale locale) {
        return work.stream()
                .map(pieces -> new WorkCount(messages.get(pieces.kind(), locale), pieces.count()))
                .toList();
    }

    private OfMember member(Supplier<UUID> act, Locale locale) {
        return messages.tell(() -> views.get(act.get(), locale), OfMember::new, locale);
    }

    private OfDelegation delegation(Supplier<Delegation> act, Locale locale) {
        return messages.tell(() -> StaffView.OfDelegation.of(act.get(), locale), OfDelegation::new, locale);
    }
}
