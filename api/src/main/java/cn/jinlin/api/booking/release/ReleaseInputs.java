package cn.jinlin.api.booking.release;

import java.util.List;

import cn.jinlin.api.graphql.UserError;
import org.jspecify.annotations.Nullable;

/// Inputs and payloads of releases.
final class ReleaseInputs {

    private ReleaseInputs() {}

    record EnterRoom(String release) {}

    record EnterLottery(String slot, @Nullable String person, int party) {}

    record LeaveLottery(String entry) {}

    /// @param service null for all that have no rule of their own
    record SetRule(@Nullable String service, int roomOpensMinutes, int admitsPerSecond, int roomLastsMinutes,
            int lotteryHoldHours, int noTransferHours) {}

    record OfRule(@Nullable ReleaseRule releaseRule, List<UserError> userErrors) {}

    record OfTicket(@Nullable ReleaseTicket ticket, List<UserError> userErrors) {}

    record OfEntry(@Nullable LotteryEntry entry, List<UserError> userErrors) {}

    /// @param slot null in a waiting room's line
    record Drawn(int place, long number, @Nullable Long slot, @Nullable Boolean won) {}
}
