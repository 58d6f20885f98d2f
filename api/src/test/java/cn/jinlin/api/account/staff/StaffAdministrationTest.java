package cn.jinlin.api.account.staff;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static cn.jinlin.api.account.staff.StaffOfThree.id;
import static cn.jinlin.api.account.staff.StaffOfThree.unitId;
import static org.assertj.core.api.Assertions.assertThat;

@StaffTest
class StaffAdministrationTest {

    @Autowired
    private GraphQl graphQl;
    @Autowired
    private StaffOfThree staff;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private Duties duties;
    @Autowired
    private MovableClock clock;

    private UUID mailbox = new UUID(0, 1);
    private UUID other = new UUID(0, 2);
    private UUID admin = new UUID(0, 3);

    @BeforeEach
    void twoMailboxesAndAnAdministrator() {
        staff.clear();
        mailbox = staff.mailbox("区长信箱");
        other = staff.mailbox("局长信箱");
        admin = staff.member("管理员", StaffOfThree.ADMIN);
    }

    private GraphQl.Answer act(String mutation, String type, Map<String, ?> input, @Nullable String token) {
        return graphQl.send("mutation($input: %s!) { %s(input: $input) { userErrors { code field message } } }"
                .formatted(type, mutation), Map.of("input", input), "en", token);
    }

    private @Nullable String refusal(String mutation, String type, Map<String, ?> input, UUID asker) {
        var errors = act(mutation, type, input, staff.token(asker)).data(mutation + "/userErrors");
        return errors.isEmpty() ? null : errors.get(0).get("code").asString();
    }

