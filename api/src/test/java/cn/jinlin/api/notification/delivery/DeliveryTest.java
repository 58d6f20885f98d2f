package cn.jinlin.api.notification.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.notification.Recipient;
import cn.jinlin.api.notification.Recipients;
import cn.jinlin.api.notification.channel.NotificationChannel;
import cn.jinlin.api.personal.PhoneNumber;
import cn.jinlin.api.security.Subject;
import cn.jinlin.api.sms.SmsFailedException;
import cn.jinlin.api.sms.SmsSender;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.TestTokens;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// What becomes of messages on their way out, with a real mail server that comes and goes.
@ApiTest
@Import({TestTokens.class, DeliveryTest.World.class})
@DirtiesContext
class DeliveryTest {

    private static final int PORT = freePort();
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Map<Subject, Recipient> PEOPLE = new ConcurrentHashMap<>();
    private static final List<String> SMS = new CopyOnWriteArrayList<>();
    private static final PhoneNumber DEAD = PhoneNumber.parse("13800000000").orElseThrow();
    private static final PhoneNumber ALIVE = PhoneNumber.parse("13812345678").orElseThrow();
    private static final Map<String, String> SEEN = Map.of("unit", "梅园街道", "reason", "<b>补办</b> & 核对", "seenAt",
            "2026-09-29T02:05:00Z");
    private static final Map<String, String> INVITED = Map.of("person", "李**", "expiresAt", "2026-10-06T02:05:00Z");

    @Autowired
    private Notifications notifications;
    @Autowired
    private DeliveryLanes lanes;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private JdbcClient jdbc;

    private final UUID id = UUID.randomUUID();
    private final Subject person = new Subject(Subject.Kind.STAFF, id);

    @TestConfiguration(proxyBeanMethods = false)
    static class World {

        @Bean
        Recipients peopleOfTheTest() {
            return subject -> Optional.ofNullable(PEOPLE.get(subject));
        }

