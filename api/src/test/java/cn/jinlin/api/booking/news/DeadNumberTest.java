package cn.jinlin.api.booking.news;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.sms.SmsFailedException;
import cn.jinlin.api.sms.SmsSender;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookedVisits;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/// A reminder to a number that nobody has any more: it fails for good, and nothing else does.
@ApiTest
@Import({BookedVisits.class, DeadNumberTest.Carrier.class})
@DirtiesContext
class DeadNumberTest {

    private static final Instant START = BookedVisits.NOW.plus(Duration.ofDays(20));
    private static final List<String> SENT = new CopyOnWriteArrayList<>();
    private static final String MINE = "{ myNotifications { nodes { kind deliveries { channel state } } } }";
    private static final String QUIET = """
            mutation($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { userErrors { code } } }""";

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private BookedVisits visits;
    @Autowired
    private AppointmentService appointments;
    @Autowired
    private ReminderLinks links;
    @Autowired
    private Audience audience;
    @Autowired
    private AppointmentWords words;
    @Autowired
    private Notifications notifications;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);
    private UUID neighbour = new UUID(0, 0);

    /// Knows every number but one.
    @TestConfiguration(proxyBeanMethods = false)
    static class Carrier {

        @Bean
        @Primary
        SmsSender carrier() {
            return (to, template, language, values) -> {
                if (to.digits().equals(PeopleOfThree.MOTHER_PHONE)) {
                    throw new SmsFailedException("DEAD_NUMBER", true);
                }
                SENT.add(template + " " + values.get("token"));
                return "sms-" + SENT.size();
            };
        }
    }

    @BeforeEach
    void twoPeopleWhoWantMessagesAtAnyHour() {
        people.clear();
        visits.prepare();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE, Purpose.NOTIFY_SMS);
        neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE, Purpose.NOTIFY_SMS);
        for (UUID each : List.of(mother, neighbour)) {
            var never = new java.util.HashMap<String, Object>();
            never.put("quietHours", null);
            never.put("channels", List.of(Map.of("kind", "booking.reminder_day", "channel", "SMS", "wanted", true)));
            people.ask(each, QUIET, never);
        }
    }

    @Test
    void itFailsForGoodAndTheAppointmentStands() {
        UUID dead = visits.book(mother, mother, START);
        UUID alive = visits.book(neighbour, neighbour, START);

        remind();

        Records.await(() -> state(mother).equals("PERMANENT_FAILURE") && state(neighbour).equals("DELIVERED"));
        assertThat(SENT).singleElement().asString().matches("booking_reminder_day [A-Za-z0-9_-]{22}");
        assertThat(visits.state(dead)).isEqualTo("BOOKED");
        assertThat(visits.state(alive)).isEqualTo("BOOKED");
        assertThat(jdbc
                .sql("select attempts from notification_delivery d join notification n on n.id = d.notification_id "
                        + "where n.subject = ? and d.channel = 'SMS'")
                .param("resident:" + mother)
                .query(Integer.class)
                .single())
                .as("it is not tried again")
                .isEqualTo(1);
        remind();
        assertThat(people.query(mother, MINE).data("myNotifications/nodes").size()).isEqualTo(1);
    }

    private void remind() {
        Clock then = Clock.fixed(START.minus(Duration.ofHours(24)), ZoneOffset.UTC);
        new ReminderJob(new Reminders(jdbc, then), links, appointments, audience, words, notifications, transaction)
                .remindAll();
    }

    private String state(UUID resident) {
        GraphQl.Answer mine = people.query(resident, MINE);
        return mine.data("myNotifications/nodes/0/deliveries")
                .valueStream()
                .filter(delivery -> delivery.get("channel").asString().equals("SMS"))
                .map(delivery -> delivery.get("state").asString())
                .findFirst()
                .orElse("");
    }
}