    private Map<String, Map<String, ?>> everyMutation(UUID somebody) {
        Map<String, Object> duty = Map.of("role", "MAILBOX_CLERK", "unit", unitId(mailbox));
        return Map.ofEntries(Map.entry("createUnit:CreateUnitInput", Map.of("kind", "MAILBOX", "name", "x")),
                Map.entry("renameUnit:RenameUnitInput", Map.of("id", unitId(mailbox), "name", "x")),
                Map.entry("closeUnit:CloseUnitInput", Map.of("id", unitId(mailbox))),
                Map.entry("inviteStaff:InviteStaffInput", Map.of("name", "x", "duties", List.of(duty))),
                Map.entry("renewStaffInvitation:RenewStaffInvitationInput", Map.of("id", id(somebody))),
                Map.entry("assignDuty:AssignDutyInput", Map.of("staffMember", id(somebody), "duty", duty)),
                Map.entry("withdrawDuty:WithdrawDutyInput", Map.of("id", staff.dutyId(somebody))),
                Map.entry("delegateDuty:DelegateDutyInput",
                        Map.of("duty", staff.dutyId(somebody), "to", id(admin), "begins", "2026-09-29", "ends",
                                "2026-09-30")),
                Map.entry("suspendStaff:SuspendStaffInput", Map.of("id", id(somebody), "reason", "because")),
                Map.entry("reactivateStaff:ReactivateStaffInput", Map.of("id", id(somebody))),
                Map.entry("handOverWork:HandOverWorkInput", Map.of("from", id(somebody), "to", id(admin))),
                Map.entry("resetStaffSignIn:ResetStaffSignInInput", Map.of("id", id(somebody))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"visitor", "resident", "clerk of the unit"})
    void nobodyButAnAdministratorChangesUnitsOrStaff(String who) {
        UUID clerk = staff.member("职员", new Duty(Role.MAILBOX_CLERK, mailbox));
        String token = switch (who) {
            case "visitor" -> null;
            case "resident" -> tokens.resident(UUID.randomUUID());
            default -> staff.token(clerk);
        };
        everyMutation(clerk).forEach((name, input) -> {
            String[] parts = name.split(":");
            assertThat(act(parts[0], parts[1], input, token).error().at("/extensions/code").asString()).as(name)
                    .isEqualTo("visitor".equals(who) ? "UNAUTHORIZED" : "FORBIDDEN");
        });
    }

    @Test
    void aLeaderSeesTheirOwnUnitAndNoOther() {
        UUID leader = staff.member("主任", new Duty(Role.UNIT_LEADER, mailbox));
        staff.member("职员", new Duty(Role.MAILBOX_CLERK, other));
        String members = "query($unit: ID) { staffMembers(unit: $unit) { totalCount nodes { name userName mail } } }";

        GraphQl.Answer own = graphQl.send(members, Map.of("unit", unitId(mailbox)), "en", staff.token(leader));
        assertThat(own.data("staffMembers/totalCount").asInt()).isEqualTo(1);
        assertThat(own.data("staffMembers/nodes/0/mail").asString()).isEqualTo("s***@example.cn");
        assertThat(graphQl.send(members, Map.of("unit", unitId(other)), "en", staff.token(leader))
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
        assertThat(graphQl.send(members, Map.of(), "en", staff.token(leader)).error().at("/extensions/code").asString())
                .isEqualTo("FORBIDDEN");
        assertThat(graphQl.send("{ units { nodes { nameZh } } }", Map.of(), "en", staff.token(leader))
                .data("units/nodes")
                .toString()).isEqualTo("[{\"nameZh\":\"区长信箱\"}]");
    }

    @Test
    void pagesOfMembersJoinWithoutGapOrRepetition() {
        for (int i = 0; i < 4; i++) {
            staff.member("职员" + i);
        }
        String page = "query($after: String) { staffMembers(first: 2, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } totalCount } }";
        var names = new java.util.ArrayList<String>();
        String after = "";
        boolean more = true;
        while (more) {
            GraphQl.Answer answer = graphQl.send(page, after.isEmpty() ? Map.of() : Map.of("after", after), "en",
                    staff.token(admin));
            answer.data("staffMembers/nodes").forEach(node -> names.add(node.get("name").asString()));
            after = answer.data("staffMembers/pageInfo/endCursor").asString();
            more = answer.data("staffMembers/pageInfo/hasNextPage").asBoolean();
        }
        assertThat(names).containsExactly("管理员", "职员0", "职员1", "职员2", "职员3");
    }

    @Test
    void aRoleIsGivenOnlyWhereThereIsSuchWork() {
        UUID clerk = staff.member("职员");
        assertThat(assign(clerk, "FACILITY_DESK", mailbox)).isEqualTo("NO_SUCH_ROLE_IN_THE_UNIT");
        assertThat(assign(clerk, "DISTRICT_ADMIN", mailbox)).isEqualTo("ADMIN_OF_THE_DISTRICT_ONLY");
        assertThat(assign(clerk, "MAILBOX_CLERK", UUID.randomUUID())).isEqualTo("STAFF_UNIT_UNKNOWN");
        assertThat(assign(clerk, "MAILBOX_CLERK", mailbox)).isNull();
        assertThat(assign(clerk, "MAILBOX_CLERK", mailbox)).isEqualTo("DUTY_HELD_ALREADY");
        assertThat(duties.listDuties(clerk)).containsExactly(new Duty(Role.MAILBOX_CLERK, mailbox));
        assertThat(staff.heard(DutiesChanged.class)).containsExactly(new DutiesChanged(clerk));
    }

    private @Nullable String assign(UUID to, String role, UUID unit) {
        return refusal("assignDuty", "AssignDutyInput",
                Map.of("staffMember", id(to), "duty", Map.of("role", role, "unit", unitId(unit))), admin);
    }

    @Test
    void anAdministratorNeitherRaisesNorShutsOutThemselves() {
        staff.member("另一位", StaffOfThree.ADMIN);
        assertThat(assign(admin, "MAILBOX_REVIEWER", mailbox)).isEqualTo("NOT_ONESELF");
        assertThat(refusal("withdrawDuty", "WithdrawDutyInput", Map.of("id", staff.dutyId(admin)), admin))
                .isEqualTo("NOT_ONESELF");
        assertThat(refusal("suspendStaff", "SuspendStaffInput", Map.of("id", id(admin), "reason", "because"), admin))
                .isEqualTo("NOT_ONESELF");
    }

    @Test
    void theLastAdministratorStaysOne() {
        String operator = tokens.staff(new UUID(0, 0), StaffOfThree.ADMIN);
        assertThat(act("withdrawDuty", "WithdrawDutyInput", Map.of("id", staff.dutyId(admin)), operator)
                .data("withdrawDuty/userErrors/0/code")
                .asString()).isEqualTo("LAST_ADMINISTRATOR");
        assertThat(act("suspendStaff", "SuspendStaffInput", Map.of("id", id(admin), "reason", "because"), operator)
                .data("suspendStaff/userErrors/0/code")
                .asString()).isEqualTo("LAST_ADMINISTRATOR");
        assertThat(duties.listDuties(admin)).containsExactly(StaffOfThree.ADMIN);
    }

    @Test
    void ofTwoAdministratorsWhoRemoveEachOtherAtOnceOneStays() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID second = staff.member("另一位", StaffOfThree.ADMIN);
            UUID first = staff.member("这一位", StaffOfThree.ADMIN);
            refusal("withdrawDuty", "WithdrawDutyInput", Map.of("id", staff.dutyId(admin)), first);
            String tokenOfFirst = staff.token(first);
            String tokenOfSecond = staff.token(second);
            Callable<GraphQl.Answer> one = () -> act("withdrawDuty", "WithdrawDutyInput",
                    Map.of("id", staff.dutyId(second)), tokenOfFirst);
            Callable<GraphQl.Answer> two = () -> act("withdrawDuty", "WithdrawDutyInput",
                    Map.of("id", staff.dutyId(first)), tokenOfSecond);
            try (var both = Executors.newFixedThreadPool(2)) {
                both.invokeAll(List.of(one, two));
            }
            assertThat(duties.listDuties(first).size() + duties.listDuties(second).size()).isEqualTo(1);
            admin = duties.listDuties(first).isEmpty() ? second : first;
        }
    }

