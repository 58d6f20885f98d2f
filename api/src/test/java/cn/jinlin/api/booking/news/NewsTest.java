package cn.jinlin.api.booking.news;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import cn.jinlin.api.account.resident.Residents;
import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentBooked;
import cn.jinlin.api.booking.appointment.AppointmentCancelled;
import cn.jinlin.api.booking.appointment.AppointmentMoved;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.booking.waitlist.WaitlistEntry;
import cn.jinlin.api.booking.waitlist.WaitlistOffered;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookedVisits;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/// Who is told of what happens to an appointment, and what.
@ApiTest
@Import(BookedVisits.class)
class NewsTest {

    private static final Instant START = Instant.parse("2026-10-12T01:00:00Z");
    private static final String MINE = "{ myNotifications { nodes { kind title text path } } }";

    @Autowired
    private PeopleOfThree people;
    @Autowired
    private BookedVisits visits;
    @Autowired
    private AppointmentService appointments;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Residents residents;
    @Autowired
    private JdbcClient jdbc;

    private UUID mother = new UUID(0, 0);
    private UUID daughter = new UUID(0, 0);
    private UUID visit = new UUID(0, 0);

    @BeforeEach
    void aDaughterBooksForHerMother() {
        people.clear();
        visits.prepare();
        mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        daughter = people.signUp(PeopleOfThree.DAUGHTER_PHONE);
        people.name(mother, "李桂芳", "1950-03-01");
        visits.letAct(daughter, mother);
        visit = visits.book(mother, daughter, START);
    }

    @Test
    void bothAreToldWhatWhenAndWhereAndTheOneWhoActsReadsAMaskedName() {
        publish(new AppointmentBooked(visit()));

        GraphQl.Answer own = await(mother, 1);
        assertThat(own.data("myNotifications/nodes/0/kind").asString()).isEqualTo("booking.booked");
        assertThat(own.data("myNotifications/nodes/0/text").asString())
                .contains("老年人体检", "12 October 2026, 09:00", "梅园街道社区卫生服务中心", "梅园路88号", "3 号窗口", "您本人",
                        visit().number());
        assertThat(own.data("myNotifications/nodes/0/path").asString())
                .isEqualTo("/book/mine/" + BookedVisits.id(visit));
        assertThat(await(daughter, 1).data("myNotifications/nodes/0/text").asString()).contains("李**")
                .doesNotContain("李桂芳");
    }

    @Test
    void aMoveTellsBothTimes() {
        publish(new AppointmentMoved(visit(), START.minus(Duration.ofDays(2))));
        assertThat(await(mother, 1).data("myNotifications/nodes/0/text").asString())
                .contains("It was: 10 October 2026, 09:00", "It is now: 12 October 2026, 09:00", visit().number());
    }

    @Test
    void whatTheFacilityCallsOffIsToldWithAReasonAndTheWayToAnotherTime() {
        publish(new AppointmentCancelled(visit(), "NO_SUCH_CODE_YET"));
        GraphQl.Answer told = await(mother, 1);
        assertThat(told.data("myNotifications/nodes/0/kind").asString()).isEqualTo("booking.cancelled_by_facility");
        assertThat(told.data("myNotifications/nodes/0/path").asString())
                .isEqualTo("/book/service/" + visits.serviceNumber());
        assertThat(told.data("myNotifications/nodes/0/text").asString()).contains("Reason: 服务方安排有变");
    }

    @Test
    void whatAResidentCallsOffIsToldAsThat() {
        publish(new AppointmentCancelled(visit(), "BY_RESIDENT"));
        assertThat(await(daughter, 1).data("myNotifications/nodes/0/kind").asString()).isEqualTo("booking.cancelled");
    }

    @Test
    void forSomebodyWithoutAPhoneThoseWhoActForThemAreTold() {
        UUID grandfather = residents.withoutPhone().id();
        UUID neighbour = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        visits.letAct(daughter, grandfather);
        visits.letAct(neighbour, grandfather);
        UUID atDesk = visits.book(grandfather, null, START);

        publish(new AppointmentBooked(appointments.find(atDesk).orElseThrow()));

        await(daughter, 1);
        await(neighbour, 1);
        assertThat(count(grandfather)).isZero();
    }

    @Test
    void whoeverMayNoLongerActIsNoLongerTold() {
        visits.revoke(daughter, mother);
        publish(new AppointmentCancelled(visit(), "BY_RESIDENT"));
        await(mother, 1);
        assertThat(count(daughter)).isZero();
    }

    @Test
    void nobodyIsToldOfAnErasedPerson() {
        residents.erase(mother);
        publish(new AppointmentCancelled(visit(), "NO_SUCH_CODE_YET"));
        Records.await(() -> waiting() == 0);
        assertThat(count(mother) + count(daughter)).isZero();
    }

    @Test
    void whoeverWaitsIsToldOfAnOfferAndUntilWhenItStands() {
        Instant until = BookedVisits.NOW.plus(Duration.ofMinutes(30));
        publish(new WaitlistOffered(visits.offer(mother, daughter, START, until)));
        assertThat(await(mother, 1).data("myNotifications/nodes/0/text").asString())
                .contains("12 October 2026, 09:00", "until 29 September 2026, 10:30");
        assertThat(await(daughter, 1).data("myNotifications/nodes/0/kind").asString()).isEqualTo("booking.offered");
    }

    @Test
    void anOfferThatIsOverIsToldToNobody() {
        WaitlistEntry entry = visits.offer(mother, daughter, START, BookedVisits.NOW.plus(Duration.ofMinutes(30)));
        jdbc.sql("update waitlist_entry set state = 'TAKEN' where id = ?").param(entry.id()).update();
        publish(new WaitlistOffered(entry));
        Records.await(() -> waiting() == 0);
        assertThat(count(mother)).isZero();
    }

    @Test
    void whatIsRolledBackIsToldToNobody() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new AppointmentBooked(visit()));
            status.setRollbackOnly();
        });
        assertThat(waiting()).isZero();
        assertThat(count(mother)).isZero();
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(_ -> events.publishEvent(event));
    }

    private Appointment visit() {
        return appointments.find(visit).orElseThrow();
    }

    private GraphQl.Answer await(UUID reader, int messages) {
        Records.await(() -> count(reader) >= messages);
        return people.query(reader, MINE);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from appointment_news").query(Long.class).single();
    }

    private long count(UUID reader) {
        return jdbc.sql("select count(*) from notification where subject = ?")
                .param("resident:" + reader)
                .query(Long.class)
                .single();
    }
}
