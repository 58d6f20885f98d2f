package cn.jinlin.api.account.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.TestTokens;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two mailboxes, an administrator, and whoever else a test needs; and letters that lie with them.
@TestComponent
public class StaffOfThree implements OpenWork {

    public static final Duty ADMIN = new Duty(Role.DISTRICT_ADMIN, null);

    private final JdbcClient jdbc;
    private final Units units;
    private final StaffMembers members;
    private final Duties duties;
    private final TestTokens tokens;
    private final MovableClock clock;
    private final Map<UUID, Integer> letters = new ConcurrentHashMap<>();
    private final List<Object> heard = new ArrayList<>();

    StaffOfThree(JdbcClient jdbc, Units units, StaffMembers members, Duties duties, TestTokens tokens,
            MovableClock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.members = members;
        this.duties = duties;
        this.tokens = tokens;
        this.clock = clock;
    }

    public void clear() {
        jdbc.sql("""
                truncate staff, staff_duty, staff_delegation, staff_credential, staff_totp, staff_recovery_code,
                    staff_sign_in_try, staff_ticket, staff_invitation, staff_identity, staff_oidc_attempt""").update();
        jdbc.sql("delete from unit where kind <> 'DISTRICT'").update();
        letters.clear();
        heard.clear();
        clock.reset();
    }

    public UUID mailbox(String name) {
        return units.insert(UnitKind.MAILBOX, units.district().id(), name, null, null);
    }

    /// Somebody at work with these duties.
    public UUID member(String name, Duty... held) {
        UUID id = members.insert(name, "staff@example.cn");
        members.activate(id, name);
        for (Duty duty : held) {
            duties.insert(id, duty);
        }
        return id;
    }

    /// A token with what that member may do now.
    public String token(UUID member) {
        return tokens.staff(member, duties.listDuties(member).toArray(Duty[]::new));
    }

    public static String id(UUID member) {
        return GlobalId.of(StaffMember.TYPE, member);
    }

    public static String unitId(UUID unit) {
        return GlobalId.of(Unit.TYPE, unit);
    }

    /// The duty that a member holds; they hold one.
    String dutyId(UUID member) {
        return GlobalId.of(HeldDuty.TYPE,
                duties.listOf(List.of(member)).getOrDefault(member, List.of()).getFirst().id());
    }

    void putLetters(UUID member, int count) {
        letters.put(member, count);
    }

    /// What was published of a kind, in order.
    public <T> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @EventListener
    void hear(DutiesChanged changed) {
        heard.add(changed);
    }

    @EventListener
    void hear(StaffLockedOut lockedOut) {
        heard.add(lockedOut);
    }

    @Override
    public String kind() {
        return "STAFF_UNIT_UNKNOWN";
    }

    @Override
    public int count(UUID staff) {
        return letters.getOrDefault(staff, 0);
    }

    @Override
    public int move(UUID from, UUID to) {
        int moved = count(from);
        letters.put(from, 0);
        letters.merge(to, moved, Integer::sum);
        return moved;
    }
}