        @Bean
        @Primary
        SmsSender carrier() {
            return (to, template, language, values) -> {
                if (to.equals(DEAD)) {
                    throw new SmsFailedException("DEAD_NUMBER", true);
                }
                SMS.add(template + " " + language + " " + values.get("person"));
                return "sms-" + SMS.size();
            };
        }
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        MAIL.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> PORT);
        properties.add("jinlin.notification.mail.from", () -> "jinlin@example.cn");
        properties.add("jinlin.notification.mail.portal-url", () -> "https://jinlin.example.cn");
        properties.add("jinlin.notification.first-retry", () -> "20ms");
    }

    @AfterAll
    static void theMailServerEnds() {
        MAIL.stop();
    }

    @BeforeEach
    void someone() {
        PEOPLE.put(person, new Recipient(Locale.SIMPLIFIED_CHINESE, ALIVE, id + "@example.cn", null));
        SMS.clear();
    }

    @Test
    void aMailComesInTheReceiversLanguageAndItsHtmlIsEscaped() throws MessagingException {
        notifications.send(person, "account.data_seen", SEEN);
        awaitState(NotificationChannel.MAIL, "DELIVERED");
        MimeMessage chinese = mails().getFirst();
        assertThat(chinese.getSubject()).isEqualTo("工作人员查看了您的资料");
        String whole = body(chinese);
        assertThat(whole).contains("理由:&lt;b&gt;补办&lt;/b&gt; &amp; 核对")
                .contains("2026年9月29日 10:05")
                .contains("https://jinlin.example.cn/me/access");
        assertThat(whole.substring(whole.indexOf("<!DOCTYPE"))).doesNotContain("<b>");

        PEOPLE.put(person, new Recipient(Locale.ENGLISH, null, id + "@example.cn", null));
        notifications.send(person, "account.data_seen", SEEN);
        Records.await(() -> mails().size() == 2);
        assertThat(mails().getLast().getSubject()).isEqualTo("A member of staff looked at your data");
    }

    @Test
    void nothingInAValueBecomesAHeaderOrAReceiver() throws MessagingException {
        var values = new HashMap<>(SEEN);
        values.put("unit", "x\r\nBcc: everybody@example.cn\r\n\r\n");
        notifications.send(person, "account.data_seen", values);
        awaitState(NotificationChannel.MAIL, "DELIVERED");
        MimeMessage mail = mails().getFirst();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();

        PEOPLE.put(person, new Recipient(Locale.ENGLISH, null, "a@example.cn\r\nBcc: b@example.cn", null));
        notifications.send(person, "account.data_seen", SEEN);
        Records.await(() -> failures(NotificationChannel.MAIL).equals(List.of("NOT_A_MAIL_ADDRESS")));
    }

    @Test
    void whileTheMailServerIsAwayItIsTriedAgainAndNothingIsLost() {
        MAIL.stop();
        try {
            notifications.send(person, "account.data_seen", SEEN);
            awaitState(NotificationChannel.MAIL, "TEMPORARY_FAILURE");
            assertThat(failures(NotificationChannel.MAIL)).containsExactly("MAIL_SERVER_AWAY");
        } finally {
            MAIL.start();
        }
        awaitState(NotificationChannel.MAIL, "DELIVERED");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void aDeadNumberIsAFailureForGoodAndTheMessageIsStillInThePortal() {
        PEOPLE.put(person, new Recipient(Locale.ENGLISH, DEAD, id + "@example.cn", null));
        notifications.send(person, "family.invited", INVITED);
        awaitState(NotificationChannel.SMS, "PERMANENT_FAILURE");
        assertThat(failures(NotificationChannel.SMS)).containsExactly("SMS_REFUSED");
        GraphQl.Answer list = ask("{ myNotifications { nodes { title deliveries { channel state } } } }", Map.of());
        assertThat(list.data("myNotifications/nodes/0/deliveries").toString())
                .contains("{\"channel\":\"SMS\",\"state\":\"PERMANENT_FAILURE\"}");
    }

    @Test
    void aWayThatIsTurnedOffIsNotTaken() {
        ask("mutation { updateNotificationPreferences(input: {channels: [{kind: \"family.invited\", channel: SMS, wanted: false}]}) { userErrors { code } } }",
                Map.of());
        notifications.send(person, "family.invited", INVITED);
        awaitState(NotificationChannel.MAIL, "DELIVERED");
        assertThat(SMS).isEmpty();
        assertThat(states(NotificationChannel.SMS)).isEmpty();
    }

    @Test
    void aNodeKilledBetweenClaimAndSendLosesNothing() {
        Delivery claimed = claimAsANodeThatDies("family.invited", INVITED, NotificationChannel.SMS);
        assertThat(claimed.wasInterrupted()).isFalse();
        lanes.start();
        awaitState(NotificationChannel.SMS, "DELIVERED");
        assertThat(SMS).containsExactly("family_invited zh-CN 李**");
        assertThat(deliveries.begin(claimed)).as("the dead node's claim").isFalse();
    }

    @Test
    void aNodeKilledWhileSendingIsNotRepeatedByShortMessageAndSaysSo() {
        Delivery claimed = claimAsANodeThatDies("family.invited", INVITED, NotificationChannel.SMS);
        jdbc.sql("update notification_delivery set sending_since = now() where claim = ?")
                .param(claimed.claim())
                .update();
        lanes.start();
        awaitState(NotificationChannel.SMS, "PERMANENT_FAILURE");
        assertThat(failures(NotificationChannel.SMS)).containsExactly("OUTCOME_UNKNOWN");
        assertThat(SMS).isEmpty();
    }

    @Test
    void aNodeKilledWhileSendingAMailSendsItAgainUnderTheSameId() throws MessagingException {
        Delivery claimed = claimAsANodeThatDies("account.data_seen", SEEN, NotificationChannel.MAIL);
        jdbc.sql("update notification_delivery set sending_since = now() where claim = ?")
                .param(claimed.claim())
                .update();
        lanes.start();
        awaitState(NotificationChannel.MAIL, "DELIVERED");
        assertThat(mails().getFirst().getMessageID()).isEqualTo("<" + claimed.message() + "@notification.jinlin>");
    }

    @Test
    void inQuietHoursOnlyUrgentMessagesGoOut() {
        // It is ten in the morning in these tests.
        ask("mutation { updateNotificationPreferences(input: {quietHours: {from: \"09:00\", to: \"11:00\"}}) { userErrors { code } } }",
                Map.of());
        notifications.send(person, "account.data_seen", SEEN);
        notifications.send(person, "account.new_device",
                Map.of("device", "Chrome", "signedInAt", "2026-09-29T02:05:00Z"));
        Records.await(() -> mails().size() == 1);
        Records.await(() -> jdbc.sql("""
                select count(*) from notification_delivery join notification on id = notification_id
                where subject = ? and kind = 'account.data_seen' and state = 'CREATED' and attempts = 0
                  and next_at between now() + interval '50 minutes' and now() + interval '61 minutes'""")
                .param(person.toString())
                .query(Integer.class)
                .single() == 1);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void anAddressIsUsedOnlyOnceItsCodeHasComeBackAndTheCodeIsNotInThePortal() throws MessagingException {
        PEOPLE.put(person, new Recipient(Locale.ENGLISH, null, null, null));
        String typed = "new-" + id + "@example.cn";
        GraphQl.Answer saved = ask(
                "mutation($a: String!) { saveMailAddress(input: {address: $a}) { mailAddress { confirmed waiting } userErrors { code } } }",
                Map.of("a", typed));
        assertThat(saved.data("saveMailAddress/mailAddress/waiting").asString()).isEqualTo("n***@example.cn");
        Records.await(() -> mailsTo(typed).size() == 1);
        String code = body(mailsTo(typed).getFirst()).replaceAll("(?s).*?Your code is (\\d{6}).*", "$1");
        assertThat(ask("{ myNotifications { nodes { text } } }", Map.of()).body()).doesNotContain(code);

        assertThat(confirm(code.equals("000000") ? "000001" : "000000")).isEqualTo("MAIL_CODE_WRONG");
        assertThat(confirm(code)).isNull();
        assertThat(confirm(code)).as("a code is good once").isEqualTo("MAIL_CODE_WRONG");

        notifications.send(person, "account.data_seen", SEEN);
        Records.await(() -> mailsTo(typed).size() == 2);
        assertThat(jdbc.sql("select encode(mail_cipher, 'escape') from notification_mail where subject = ?")
                .param(person.toString())
                .query(String.class)
                .single()).doesNotContain(typed);
    }

    @Test
    void aCodeBearsFiveTriesAndAnotherComesOnlyAfterAMinute() throws MessagingException {
        String typed = "guess-" + id + "@example.cn";
        String save = "mutation($a: String!) { saveMailAddress(input: {address: $a}) { userErrors { code } } }";
        ask(save, Map.of("a", typed));
        assertThat(ask(save, Map.of("a", typed)).data("saveMailAddress/userErrors/0/code").asString())
                .isEqualTo("MAIL_CODES_TOO_FAST");
        Records.await(() -> mailsTo(typed).size() == 1);
        String code = body(mailsTo(typed).getFirst()).replaceAll("(?s).*?您的确认码是 (\\d{6}).*", "$1");
        for (int guess = 0; guess < 5; guess++) {
            assertThat(confirm(code.equals("00000" + guess) ? "999999" : "00000" + guess)).isEqualTo("MAIL_CODE_WRONG");
        }
        assertThat(confirm(code)).isEqualTo("MAIL_CODE_WRONG");
    }

    private Delivery claimAsANodeThatDies(String kind, Map<String, String> values, NotificationChannel channel) {
        lanes.stop();
        // A lane that is about to end could still take it.
        Records.await(lanes::isIdle);
        notifications.send(person, kind, values);
        Delivery claimed = deliveries.claim(channel, Duration.ofMinutes(2)).orElseThrow();
        assertThat(deliveries.claim(channel, Duration.ofMinutes(2))).as("claimed already").isEmpty();
        jdbc.sql("update notification_delivery set claimed_until = now() - interval '1 second' where claim = ?")
                .param(claimed.claim())
                .update();
        return claimed;
    }

    private @Nullable String confirm(String code) {
        var errors = ask("mutation($c: String!) { confirmMailAddress(input: {code: $c}) { userErrors { code } } }",
                Map.of("c", code)).data("confirmMailAddress/userErrors");
        return errors.isEmpty() ? null : errors.get(0).get("code").asString();
    }

    private GraphQl.Answer ask(String document, Map<String, ?> variables) {
        return graphQl.send(document, variables, "en", tokens.staff(id));
    }

    private void awaitState(NotificationChannel channel, String state) {
        Records.await(() -> states(channel).contains(state));
    }

    private List<String> states(NotificationChannel channel) {
        return column("state", channel);
    }

    private List<String> failures(NotificationChannel channel) {
        return column("failure", channel);
    }

    private List<String> column(String name, NotificationChannel channel) {
        return jdbc.sql("select " + name + """
                 from notification_delivery join notification on id = notification_id
                where subject = ? and channel = ? and""" + " " + name + " is not null")
                .param(person.toString())
                .param(channel.name())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<MimeMessage> mails() {
        return mailsTo(id + "@example.cn");
    }

    private static List<MimeMessage> mailsTo(String address) {
        return java.util.Arrays.stream(MAIL.getReceivedMessagesForDomain(address)).toList();
    }

    /// All parts, decoded.
    private static String body(MimeMessage mail) {
        try {
            return parts(mail.getContent());
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String parts(Object content) throws IOException, MessagingException {
        if (!(content instanceof jakarta.mail.Multipart parts)) {
            return String.valueOf(content);
        }
        var all = new StringBuilder();
        for (int part = 0; part < parts.getCount(); part++) {
            all.append(parts(parts.getBodyPart(part).getContent()));
        }
        return all.toString();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
