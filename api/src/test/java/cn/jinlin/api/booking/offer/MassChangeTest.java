package cn.jinlin.api.booking.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import cn.jinlin.api.booking.appointment.Appointment;
import cn.jinlin.api.booking.appointment.AppointmentCancelled;
import cn.jinlin.api.booking.appointment.AppointmentChanged;
import cn.jinlin.api.booking.appointment.AppointmentMoved;
import cn.jinlin.api.booking.appointment.AppointmentService;
import cn.jinlin.api.booking.appointment.AppointmentState;
import cn.jinlin.api.booking.offer.OfferOfOneFacility.Offer;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import cn.jinlin.api.support.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.event.TransactionalEventListener;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import({OfferOfOneFacility.class, MassChangeTest.Told.class})
class MassChangeTest {

    private static final String CANCEL = """
            mutation($input: ChangeAppointmentsInput!) { cancelAppointments(input: $input) {
              massChange { id total rebookingPath } userErrors { code } } }""";
    private static final String MOVE = """
            mutation($input: ChangeAppointmentsInput!) { moveAppointments(input: $input) {
              massChange { id total } userErrors { code } } }""";
    private static final String HOW_FAR = """
            query($id: ID!) { massChange(id: $id) { act reason total done left doneAt leftAppointments { id code } } }""";

    /// Hears what people would be told, once the change is committed.
    @TestComponent
    static class Told {

        private final List<AppointmentChanged> changes = new CopyOnWriteArrayList<>();

        @TransactionalEventListener
        void hear(AppointmentChanged changed) {
            changes.add(changed);
        }

        List<AppointmentChanged> of(UUID appointment) {
            return changes.stream().filter(change -> change.appointment().id().equals(appointment)).toList();
        }
    }

    @Autowired
    private OfferOfOneFacility offers;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private TestTokens tokens;
    @Autowired
    private AppointmentService appointments;
    @Autowired
    private Places places;
    @Autowired
    private Told told;
    @Autowired
    private JdbcClient jdbc;

    private Offer offer = new Offer(0, new UUID(0, 0), 0, "");
    private String schedule = "";

    @BeforeEach
    void anOffer() {
        offer = offers.prepare();
        schedule = offers.created(offer, Map.of("capacity", 40));
    }

    private GraphQl.Answer askAtDesk(String document, Map<String, ?> variables) {
        return graphQl.send(document, variables, "en",
                tokens.staff(PeopleOfThree.CLERK, new Duty(Role.FACILITY_DESK, offer.unit())));
    }

    private GraphQl.Answer awaitDone(GraphQl.Answer ordered, String operation) {
        String id = ordered.data(operation + "/massChange/id").asString();
        Records.await(() -> !askAtDesk(HOW_FAR, Map.of("id", id)).data("massChange/doneAt").isNull());
        return askAtDesk(HOW_FAR, Map.of("id", id));
    }

