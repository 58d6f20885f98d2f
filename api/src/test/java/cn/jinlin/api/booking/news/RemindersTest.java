package cn.jinlin.api.booking.news;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import cn.jinlin.api.account.consent.Purpose;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.booking.offer.Services;
import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.notification.Notifications;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookedVisits;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/// When people are reminded, and how they answer.
@ApiTest
@Import(BookedVisits.class)
class RemindersTest {

    private static final Instant NOW = BookedVisits.NOW;
    /// Far enough off that the service's own job, for which it always is the same morning, does not remind.
    private static final Instant START = NOW.plus(Duration.ofDays(20));
    private static final String MINE = "{ myNotifications { nodes { kind text path } } }";
    private static final String LOOK = """
            query($token: String!) { reminder(token: $token) {
              service { number } facility { name } resource startsAt state confirmed canCancel } }""";
    private static final String ANSWER = """
            mutation($input: AnswerReminderInput!) { answerReminder(input: $input) {
              reminder { state confirmed canCancel } userErrors { code message } } }""";

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private BookedVisits visits;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private AppointmentService appointments;
    @Autowired
    private ReminderLinks links;
    @Autowired
    private Audience audience;
    @Autowired
    private AppointmentWords words;
    @Autowired
    private Services services;
    @Autowired
    private Facilities facilities;
    @Autowired
    private Notifications notifications;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private NewsKept kept;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);
    private UUID visit = new UUID(0, 0);

    @BeforeEach
    void aMotherWithAnAppointment() {
        people.clear();
        visits.prepare();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE, Purpose.NOTIFY_SMS);
        visit = visits.book(mother, mother, START);
    }

    @Test
    void aReminderGoesOutADayBeforeAndTwoHoursBeforeAndEachOnce() {
        remindAt(START.minus(Duration.ofHours(25)));
        assertThat(kinds()).isEmpty();
        remindAt(START.minus(Duration.ofHours(24)));
        remindAt(START.minus(Duration.ofHours(20)));
        assertThat(kinds()).containsExactly("booking.reminder_day");
        remindAt(START.minus(Duration.ofHours(2)));
        remindAt(START.minus(Duration.ofMinutes(5)));
        assertThat(kinds()).containsExactly("booking.reminder_hours", "booking.reminder_day");
    }

    @Test
    void tenNodesAtOnceRemindOnce() {
        var nodes = IntStream.range(0, 10)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> remindAt(START.minus(Duration.ofHours(23)))))
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(kinds()).containsExactly("booking.reminder_day");
    }

    @Test
    void oneThatCannotBeWordedKeepsNobodyElseFromBeingReminded() {
        UUID neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        visits.book(neighbour, neighbour, START.plus(Duration.ofMinutes(30)));
        var broken = new AppointmentWords(services, facilities) {
            @Override
            Map<String, String> of(long service, long facility, long schedule, Audience.Reader reader) {
                if (reader.resident().equals(neighbour)) {
                    throw new IllegalStateException("no words");
                }
                return super.of(service, facility, schedule, reader);
            }
        };
        Clock then = Clock.fixed(START.minus(Duration.ofHours(23)), java.time.ZoneOffset.UTC);

        new ReminderJob(new Reminders(jdbc, then), links, appointments, audience, broken, notifications, transaction)
                .remindAll();

        assertThat(kinds()).containsExactly("booking.reminder_day");
        assertThat(kinds(neighbour)).isEmpty();
    }

    @Test
    void aNodeThatWasAwayRemindsLateButNotOfWhatHasBegun() {
        remindAt(START.minus(Duration.ofHours(3)));
        assertThat(kinds()).containsExactly("booking.reminder_day");
        remindAt(START);
        assertThat(kinds()).containsExactly("booking.reminder_day");
    }

    @Test
    void whatWasCalledOffIsNotRemindedOf() {
        cancel();
        remindAt(START.minus(Duration.ofHours(24)));
        remindAt(START.minus(Duration.ofHours(2)));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void whatWasMovedIsRemindedOfAtItsNewTimeAlone() {
        Instant later = START.plus(Duration.ofDays(3));
        move(later, NOW.plus(Duration.ofDays(1)));
        remindAt(START.minus(Duration.ofHours(24)));
        assertThat(kinds()).isEmpty();
        remindAt(later.minus(Duration.ofHours(24)));
        assertThat(kinds()).containsExactly("booking.reminder_day");
    }

    @Test
    void whatWasMovedAfterItsReminderIsRemindedOfAgain() {
        remindAt(START.minus(Duration.ofHours(24)));
        Instant later = START.plus(Duration.ofDays(3));
        move(later, START.minus(Duration.ofHours(20)));
        remindAt(later.minus(Duration.ofHours(24)));
        assertThat(kinds()).containsExactly("booking.reminder_day", "booking.reminder_day");
    }

    @Test
    void whoeverBooksLaterThanADayBeforeIsRemindedTwoHoursBeforeAlone() {
        UUID neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        visits.book(neighbour, neighbour, START, START.minus(Duration.ofHours(5)));
        remindAt(START.minus(Duration.ofHours(4)));
        assertThat(kinds(neighbour)).isEmpty();
        remindAt(START.minus(Duration.ofHours(2)));
        assertThat(kinds(neighbour)).containsExactly("booking.reminder_hours");
    }

    @Test
    void followingTheLinkChangesNothingHoweverOften() throws Exception {
        String token = remind();
        for (int times = 0; times < 3; times++) {
            assertThat(fetch("/book/answer/" + token)).contains("<html");
            GraphQl.Answer seen = look(token);
            assertThat(seen.data("reminder/service/number").asString()).isEqualTo(visits.serviceNumber());
            assertThat(seen.data("reminder/confirmed").asBoolean()).isFalse();
            assertThat(seen.data("reminder/canCancel").asBoolean()).isTrue();
        }
        assertThat(visits.state(visit)).isEqualTo("BOOKED");
        assertThat(jdbc.sql("select count(*) from appointment where id = ? and confirmed_at is null and sequence = 0")
                .param(visit)
                .query(Long.class)
                .single()).isEqualTo(1);
    }

    @Test
    void oneTapConfirmsAndASecondChangesNothing() {
        String token = remind();
        for (int times = 0; times < 2; times++) {
            assertThat(answer(token, "COME").data("answerReminder/reminder/confirmed").asBoolean()).isTrue();
        }
        assertThat(visits.state(visit)).isEqualTo("BOOKED");
    }

    @Test
    void oneTapCancelsASecondSaysTheSameAndNobodyComesBackByTheLink() {
        String token = remind();
        answer(token, "COME");
        for (int times = 0; times < 2; times++) {
            assertThat(answer(token, "CANCEL").data("answerReminder/reminder/state").asString()).isEqualTo("CANCELLED");
        }
        assertThat(visits.state(visit)).isEqualTo("CANCELLED");
        assertThat(look(token).data("reminder/state").asString()).isEqualTo("CANCELLED");
        assertThat(code(answer(token, "COME"))).isEqualTo("UNKNOWN_REMINDER");
    }

    @Test
    void aLinkEndsWhenSomebodyElseCallsTheAppointmentOff() {
        String token = remind();
        cancel();
        assertThat(look(token).data("reminder").isNull()).isTrue();
        assertThat(code(answer(token, "COME"))).isEqualTo("UNKNOWN_REMINDER");
    }

    @Test
    void aLinkEndsWithTheAppointment() {
        String token = remind();
        jdbc.sql("update appointment set starts_at = :now, ends_at = :end where id = :id")
                .param("now", Timestamp.from(NOW))
                .param("end", Timestamp.from(NOW.plusSeconds(60)))
                .param("id", visit)
                .update();
        assertThat(look(token).data("reminder").isNull()).isTrue();
        assertThat(code(answer(token, "CANCEL"))).isEqualTo("UNKNOWN_REMINDER");
        assertThat(visits.state(visit)).isEqualTo("BOOKED");
    }

    @Test
    void aLinkThatIsNoneOpensNothing() {
        remind();
        for (String token : List.of("", "x", "AAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --............")) {
            assertThat(look(token).data("reminder").isNull()).isTrue();
            assertThat(code(answer(token, "CANCEL"))).isEqualTo("UNKNOWN_REMINDER");
        }
        assertThat(visits.state(visit)).isEqualTo("BOOKED");
    }

    @Test
    void theRecordKnowsTheLinkByItsHashAlone() {
        String token = remind();
        assertThat(jdbc.sql("select encode(hash, 'escape') from reminder_link").query(String.class).list())
                .hasSize(1)
                .noneMatch(hash -> hash.contains(token));
    }

    @Test
    void oldLinksGo() {
        remind();
        jdbc.sql(
                "update appointment set starts_at = starts_at - interval '60 days', ends_at = ends_at - interval '60 days' where id = ?")
                .param(visit)
                .update();
        kept.apply();
        assertThat(jdbc.sql("select count(*) from reminder_link").query(Long.class).single()).isZero();
    }

    /// Reminds as a node does at that moment.
    private void remindAt(Instant moment) {
        Clock then = Clock.fixed(moment, java.time.ZoneOffset.UTC);
        var job = new ReminderJob(new Reminders(jdbc, then), links, appointments, audience, words, notifications,
                transaction);
        job.remindAll();
    }

    /// @return the link's secret part, as it stands in the message
    private String remind() {
        remindAt(START.minus(Duration.ofHours(24)));
        String path = people.query(mother, MINE).data("myNotifications/nodes/0/path").asString();
        assertThat(path).matches("/book/answer/[A-Za-z0-9_-]{22}");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void cancel() {
        jdbc.sql("update appointment set state = 'CANCELLED', reason = 'BY_RESIDENT' where id = ?")
                .param(visit)
                .update();
    }

    private void move(Instant start, Instant at) {
        jdbc.sql("update appointment set starts_at = :start, ends_at = :end, changed_at = :at where id = :id")
                .param("start", Timestamp.from(start))
                .param("end", Timestamp.from(start.plus(Duration.ofMinutes(30))))
                .param("at", Timestamp.from(at))
                .param("id", visit)
                .update();
    }

    private GraphQl.Answer look(String token) {
        return graphQl.ask(LOOK, Map.of("token", token), "en");
    }

    private GraphQl.Answer answer(String token, String answer) {
        return graphQl.ask(ANSWER, Map.of("input", Map.of("token", token, "answer", answer)), "en");
    }

    private static String code(GraphQl.Answer refused) {
        return refused.data("answerReminder/userErrors/0/code").asString();
    }

    private String fetch(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(graphQl.address() + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private List<String> kinds() {
        return kinds(mother);
    }

    private List<String> kinds(UUID reader) {
        return people.query(reader, MINE)
                .data("myNotifications/nodes")
                .valueStream()
                .map(node -> node.get("kind").asString())
                .toList();
    }
}
