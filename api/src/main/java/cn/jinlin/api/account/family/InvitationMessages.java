package cn.jinlin.api.account.family;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.person.Profile;
import cn.jinlin.api.account.rights.PersonWork;
import cn.jinlin.api.personal.Masks;
import cn.jinlin.api.sms.SmsFailedException;
import cn.jinlin.api.sms.SmsSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells invited numbers, which need not belong to anybody known, by text message. Off the request path, so that inviting
/// takes as long for a known number as for an unknown one. Each is told at most once: marked before it is sent.
@Component
class InvitationMessages implements PersonWork {

    private static final Logger log = LoggerFactory.getLogger(InvitationMessages.class);
    private static final String TEMPLATE = "proxy_invitation";
    private static final int MOST_ATTEMPTS = 4;

    private final JdbcClient jdbc;
    private final Proxies proxies;
    private final People people;
    private final ObjectProvider<SmsSender> senders;
    private final Clock clock;

    InvitationMessages(JdbcClient jdbc, Proxies proxies, People people, ObjectProvider<SmsSender> senders,
            Clock clock) {
        this.jdbc = jdbc;
        this.proxies = proxies;
        this.people = people;
        this.senders = senders;
        this.clock = clock;
    }

    @Override
    public boolean doNext() {
        SmsSender sender = senders.getIfAvailable();
        return sender != null && claim().map(id -> tell(sender, proxies.get(id))).isPresent();
    }

    /// Those not told yet; after a failure 2, 4, 8 minutes after the invitation.
    private Optional<UUID> claim() {
        return jdbc.sql("""
                with next as (select id from proxy where state = 'INVITED' and told_at is null and phone_cipher is not null
                                 and tell_attempts < :most and answer_by > :now
                                 and (tell_attempts = 0 or invited_at + make_interval(mins => (2 ^ tell_attempts)::int) <= :now)
                               order by invited_at limit 1 for update skip locked)
                update proxy p set told_at = :now, tell_attempts = tell_attempts + 1 from next where p.id = next.id
                returning p.id""")
                .param("most", MOST_ATTEMPTS)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> UUID.fromString(row.getString(1)))
                .optional();
    }

    private Proxy tell(SmsSender sender, Proxy proxy) {
        Profile person = people.getProfile(proxy.person());
        String name = person.name() == null ? "" : Masks.name(person.name());
        if (proxy.phone() == null) {
            return proxy;
        }
        try {
            sender.send(proxy.phone(), TEMPLATE, person.language(), Map.of("name", name));
        } catch (SmsFailedException failed) {
            log.warn("The invitation {} could not be sent: {}", proxy.id(), failed.getMessage());
            if (!failed.permanent()) {
                jdbc.sql("update proxy set told_at = null where id = ?").param(proxy.id()).update();
            }
        }
        return proxy;
    }
}
