package cn.jinlin.api.booking.release;

import java.sql.Types;

import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.ledger.Audit;
import cn.jinlin.api.security.Access;
import cn.jinlin.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How places go out, as the district's administrators decide it. What was drawn already stays as it was.
@Service
class ReleaseRules {

    private final JdbcClient jdbc;
    private final Releases releases;
    private final Access access;
    private final Audit audit;

    ReleaseRules(JdbcClient jdbc, Releases releases, Access access, Audit audit) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.access = access;
        this.audit = audit;
    }

    /// @param service null for all that have no rule of their own
    ReleaseRule get(@Nullable Long service) {
        access.require(Role.DISTRICT_ADMIN);
        return releases.rule(service == null ? 0 : service);
    }

    /// @throws BadInput NUMBER_OUT_OF_RANGE, UNKNOWN_SERVICE
    @Transactional
    ReleaseRule set(@Nullable Long service, ReleaseInputs.SetRule input) {
        access.require(Role.DISTRICT_ADMIN);
        requireBetween(input.roomOpensMinutes(), 1, 1440, "roomOpensMinutes");
        requireBetween(input.admitsPerSecond(), 1, 10_000, "admitsPerSecond");
        requireBetween(input.roomLastsMinutes(), 1, 1440, "roomLastsMinutes");
        requireBetween(input.lotteryHoldHours(), 1, 168, "lotteryHoldHours");
        requireBetween(input.noTransferHours(), 0, 720, "noTransferHours");
        if (service != null && !isThere(service)) {
            throw new BadInput("input.service", "UNKNOWN_SERVICE");
        }
        jdbc.sql("delete from release_rule where service_id is not distinct from :service::bigint")
                .param("service", service, Types.BIGINT)
                .update();
        jdbc.sql("""
                insert into release_rule (service_id, room_opens, room_per_second, room_lasts, lottery_hold, transfer_hours)
                values (:service, :opens, :perSecond, :lasts, :hold, :transfer)""")
                .param("service", service, Types.BIGINT)
                .param("opens", input.roomOpensMinutes())
                .param("perSecond", input.admitsPerSecond())
                .param("lasts", input.roomLastsMinutes())
                .param("hold", input.lotteryHoldHours())
                .param("transfer", input.noTransferHours())
                .update();
        audit.record("release.set-rule", "BookableService:" + (service == null ? "all" : service), null);
        return get(service);
    }

    private boolean isThere(long service) {
        return jdbc.sql("select exists (select from bookable_service where id = ?)")
                .param(service)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private static void requireBetween(int number, int least, int most, String field) {
        if (number < least || number > most) {
            throw new BadInput("input." + field, "NUMBER_OUT_OF_RANGE", least, most);
        }
    }
}