    private List<UUID> book(String at, int count) {
        long slot = offers.slotAt(schedule, at);
        var booked = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            booked.add(offers.book(offer, schedule, slot));
        }
        return booked;
    }

    @Test
    void allOfADayAreCancelledWithAReasonEachToldOnceAndTheirPlacesAreFree() {
        List<UUID> thatDay = book("2026-10-08 09:00", 30);
        UUID other = book("2026-10-09 09:00", 1).getFirst();

        GraphQl.Answer ordered = people.askAtDesk(offer.unit(), CANCEL, Map.of("schedule", schedule, "from",
                "2026-10-08T00:00:00+08:00", "to", "2026-10-09T00:00:00+08:00", "reason", "STAFF_ABSENT"));
        GraphQl.Answer done = awaitDone(ordered, "cancelAppointments");

        assertThat(ordered.data("cancelAppointments/massChange/rebookingPath").asString())
                .isEqualTo("/book/" + offer.number());
        assertThat(done.data("massChange/total").asInt()).isEqualTo(30);
        assertThat(done.data("massChange/done").asInt()).isEqualTo(30);
        for (UUID id : thatDay) {
            Appointment appointment = appointments.find(id).orElseThrow();
            assertThat(appointment.state()).isEqualTo(AppointmentState.CANCELLED);
            assertThat(appointment.reason()).isEqualTo("STAFF_ABSENT");
            assertThat(told.of(id)).singleElement().isInstanceOf(AppointmentCancelled.class);
        }
        assertThat(appointments.find(other).orElseThrow().state()).isEqualTo(AppointmentState.BOOKED);
        assertThat(places.findSlot(offers.slotAt(schedule, "2026-10-08 09:00")).orElseThrow().taken()).isZero();
    }

    @Test
    void onlyThoseOutsideTheNewHoursMoveToTheNearestFreePlaceAndKeepTheirNumbers() {
        List<UUID> morning = book("2026-10-08 09:00", 3);
        UUID stays = book("2026-10-08 10:00", 1).getFirst();
        String number = appointments.find(morning.getFirst()).orElseThrow().number();
        people.askAtDesk(offer.unit(), OfferOfOneFacility.UPDATE, Map.of("id", schedule, "lines",
                List.of(OfferOfOneFacility.weekdays("10:00", "12:00"))));

        GraphQl.Answer done = awaitDone(people.askAtDesk(offer.unit(), MOVE,
                Map.of("schedule", schedule, "outsideHoursOnly", true, "reason", "SCHEDULE_CHANGED")),
                "moveAppointments");

        assertThat(done.data("massChange/done").asInt()).isEqualTo(3);
        for (UUID id : morning) {
            assertThat(appointments.find(id).orElseThrow().startsAt())
                    .isEqualTo(OfferOfOneFacility.shanghai("2026-10-08T10:00"));
            assertThat(told.of(id)).singleElement().isInstanceOf(AppointmentMoved.class);
        }
        assertThat(appointments.find(morning.getFirst()).orElseThrow().number()).isEqualTo(number);
        assertThat(told.of(stays)).isEmpty();
        assertThat(places.findSlot(offers.slotAt(schedule, "2026-10-08 10:00")).orElseThrow().taken()).isEqualTo(4);
    }

    @Test
    void whoFindsNoPlaceIsLeftAndNamedAndNobodyIsSqueezedIn() {
        String small = offers.created(offer, Map.of("resource", "5 号窗口", "capacity", 1, "horizonDays", 9, "lines",
                List.of(OfferOfOneFacility.line(List.of(4), "11:00", "12:00"))));
        List<UUID> three = book("2026-10-08 09:00", 3);
        people.askAtDesk(offer.unit(),
                "mutation($input: CloseScheduleInput!) { closeSchedule(input: $input) { userErrors { code } } }",
                Map.of("id", schedule));

        GraphQl.Answer done = awaitDone(people.askAtDesk(offer.unit(), MOVE,
                Map.of("schedule", schedule, "reason", "FACILITY_CLOSED")), "moveAppointments");

        assertThat(done.data("massChange/done").asInt()).isEqualTo(1);
        assertThat(done.data("massChange/left").asInt()).isEqualTo(2);
        assertThat(done.data("massChange/leftAppointments").findValuesAsString("code"))
                .containsExactly("NO_FREE_PLACE", "NO_FREE_PLACE");
        assertThat(places.findSlot(offers.slotAt(small, "2026-10-08 11:00")).orElseThrow().taken()).isEqualTo(1);
        assertThat(three.stream().map(id -> appointments.find(id).orElseThrow().state()))
                .containsOnly(AppointmentState.BOOKED);
    }

    @Test
    void anOrderThatNobodyFinishedIsFinishedLaterAndWhatWasDoneIsNotDoneAgain() {
        List<UUID> two = book("2026-10-08 09:00", 2);
        UUID change = UUID.randomUUID();
        appointments.cancelByFacility(two.getFirst(), "EMERGENCY");
        jdbc.sql("""
                insert into mass_change (id, schedule_id, act, reason, actor, created_at)
                values (?, ?, 'CANCEL', 'EMERGENCY', 'staff:1', now())""")
                .param(change)
                .param(OfferOfOneFacility.key(schedule))
                .update();
        jdbc.sql("""
                insert into mass_change_item (change_id, appointment_id, position, state)
                values (:change, :first, 1, 'DONE'), (:change, :second, 2, 'WAITING')""")
                .param("change", change)
                .param("first", two.getFirst())
                .param("second", two.getLast())
                .update();

        Records.await(() -> appointments.find(two.getLast()).orElseThrow().state() == AppointmentState.CANCELLED);
        assertThat(told.of(two.getFirst())).hasSize(1);
        assertThat(told.of(two.getLast())).hasSize(1);
    }

    @Test
    void anOrderIsRefusedWithoutAppointmentsAndForAnotherFacilitysStaff() {
        assertThat(people.askAtDesk(offer.unit(), CANCEL, Map.of("schedule", schedule, "reason", "EMERGENCY"))
                .data("cancelAppointments/userErrors/0/code")
                .asString()).isEqualTo("NO_APPOINTMENTS");
        UUID booked = book("2026-10-08 09:00", 1).getFirst();
        assertThat(people.askAtDesk(PeopleOfThree.OTHER_DESK, CANCEL,
                Map.of("schedule", schedule, "reason", "EMERGENCY", "appointments",
                        List.of(GlobalId.of("Appointment", booked))))
                .error()
                .at("/extensions/code")
                .asString()).isEqualTo("FORBIDDEN");
        assertThat(appointments.find(booked).orElseThrow().state()).isEqualTo(AppointmentState.BOOKED);
    }
}