    @Test
    void aDelegationRunsForItsDaysAndNoLonger() {
        UUID leader = staff.member("主任", new Duty(Role.UNIT_LEADER, mailbox));
        UUID deputy = staff.member("副主任");
        assertThat(delegate(leader, deputy, leader, "2026-09-30", "2026-10-01")).isNull();

        assertThat(duties.listDuties(deputy)).isEmpty();
        clock.pass(Duration.ofHours(14));
        assertThat(duties.listDuties(deputy)).containsExactly(new Duty(Role.UNIT_LEADER, mailbox));
        clock.pass(Duration.ofHours(47));
        assertThat(duties.listDuties(deputy)).containsExactly(new Duty(Role.UNIT_LEADER, mailbox));
        clock.pass(Duration.ofHours(1));
        assertThat(duties.listDuties(deputy)).isEmpty();
    }

    private @Nullable String delegate(UUID holder, UUID to, UUID asker, String begins, String ends) {
        return refusal("delegateDuty", "DelegateDutyInput",
                Map.of("duty", staff.dutyId(holder), "to", id(to), "begins", begins, "ends", ends), asker);
    }

    @Test
    void aDelegationEndsWithTheDutyWithItsHolderAndByHand() {
        UUID leader = staff.member("主任", new Duty(Role.UNIT_LEADER, mailbox));
        UUID deputy = staff.member("副主任");
        delegate(leader, deputy, leader, "2026-09-29", "2026-10-30");
        assertThat(duties.listDuties(deputy)).hasSize(1);

        refusal("suspendStaff", "SuspendStaffInput", Map.of("id", id(leader), "reason", "on leave"), admin);
        assertThat(duties.listDuties(deputy)).isEmpty();
        assertThat(staff.heard(DutiesChanged.class)).contains(new DutiesChanged(leader), new DutiesChanged(deputy));
        refusal("reactivateStaff", "ReactivateStaffInput", Map.of("id", id(leader)), admin);
        assertThat(duties.listDuties(deputy)).hasSize(1);

        String delegation = graphQl.send("""
                query($unit: ID) { staffMembers(unit: $unit) { nodes { delegatedAway { id toName } } } }""",
                Map.of("unit", unitId(mailbox)), "en", staff.token(leader))
                .data("staffMembers/nodes/0/delegatedAway/0/id")
                .asString();
        UUID stranger = staff.member("旁人", new Duty(Role.UNIT_LEADER, other));
        assertThat(act("endDelegation", "EndDelegationInput", Map.of("id", delegation), staff.token(stranger)).error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
        assertThat(refusal("endDelegation", "EndDelegationInput", Map.of("id", delegation), deputy)).isNull();
        assertThat(duties.listDuties(deputy)).isEmpty();
    }

    @Test
    void aDelegationNeverExceedsWhatOneHoldsAndIsNotPassedOn() {
        UUID leader = staff.member("主任", new Duty(Role.UNIT_LEADER, mailbox));
        UUID deputy = staff.member("副主任", new Duty(Role.UNIT_LEADER, other));
        UUID third = staff.member("第三人");
        assertThat(delegate(admin, deputy, admin, "2026-09-29", "2026-09-30"))
                .isEqualTo("ADMINISTRATION_IS_NOT_DELEGATED");
        assertThat(delegate(leader, leader, leader, "2026-09-29", "2026-09-30")).isEqualTo("DELEGATE_TO_ANOTHER");
        assertThat(delegate(leader, deputy, leader, "2026-09-28", "2026-09-30")).isEqualTo("DATE_PAST");
        assertThat(delegate(leader, deputy, leader, "2026-09-29", "2028-09-30")).isEqualTo("DELEGATION_TOO_LONG");
        assertThat(delegate(leader, deputy, leader, "2026-09-29", "2026-09-30")).isNull();

        assertThat(delegate(leader, third, deputy, "2026-09-29", "2026-09-30")).isEqualTo("UNKNOWN_DUTY");
        assertThat(duties.listDuties(third)).isEmpty();
    }

    @Test
    void whoeverHasOpenWorkIsSuspendedWithASuccessorOrAWordThatItMayStay() {
        UUID clerk = staff.member("职员", new Duty(Role.MAILBOX_CLERK, mailbox));
        UUID colleague = staff.member("同事", new Duty(Role.MAILBOX_CLERK, mailbox));
        staff.putLetters(clerk, 3);

        assertThat(refusal("suspendStaff", "SuspendStaffInput", Map.of("id", id(clerk), "reason", "left us"), admin))
                .isEqualTo("OPEN_WORK_LEFT");
        assertThat(duties.listDuties(clerk)).hasSize(1);
        assertThat(refusal("suspendStaff", "SuspendStaffInput",
                Map.of("id", id(clerk), "reason", "left us", "successor", id(colleague)), admin)).isNull();
        assertThat(staff.count(colleague)).isEqualTo(3);
        assertThat(duties.listDuties(clerk)).isEmpty();
        assertThat(refusal("suspendStaff", "SuspendStaffInput",
                Map.of("id", id(colleague), "reason", "left us too", "leaveWork", true), admin)).isNull();
    }

    @Test
    void aSuccessorThatIsNoneTellsNobodyHowMuchWorkSomebodyHas() {
        UUID clerk = staff.member("职员", new Duty(Role.MAILBOX_CLERK, mailbox));
        staff.putLetters(clerk, 3);
        Map<String, ?> input = Map.of("id", id(clerk), "reason", "left us", "successor", "none");

        assertThat(act("suspendStaff", "SuspendStaffInput", input, null).error().at("/extensions/code").asString())
                .isEqualTo("UNAUTHORIZED");
        assertThat(refusal("suspendStaff", "SuspendStaffInput", input, admin)).isEqualTo("UNKNOWN_STAFF");
    }

    @Test
    void aUnitClosesAfterThoseBelowItAndTakesItsDutiesAlong() {
        UUID clerk = staff.member("职员", new Duty(Role.MAILBOX_CLERK, mailbox));
        assertThat(refusal("createUnit", "CreateUnitInput",
                Map.of("kind", "DEPARTMENT", "name", "信访科", "parent", unitId(mailbox)), admin)).isNull();
        assertThat(refusal("closeUnit", "CloseUnitInput", Map.of("id", unitId(mailbox)), admin))
                .isEqualTo("UNITS_BELOW_ARE_OPEN");
        String below = graphQl
                .send("{ units(kind: DEPARTMENT) { nodes { id } } }", Map.of(), "en", staff.token(admin))
                .data("units/nodes/0/id")
                .asString();
        assertThat(refusal("closeUnit", "CloseUnitInput", Map.of("id", below), admin)).isNull();
        assertThat(refusal("closeUnit", "CloseUnitInput", Map.of("id", unitId(mailbox)), admin)).isNull();

        assertThat(duties.listDuties(clerk)).isEmpty();
        assertThat(staff.heard(DutiesChanged.class)).containsExactly(new DutiesChanged(clerk));
        assertThat(assign(clerk, "MAILBOX_CLERK", mailbox)).isEqualTo("UNIT_CLOSED");
        assertThat(duties.listDuties(admin)).isEqualTo(Set.of(StaffOfThree.ADMIN));
    }
}
