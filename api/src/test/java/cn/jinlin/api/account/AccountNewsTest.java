package cn.jinlin.api.account;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.resident.Resident;
import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Device;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.security.session.SessionService;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.PeopleOfThree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/// What people are told of their account without their doing.
@ApiTest
class AccountNewsTest {

    private static final Device PHONE = new Device("Chrome, Android", "203.0.113.9", "zh-CN");
    private static final Device TABLET = new Device("Safari, iPad", "203.0.113.9", "zh-CN");
    private static final String MINE = "{ myNotifications { nodes { kind title text path } } }";
    private static final String FIND = """
            mutation($input: FindResidentByPhoneInput!) { findResidentByPhone(input: $input) { resident { id } } }""";
    private static final String REVEAL = """
            mutation($input: RevealResidentInput!) { revealResident(input: $input) { resident { name } userErrors { code } } }""";

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private SessionService sessions;
    @Autowired
    private Residents residents;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);

    @BeforeEach
    void aMother() {
        people.clear();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
    }

    @Test
    void whoeverMakesAnAccountIsNotToldThatTheySignedIn() {
        signIn(PHONE);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aSignInOnAnotherDeviceIsToldOnceAndWhereToEndIt() {
        signIn(PHONE);
        signIn(TABLET);
        signIn(TABLET);
        signIn(PHONE);
        var told = people.query(mother, MINE);
        assertThat(kinds()).containsExactly("account.new_device");
        assertThat(told.data("myNotifications/nodes/0/text").asString()).contains("Safari, iPad");
        assertThat(told.data("myNotifications/nodes/0/path").asString()).isEqualTo("/me/sessions");
    }

    @Test
    void theSameDeviceWithAnotherClientIsAnotherDevice() {
        signIn(PHONE);
        sessions.open(subject(), "mini-program", PHONE);
        assertThat(kinds()).containsExactly("account.new_device");
    }

    @Test
    void aDeviceWhoseSessionEndedIsStillKnown() {
        signIn(PHONE);
        sessions.signOutEverywhere(subject());
        signIn(PHONE);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void afterALongSilenceEveryDeviceIsNew() {
        jdbc.sql("update resident set created_at = created_at - interval '1 year' where id = ?").param(mother).update();
        signIn(PHONE);
        assertThat(kinds()).containsExactly("account.new_device");
    }

    @Test
    void staffAreToldToo() {
        UUID staff = UUID.randomUUID();
        var member = new Subject(Subject.Kind.STAFF, staff);
        sessions.open(member, "portal", PHONE);
        assertThat(count(member)).isZero();
        sessions.open(member, "portal", TABLET);
        assertThat(count(member)).isEqualTo(1);
    }

    @Test
    void whoeverIsErasedIsToldNothing() {
        signIn(PHONE);
        residents.erase(mother);
        signIn(TABLET);
        assertThat(count(subject())).isZero();
    }

    @Test
    void unmaskingSomebodyIsToldThemWithUnitAndReason() {
        people.askAtDesk(PeopleOfThree.DESK, FIND, Map.of("phone", PeopleOfThree.MOTHER_PHONE));
        assertThat(kinds()).as("a masked look is on the record alone").isEmpty();

        var revealed = people.askAtDesk(PeopleOfThree.DESK, REVEAL,
                Map.of("id", PeopleOfThree.id(mother), "fields", List.of("PHONE"), "reasonKind", "CALL_BACK",
                        "reason", "居民来电要求回电确认材料"));

        assertThat(revealed.data("revealResident/userErrors").size()).isZero();
        assertThat(kinds()).containsExactly("account.data_seen");
        assertThat(people.query(mother, MINE).data("myNotifications/nodes/0/text").asString())
                .contains("29 September 2026, 10:00", "应您的要求回电")
                .doesNotContain("13812340001", "来电要求");
    }

    @Test
    void aRefusedLookTellsNobody() {
        people.askAtDesk(PeopleOfThree.DESK, REVEAL, Map.of("id", GlobalId.of(Resident.TYPE, mother), "fields",
                List.of("PHONE"), "reasonKind", "CALL_BACK", "reason", "居民来电要求回电确认材料"));
        assertThat(kinds()).isEmpty();
    }

    private void signIn(Device device) {
        sessions.open(subject(), "portal", device);
    }

    private Subject subject() {
        return new Subject(Subject.Kind.RESIDENT, mother);
    }

    private List<String> kinds() {
        return people.query(mother, MINE)
                .data("myNotifications/nodes")
                .valueStream()
                .map(node -> node.get("kind").asString())
                .toList();
    }

    private long count(Subject owner) {
        return jdbc.sql("select count(*) from notification where subject = ?")
                .param(owner.toString())
                .query(Long.class)
                .single();
    }
}
