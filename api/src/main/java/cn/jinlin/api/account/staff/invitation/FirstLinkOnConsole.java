package cn.jinlin.api.account.staff.invitation;

import java.io.PrintStream;

import cn.jinlin.api.account.staff.StaffSettings;
import cn.jinlin.api.account.staff.invitation.Invitations.Link;
import cn.jinlin.api.graphql.Scalars;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Prints the first administrator's link at the start. On the console and never into a log, for a log is kept and read by
/// others. Commands of the operator, which serve nobody, print none.
@Component
@ConditionalOnWebApplication
class FirstLinkOnConsole {

    private final FirstAdministrator first;
    private final StaffSettings settings;
    private final PrintStream console;

    FirstLinkOnConsole(FirstAdministrator first, StaffSettings settings) {
        this.first = first;
        this.settings = settings;
        this.console = System.out;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (settings.announceFirstLink()) {
            first.findLink().ifPresent(this::print);
        }
    }

    private void print(Link link) {
        console.println("还没有管理员。请在 " + link.expiresAt().atZone(Scalars.SHANGHAI)
                + " 之前打开此链接(仅能使用一次)。 There is no administrator yet. Open this link before then; it works once:");
        console.println(link.address());
    }
}
