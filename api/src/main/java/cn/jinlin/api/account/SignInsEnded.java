package cn.jinlin.api.account;

import cn.jinlin.api.account.rights.ResidentErased;
import cn.jinlin.api.account.signin.SignInMeansChanged;
import cn.jinlin.api.account.staff.DutiesChanged;
import cn.jinlin.api.security.Sessions;
import cn.jinlin.api.security.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Signs people out everywhere when what their tokens say is no longer true. Within the transaction that changes it: one
/// is never without the other.
@Component
class SignInsEnded {

    private final Sessions sessions;

    SignInsEnded(Sessions sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void onErasure(ResidentErased erased) {
        sessions.endAll(new Subject(Subject.Kind.RESIDENT, erased.resident()));
    }

    @EventListener
    void onOtherDuties(DutiesChanged changed) {
        sessions.endAll(new Subject(Subject.Kind.STAFF, changed.staff()));
    }

    /// Whoever had the old number may have been signed in with it.
    @EventListener(condition = "#changed.change().name() == 'PHONE_CHANGED'")
    void onOtherPhone(SignInMeansChanged changed) {
        sessions.endAll(changed.subject());
    }
}
