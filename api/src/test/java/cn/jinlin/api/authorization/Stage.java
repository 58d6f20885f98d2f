package cn.jinlin.api.authorization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.account.person.People;
import cn.jinlin.api.account.staff.StaffMembers;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.personal.PersonalCipher;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.PeopleOfThree;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sets the scene of a cell anew, so that none depends on another.
@TestComponent
class Stage {

    private static final List<String> CLEARED = List.of("staff_delegation", "staff_duty", "staff_credential",
            "staff_totp", "staff_recovery_code", "staff_sign_in_try", "staff_ticket", "staff_invitation",
            "staff_identity", "staff", "sign_in_count");
    private static final List<String> OF_INVITED = List.of("renewStaffInvitation", "openStaffInvitation",
            "acceptStaffInvitation");

    private final JdbcClient jdbc;
    private final PeopleOfThree people;
    private final People profiles;
    private final StaffMembers members;
    private final PersonalCipher cipher;
    private final StageProps props;
    private final Clock clock;

    Stage(JdbcClient jdbc, PeopleOfThree people, People profiles, StaffMembers members, PersonalCipher cipher,
            StageProps props, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.profiles = profiles;
        this.members = members;
        this.cipher = cipher;
        this.props = props;
        this.clock = clock;
    }

    void clear() {
        jdbc.sql("delete from calendar_feed").update();
        people.clear();
        CLEARED.forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("delete from unit where kind <> 'DISTRICT'").update();
    }

    /// @param operation that will be asked; what only others need is left out
    Scene set(String operation) {
        clear();
        Map<UUID, List<String>> traces = new HashMap<>();
        String ownersPhone = Arguments.freshPhone();
        String proxysPhone = Arguments.freshPhone();
        UUID owner = resident("Owner", ownersPhone, traces);
        UUID proxy = resident("Proxy", proxysPhone, traces);
        UUID other = resident("Other", Arguments.freshPhone(), traces);
        UUID unit = unit("MAILBOX", "近处信箱");
        UUID otherUnit = unit("MAILBOX", "别处信箱");
        UUID member = member("Member", traces);
        UUID leader = member("Leader", traces);
        UUID colleague = member("Colleague", traces);
        Map<String, Object> values = new HashMap<>();
        var scene = new Scene(owner, proxy, other, member, leader, colleague, unit, otherUnit, values, traces);
        staff(operation, scene);
        props.place(operation, scene, ownersPhone, proxysPhone);
        return scene;
    }

    private UUID resident(String name, String phone, Map<UUID, List<String>> traces) {
        UUID id = people.signUp(phone, Purpose.HOME, Purpose.ACCESSIBILITY, Purpose.ACT_FOR_OTHER);
        String called = name + ' ' + id.toString().substring(0, 8);
        profiles.introduce(id, called, LocalDate.of(1950, 5, 1));
        traces.put(id, List.of(id.toString(), PeopleOfThree.id(id), called, phone));
        return id;
    }

    private UUID unit(String kind, String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into unit (id, kind, parent_id, name, created_at)
                select ?, ?, id, ?, ? from unit where kind = 'DISTRICT'""").params(id, kind, name, now()).update();
        return id;
    }

    /// With the password [Arguments#PASSWORD], because the own account asks for it.
    private UUID member(String name, Map<UUID, List<String>> traces) {
        UUID id = members.insert(name, name + "@example.cn");
        String called = name + ' ' + id.toString().substring(0, 8);
        members.activate(id, called);
        String userName = "m" + id.toString().substring(0, 8);
        jdbc.sql("""
                insert into staff_credential (staff_id, user_name_cipher, user_name_index, password_hash,
                    password_changed_at, must_change) values (?, ?, ?, ?, ?, false)""")
                .params(id, cipher.encrypt(StaffMembers.USER_NAME, userName),
                        cipher.blindIndex(StaffMembers.USER_NAME, userName), props.passwordHash(), now())
                .update();
        traces.put(id, List.of(id.toString(), GlobalId.of("Staff", id), GlobalId.of("StaffMember", id), called));
        return id;
    }

    private void staff(String operation, Scene scene) {
        UUID duty = duty(scene.member(), Role.MAILBOX_CLERK, scene.unit());
        UUID leading = duty(scene.leader(), Role.UNIT_LEADER, scene.unit());
        UUID delegation = UUID.randomUUID();
        jdbc.sql(
                "insert into staff_delegation (id, duty_id, to_staff, begins, ends, created_at) values (?, ?, ?, ?, ?, ?)")
                .params(delegation, leading, scene.member(), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 1), now())
                .update();
        if (operation.equals("reactivateStaff")) {
            jdbc.sql("update staff set state = 'SUSPENDED' where id = ?").param(scene.member()).update();
        }
        if (OF_INVITED.contains(operation)) {
            jdbc.sql("update staff set state = 'INVITED' where id = ?").param(scene.member()).update();
            jdbc.sql("delete from staff_credential where staff_id = ?").param(scene.member()).update();
            props.invite(operation, scene);
        }
        props.staff(scene, duty, leading, delegation);
    }

    private UUID duty(UUID staff, Role role, UUID unit) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into staff_duty (id, staff_id, role, unit_id, since) values (?, ?, ?, ?, ?)")
                .params(id, staff, role.name(), unit, now())
                .update();
        return id;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
