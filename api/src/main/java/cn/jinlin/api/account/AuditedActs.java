package cn.jinlin.api.account;

import java.util.Locale;

import cn.jinlin.api.account.access.StaffActed;
import cn.jinlin.api.account.family.ProxyChanged;
import cn.jinlin.api.account.family.ProxyInvited;
import cn.jinlin.api.account.signin.SignInMeansChanged;
import cn.jinlin.api.ledger.Actor;
import cn.jinlin.api.ledger.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Puts on the audit trail what was done to accounts: by whom, to which id, why. In the transaction of the act.
@Component
class AuditedActs {

    private final Audit audit;

    AuditedActs(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void onLook(StaffActed acted) {
        audit.record("resident." + small(acted.act()),
                acted.resident() == null ? "Resident:unknown" : "Resident:" + acted.resident(),
                acted.reasonKind() == null ? null : acted.reasonKind().name());
    }

    @EventListener
    void onStaffWork(cn.jinlin.api.account.staff.StaffActed acted) {
        audit.record(plain(acted.act()), "Staff:" + acted.object(), acted.reason());
    }

    @EventListener
    void onInvitation(ProxyInvited invited) {
        audit.record("proxy.invite", "Proxy:" + invited.proxy(), null);
    }

    @EventListener
    void onProxy(ProxyChanged changed) {
        Actor actor = changed.actor() == null ? new Actor("service", Actor.Kind.SERVICE, null) : Actor.current();
        audit.record(actor, "proxy." + small(changed.change()), "Proxy:" + changed.proxy(), null);
    }

    @EventListener
    void onMeans(SignInMeansChanged changed) {
        audit.record("sign-in." + small(changed.change()), changed.subject().toString(), null);
    }

    /// A journal's kinds know no underscore.
    private static String plain(String act) {
        return act.replace('_', '-');
    }

    private static String small(Enum<?> what) {
        return plain(what.name().toLowerCase(Locale.ROOT));
    }
}
