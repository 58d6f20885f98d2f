package cn.jinlin.api.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(TestTokens.class)
class NotificationsTest {

    private static final String LIST = """
            query($first: Int!, $after: String, $unread: Boolean!) {
              myNotifications(first: $first, after: $after, unreadOnly: $unread) {
                unreadCount pageInfo { hasNextPage hasPreviousPage endCursor }
                edges { cursor } nodes { id kind title text path urgent readAt templateVersion } } }""";
    private static final String MARK = """
            mutation($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) {
              unreadCount notifications { readAt } userErrors { code field message } } }""";
    private static final String PREFERENCES = """
            kinds { kind name channels { channel wanted } } quietHours { from to } mailAddress { confirmed waiting }""";
    private static final String UPDATE = """
            mutation($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) {
              preferences { %s } userErrors { code } } }""".formatted(PREFERENCES);

    @Autowired
    private Notifications notifications;
    @Autowired
    private Inbox inbox;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private JdbcClient jdbc;

    private final UUID id = UUID.randomUUID();
    private final Subject person = new Subject(Subject.Kind.RESIDENT, id);

    @Test
    void messagesAreListedTheNewestFirstPageByPage() {
        for (String device : List.of("one", "two", "three")) {
            tell(device);
        }
        GraphQl.Answer first = list(2, null, false);
        assertThat(first.data("myNotifications/nodes/0/text").asString()).contains("three");
        assertThat(first.data("myNotifications/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(first.data("myNotifications/unreadCount").asInt()).isEqualTo(3);

        GraphQl.Answer second = list(2, first.data("myNotifications/pageInfo/endCursor").asString(), false);
        assertThat(second.data("myNotifications/nodes")).hasSize(1);
        assertThat(second.data("myNotifications/nodes/0/text").asString()).contains("one");
        assertThat(second.data("myNotifications/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(second.data("myNotifications/pageInfo/hasPreviousPage").asBoolean()).isTrue();
    }

    @Test
    void aMessageIsReadInTheLanguageAskedFor() {
        tell("Chrome");
        String chinese = graphQl.send(LIST, Map.of("first", 1, "unread", false), "zh-CN", tokens.resident(id)).body();
        assertThat(chinese).contains("您的账户在新设备上登录").contains("/me/sessions");
        assertThat(list(1, null, false).body()).contains("Your account was signed in on a new device");
    }

    @Test
    void readingIsMarkedOneByOneOrUpToAMessage() {
        for (String device : List.of("one", "two", "three")) {
            tell(device);
        }
        List<String> ids = list(3, null, false).data("myNotifications/nodes")
                .valueStream()
                .map(node -> node.get("id").asString())
                .toList();
        assertThat(mark(Map.of("ids", List.of(ids.get(0)))).data("markNotificationsRead/unreadCount").asInt())
                .isEqualTo(2);
        assertThat(list(3, null, true).data("myNotifications/nodes")).hasSize(2);
        assertThat(mark(Map.of("upTo", ids.get(1))).data("markNotificationsRead/unreadCount").asInt()).isZero();
        assertThat(list(3, null, true).data("myNotifications/nodes")).isEmpty();
    }

    @Test
    void anothersMessageIsAsUnknownAsOneThatNeverWas() {
        tell("mine");
        String mine = list(1, null, false).data("myNotifications/nodes/0/id").asString();
        String stranger = tokens.resident(UUID.randomUUID());
        String never = GlobalId.of("Notification", UUID.randomUUID());
        for (Map<String, ?> input : List.of(Map.of("ids", List.of(mine)), Map.of("ids", List.of(never)),
                Map.of("upTo", mine), Map.of("ids", List.of("nonsense")))) {
            assertThat(graphQl.send(MARK, Map.of("input", input), "en", stranger)
                    .data("markNotificationsRead/userErrors/0/code")
                    .asString()).isEqualTo("UNKNOWN_NOTIFICATION");
        }
        // The same id, but as staff: another account.
        assertThat(graphQl.send(MARK, Map.of("input", Map.of("ids", List.of(mine))), "en", tokens.staff(id))
                .data("markNotificationsRead/userErrors/0/code")
                .asString()).isEqualTo("UNKNOWN_NOTIFICATION");
        assertThat(list(1, null, false).data("myNotifications/unreadCount").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ myNotifications { unreadCount } }",
        "{ notificationPreferences { quietHours { from } } }",
        "mutation { markNotificationsRead(input: {ids: []}) { unreadCount } }",
        "mutation { updateNotificationPreferences(input: {}) { userErrors { code } } }",
        "mutation { saveMailAddress(input: {address: \"a@example.cn\"}) { userErrors { code } } }",
        "mutation { confirmMailAddress(input: {code: \"123456\"}) { userErrors { code } } }",
        "mutation { removeMailAddress { userErrors { code } } }"})
    void whoeverIsNotSignedInIsRefused(String document) {
        assertThat(graphQl.ask(document, Map.of()).error().at("/extensions/code").asString())
                .isEqualTo("UNAUTHORIZED");
    }

    @Test
    void preferencesKeepWhatIsNotNamed() {
        GraphQl.Answer changed = update(Map.of("channels",
                List.of(Map.of("kind", "account.data_seen", "channel", "MAIL", "wanted", false)), "quietHours",
                Map.of("from", "21:00", "to", "08:30")));
        assertThat(changed.data("updateNotificationPreferences/preferences/quietHours").toString())
                .isEqualTo("{\"from\":\"21:00\",\"to\":\"08:30\"}");
        assertThat(changed.body()).contains("\"channels\":[{\"channel\":\"MAIL\",\"wanted\":false}")
                .contains("Staff looked at your data")
                .doesNotContain("mail.code", "staff.invited");

        assertThat(update(Map.of()).data("updateNotificationPreferences/preferences/quietHours/from").asString())
                .isEqualTo("21:00");
        Map<String, Object> never = new HashMap<>();
        never.put("quietHours", null);
        assertThat(update(never).data("updateNotificationPreferences/preferences/quietHours").isNull()).isTrue();
    }

    @Test
    void quietHoursAreFromTenToSevenForWhoeverChoseNone() {
        assertThat(graphQl.send("{ notificationPreferences { quietHours { from to } } }", Map.of(), "en",
                tokens.resident(id)).data("notificationPreferences/quietHours").toString())
                .isEqualTo("{\"from\":\"22:00\",\"to\":\"07:00\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"channels\":[{\"kind\":\"no.such\",\"channel\":\"MAIL\",\"wanted\":true}]} | UNKNOWN_NOTIFICATION_KIND",
        "{\"channels\":[{\"kind\":\"mail.code\",\"channel\":\"MAIL\",\"wanted\":false}]} | UNKNOWN_NOTIFICATION_KIND",
        "{\"channels\":[{\"kind\":\"account.locked\",\"channel\":\"WECHAT\",\"wanted\":true}]} | UNKNOWN_NOTIFICATION_KIND",
        "{\"quietHours\":{\"from\":\"07:00\",\"to\":\"07:00\"}} | QUIET_HOURS_EMPTY",
        "{\"quietHours\":{\"from\":\"00:00\",\"to\":\"24:00\"}} | QUIET_HOURS_EMPTY"})
    void aChoiceThatDoesNotExistIsRefusedAndNothingChanges(String input, String code) {
        Object parsed = JsonMapper.shared().readValue(input, Map.class);
        GraphQl.Answer refused = graphQl.send(UPDATE, Map.of("input", parsed), "en", tokens.resident(id));
        assertThat(refused.data("updateNotificationPreferences/userErrors/0/code").asString()).isEqualTo(code);
        assertThat(jdbc.sql("select count(*) from notification_choice where subject = ?")
                .param(person.toString())
                .query(Integer.class)
                .single()).isZero();
    }

    @Test
    void whereNoMailCanBeSentNoAddressIsTaken() {
        assertThat(
                graphQl.send("mutation { saveMailAddress(input: {address: \"a@example.cn\"}) { userErrors { code } } }",
                        Map.of(), "en", tokens.resident(id)).data("saveMailAddress/userErrors/0/code").asString())
                .isEqualTo("NO_MAIL_HERE");
    }

    @Test
    void theRecordShowsNothingOfWhatAMessageSays() {
        tell("Li Jianguo's phone");
        byte[] raw = jdbc.sql("select values_cipher from notification where subject = ?")
                .param(person.toString())
                .query(byte[].class)
                .single();
        assertThat(new String(raw, StandardCharsets.ISO_8859_1)).doesNotContain("Jianguo").doesNotContain("device");
        assertThat(jdbc.sql("select payload from live_event where topic = ?")
                .param("notification:" + person)
                .query(String.class)
                .single()).matches("\\d+");
    }

    @Test
    void everythingCanBeTakenOutAndErased() {
        tell("Chrome");
        update(Map.of("quietHours", Map.of("from", "21:00", "to", "08:30")));
        assertThat(notifications.export(person, Locale.ENGLISH)).singleElement()
                .satisfies(message -> assertThat(message.text()).contains("Chrome"));

        notifications.erase(person);
        notifications.erase(person);

        for (String table : List.of("notification", "notification_choice", "notification_quiet_hours",
                "notification_mail")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where subject = ?")
                    .param(person.toString())
                    .query(Integer.class)
                    .single()).as(table).isZero();
        }
        assertThat(jdbc.sql("select count(*) from live_event where topic = ?")
                .param("notification:" + person)
                .query(Integer.class)
                .single()).isZero();
    }

    @Test
    void messagesAreErasedWhenTheyHaveBeenKeptLongEnough() {
        tell("old");
        tell("new");
        jdbc.sql("""
                update notification set created_at = created_at - interval '181 days'
                where number = (select min(number) from notification where subject = ?)""")
                .param(person.toString())
                .update();
        inbox.eraseOlderThan(Duration.ofDays(180), Duration.ofDays(8));
        assertThat(list(10, null, false).data("myNotifications/nodes")).singleElement()
                .satisfies(node -> assertThat(node.get("text").asString()).contains("new"));
    }

    @ParameterizedTest
    @CsvSource({"0, , PAGE_SIZE_OUT_OF_RANGE", "101, , PAGE_SIZE_OUT_OF_RANGE", "10, nonsense, BROKEN_CURSOR"})
    void aPageOutOfBoundsIsRefused(int first, @Nullable String after, String reason) {
        assertThat(list(first, after, false).error().at("/extensions/reason").asString()).isEqualTo(reason);
    }

    private void tell(String device) {
        notifications.send(person, "account.new_device",
                Map.of("device", device, "signedInAt", "2026-09-29T02:05:00Z"));
    }

    private GraphQl.Answer list(int first, @Nullable String after, boolean unread) {
        Map<String, Object> variables = new HashMap<>(Map.of("first", first, "unread", unread));
        if (after != null) {
            variables.put("after", after);
        }
        return graphQl.send(LIST, variables, "en", tokens.resident(id));
    }

    private GraphQl.Answer mark(Map<String, ?> input) {
        return graphQl.send(MARK, Map.of("input", input), "en", tokens.resident(id));
    }

    private GraphQl.Answer update(Map<String, ?> input) {
        return graphQl.send(UPDATE, Map.of("input", input), "en", tokens.resident(id));
    }
}
