package cn.jinlin.api.account.staff;

import java.util.List;

import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// What came of mutations: the object as it now stands, or why they were refused.
public final class StaffPayloads {

    private StaffPayloads() {}

    record OfUnit(StaffView.@Nullable OfUnit unit, List<UserError> userErrors) {}

    /// A member of staff.
    public record OfMember(@Nullable StaffView staffMember, List<UserError> userErrors) {}

    record OfDelegation(StaffView.@Nullable OfDelegation delegation, List<UserError> userErrors) {}

    record WorkCount(String kind, int count) {}

    record OfSuspension(@Nullable StaffView staffMember, List<WorkCount> openWork, List<UserError> userErrors) {}

    record OfHandOver(List<WorkCount> moved, List<WorkCount> left, List<UserError> userErrors) {}
}
