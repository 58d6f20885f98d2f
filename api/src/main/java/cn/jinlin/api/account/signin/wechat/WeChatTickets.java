package cn.jinlin.api.account.signin.wechat;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.personal.PersonalCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Identities that WeChat has proven and that wait for their phone. A ticket serves once; the record keeps its hash alone.
@Repository
public class WeChatTickets {

    private static final String OPEN_ID = "wechat_ticket.openid";
    private static final String UNION_ID = "wechat_ticket.unionid";
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final WeChatBindings bindings;
    private final WeChatSettings settings;
    private final Clock clock;

    WeChatTickets(JdbcClient jdbc, PersonalCipher cipher, WeChatBindings bindings, WeChatSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.bindings = bindings;
        this.settings = settings;
        this.clock = clock;
    }

    /// Redeems a ticket: its identity signs that resident in from now on. Part of the caller's transaction, which is to be
    /// undone when it is refused.
    ///
    /// @return why it was refused: `ticket_invalid`, `wechat_bound_elsewhere`, `other_wechat_bound`
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> bind(String ticket, UUID resident) {
        Optional<WeChatIdentity> identity = jdbc.sql("""
                delete from wechat_ticket where ticket_hash = ? and expires_at > ?
                returning app_id, openid_cipher, unionid_cipher
                """)
                .param(hash(ticket))
                .param(Timestamp.from(clock.instant()))
                .query((row, _) -> {
                    byte[] unionId = row.getBytes("unionid_cipher");
                    return new WeChatIdentity(row.getString("app_id"),
                            cipher.decrypt(OPEN_ID, row.getBytes("openid_cipher")),
                            unionId == null ? null : cipher.decrypt(UNION_ID, unionId));
                })
                .optional();
        return identity.isEmpty()
                ? Optional.of("ticket_invalid")
                : bindings.bind(resident, identity.get()).map(code -> code.toLowerCase(Locale.ROOT));
    }

    /// @return the ticket, 43 characters
    String issue(WeChatIdentity identity) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String unionId = identity.unionId();
        jdbc.sql("""
                insert into wechat_ticket (ticket_hash, app_id, openid_cipher, unionid_cipher, expires_at)
                values (:hash, :app, :openId, :unionId, :expires)
                """)
                .param("hash", hash(ticket))
                .param("app", identity.appId())
                .param("openId", cipher.encrypt(OPEN_ID, identity.openId()))
                .param("unionId", unionId == null ? null : cipher.encrypt(UNION_ID, unionId))
                .param("expires", Timestamp.from(clock.instant().plus(settings.ticketLife())))
                .update();
        return ticket;
    }

    private byte[] hash(String ticket) {
        return cipher.blindIndex("wechat_ticket", ticket);
    }
}
