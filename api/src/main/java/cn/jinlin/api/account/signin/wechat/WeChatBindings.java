package cn.jinlin.api.account.signin.wechat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.account.signin.SignInMeansChanged;
import cn.jinlin.api.account.signin.SignInMeansChanged.Change;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.security.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which WeChat identity belongs to which resident: one resident each, and one identity a mini-program each.
@Repository
public class WeChatBindings {

    private static final String OPEN_ID = "wechat_identity.openid";
    private static final String UNION_ID = "wechat_identity.unionid";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WeChatBindings(JdbcClient jdbc, PersonalCipher cipher, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.events = events;
        this.clock = clock;
    }

    /// By which WeChat's messages reach a resident; personal data.
    ///
    /// @param appId of the mini-program that sends them
    public Optional<String> findOpenId(UUID resident, String appId) {
        return jdbc.sql("select openid_cipher from wechat_identity where resident_id = ? and app_id = ?")
                .param(resident)
                .param(appId)
                .query((row, _) -> cipher.decrypt(OPEN_ID, row.getBytes("openid_cipher")))
                .optional();
    }

    public List<WeChatBinding> list(UUID resident) {
        return jdbc.sql("select id, bound_at from wechat_identity where resident_id = ? order by bound_at desc")
                .param(resident)
                .query(WeChatBindings::read)
                .list();
    }

    Optional<WeChatBinding> find(UUID resident, WeChatIdentity identity) {
        return jdbc.sql(
                "select id, bound_at from wechat_identity where resident_id = ? and app_id = ? and openid_index = ?")
                .param(resident)
                .param(identity.appId())
                .param(index(identity))
                .query(WeChatBindings::read)
                .optional();
    }

    /// Takes away every identity of a resident: for erasure.
    public void forget(UUID resident) {
        jdbc.sql("delete from wechat_identity where resident_id = ?").param(resident).update();
    }

    Optional<UUID> findResident(WeChatIdentity identity) {
        return jdbc.sql("select resident_id from wechat_identity where app_id = ? and openid_index = ?")
                .param(identity.appId())
                .param(index(identity))
                .query(UUID.class)
                .optional();
    }

    /// Binding what is bound already changes nothing.
    ///
    /// @return why it was refused: `WECHAT_BOUND_ELSEWHERE` when it signs another resident in, `OTHER_WECHAT_BOUND` when
    ///         another identity of the same mini-program signs this one in
    @Transactional
    Optional<String> bind(UUID resident, WeChatIdentity identity) {
        String unionId = identity.unionId();
        int written = jdbc.sql("""
                insert into wechat_identity
                    (id, resident_id, app_id, openid_index, openid_cipher, unionid_index, unionid_cipher, bound_at)
                values (:id, :resident, :app, :index, :openId, :unionIndex, :unionId, :now) on conflict do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("resident", resident)
                .param("app", identity.appId())
                .param("index", index(identity))
                .param("openId", cipher.encrypt(OPEN_ID, identity.openId()))
                .param("unionIndex", unionId == null ? null : cipher.blindIndex(UNION_ID, unionId))
                .param("unionId", unionId == null ? null : cipher.encrypt(UNION_ID, unionId))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (written == 1) {
            publish(resident, Change.WECHAT_BOUND);
            return Optional.empty();
        }
        Optional<UUID> owner = findResident(identity);
        if (owner.isEmpty()) {
            return Optional.of("OTHER_WECHAT_BOUND");
        }
        return owner.get().equals(resident) ? Optional.empty() : Optional.of("WECHAT_BOUND_ELSEWHERE");
    }

    /// @return false when that resident has no such binding
    @Transactional
    boolean unbind(UUID resident, UUID binding) {
        boolean was = jdbc.sql("delete from wechat_identity where id = ? and resident_id = ?")
                .param(binding)
                .param(resident)
                .update() == 1;
        if (was) {
            publish(resident, Change.WECHAT_UNBOUND);
        }
        return was;
    }

    private static WeChatBinding read(ResultSet row, int number) throws SQLException {
        return new WeChatBinding(row.getObject("id", UUID.class), row.getTimestamp("bound_at").toInstant());
    }

    private void publish(UUID resident, Change change) {
        events.publishEvent(new SignInMeansChanged(new Subject(Subject.Kind.RESIDENT, resident), change));
    }

    private byte[] index(WeChatIdentity identity) {
        return cipher.blindIndex(OPEN_ID, identity.appId() + ":" + identity.openId());
    }
}
