package cn.jinlin.api.account.rights;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.personal.PersonalDataEraser;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Messages and ways of signing in are in the copy of a person's data, and go with the person.
@ApiTest
class MessagesAndSignInTest {

    private static final String EXPORT = """
            mutation($input: RequestDataExportInput!) { requestDataExport(input: $input) { dataExport { id } userErrors { code } } }""";
    private static final String EXPORTS = "{ myDataExports { id state } }";
    private static final String TAKE = """
            mutation($input: TakeDataExportInput!) { takeDataExport(input: $input) { copy { json html } userErrors { code } } }""";
    private static final String ERASE = """
            mutation($input: RequestErasureInput!) { requestErasure(input: $input) { receipt userErrors { code } } }""";
    private static final String REPORT = """
            query($receipt: String!) { erasureReport(receipt: $receipt) { state report { title removed deidentified kept } } }""";
    private static final String QUIET = """
            mutation($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { userErrors { code } } }""";

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private Notifications notifications;
    @Autowired
    private Residents residents;
    @Autowired
    private RightsRules rules;
    @Autowired
    private List<PersonalDataEraser> domains;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);
    private UUID neighbour = new UUID(0, 0);

    @BeforeEach
    void twoPeopleWithMessagesAndWaysOfSigningIn() {
        people.clear();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        for (UUID each : List.of(mother, neighbour)) {
            notifications.send(new Subject(Subject.Kind.RESIDENT, each), "account.new_device",
                    Map.of("device", "李桂芳的平板", "signedInAt", "2026-09-29T01:00:00Z"));
            people.ask(each, QUIET, Map.of("quietHours", Map.of("from", "21:00", "to", "08:00")));
            passkey(each);
            wechat(each);
        }
    }

    @Test
    void theCopyHoldsThemInWords() {
        JsonNode copy = copy();

        assertThat(copy.at("/messages/0/title").asString()).isEqualTo("您的账户在新设备上登录");
        assertThat(copy.at("/messages/0/text").asString()).contains("李桂芳的平板");
        assertThat(copy.at("/messages").size()).isEqualTo(1);
        assertThat(copy.at("/sign-in/0/passkey").asString()).isEqualTo("我的手机");
        assertThat(copy.at("/sign-in").size()).isEqualTo(1);
    }

    @Test
    void theyGoWithThePersonAndNobodyElseLosesAny() {
        String receipt = people.ask(mother, ERASE, Map.of()).data("requestErasure/receipt").asString();

        assertThat(later(Duration.ofDays(4)).doNext()).isTrue();

        assertThat(graphQl.ask(REPORT, Map.of("receipt", receipt), "en").body())
                .contains("\"title\":\"Messages\",\"removed\":1,\"deidentified\":0,\"kept\":null",
                        "\"title\":\"Ways of signing in\",\"removed\":2,\"deidentified\":0,\"kept\":null");
        assertThat(kept(mother)).isZero();
        assertThat(kept(neighbour)).isEqualTo(5);
    }

    @Test
    void erasingTwiceFindsNothingLeft() {
        people.ask(mother, ERASE, Map.of());
        later(Duration.ofDays(4)).doNext();
        for (PersonalDataEraser domain : domains) {
            if (List.of("messages", "sign-in").contains(domain.name())) {
                assertThat(domain.erase(mother).removed()).as(domain.name()).isZero();
            }
        }
    }

    /// Messages, their live events, quiet hours, passkeys and WeChat identities.
    private long kept(UUID resident) {
        return jdbc.sql("""
                select (select count(*) from notification where subject = :subject)
                     + (select count(*) from live_event where topic = 'notification:' || :subject)
                     + (select count(*) from notification_quiet_hours where subject = :subject)
                     + (select count(*) from passkey where subject = :subject)
                     + (select count(*) from wechat_identity where resident_id = :id)""")
                .param("subject", new Subject(Subject.Kind.RESIDENT, resident).toString())
                .param("id", resident)
                .query(Long.class)
                .single();
    }

    private void passkey(UUID resident) {
        jdbc.sql(
                """
                insert into passkey (id, subject, credential_id, credential, sign_count, backup_eligible, name, created_at)
                values (:id, :subject, :credential, '\\x00', 0, true, '我的手机', timestamp '2026-09-01 02:00' at time zone 'UTC')""")
                .param("id", UUID.randomUUID())
                .param("subject", new Subject(Subject.Kind.RESIDENT, resident).toString())
                .param("credential", resident.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .update();
    }

    private void wechat(UUID resident) {
        jdbc.sql("""
                insert into wechat_identity (id, resident_id, app_id, openid_index, openid_cipher, bound_at)
                values (:id, :resident, 'wx0', :index, '\\x00', timestamp '2026-09-01 02:00' at time zone 'UTC')""")
                .param("id", UUID.randomUUID())
                .param("resident", resident)
                .param("index", resident.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .update();
    }

    private JsonNode copy() {
        people.ask(mother, EXPORT, Map.of("language", "zh-CN"));
        Records.await(() -> people.query(mother, EXPORTS)
                .data("myDataExports")
                .valueStream()
                .anyMatch(copy -> copy.get("state").asString().equals("READY")));
        String id = people.query(mother, EXPORTS).data("myDataExports/0/id").asString();
        return JsonMapper.shared()
                .readTree(people.ask(mother, TAKE, Map.of("id", id)).data("takeDataExport/copy/json").asString());
    }

    /// The work as a node does it that much later.
    private ErasureWork later(Duration later) {
        return new ErasureWork(new Erasures(jdbc, Clock.offset(clock, later)), residents, domains, rules, transaction,
                events);
    }
}
