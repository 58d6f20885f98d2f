package cn.jinlin.api.account.consent;

import cn.jinlin.api.security.Subject;
import org.jspecify.annotations.Nullable;

/// Who decided, and how.
///
/// @param paperNumber of the signed paper; for [ConsentChannel#PAPER] alone
public record Decision(ConsentChannel channel, Subject actor, @Nullable String paperNumber) {

    public static Decision online(Subject resident) {
        return new Decision(ConsentChannel.ONLINE, resident, null);
    }

    public static Decision paper(Subject staff, String paperNumber) {
        return new Decision(ConsentChannel.PAPER, staff, paperNumber);
    }

    public static Decision guardian(Subject guardian) {
        return new Decision(ConsentChannel.GUARDIAN, guardian, null);
    }
}
