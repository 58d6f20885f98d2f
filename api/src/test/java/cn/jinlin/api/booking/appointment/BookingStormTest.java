package cn.jinlin.api.booking.appointment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import cn.jinlin.api.security.Access;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookingStage;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Storm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.support.TransactionTemplate;

import static cn.jinlin.api.support.BookingStage.BOOK;
import static cn.jinlin.api.support.BookingStage.HOLD;
import static cn.jinlin.api.support.BookingStage.key;
import static cn.jinlin.api.support.BookingStage.slotId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What many do at once, over HTTP, as when wanted places go out.
@ApiTest
@Import(BookingStage.class)
class BookingStormTest {

    private static final String MOVE = """
            mutation($input: RescheduleAppointmentInput!) { rescheduleAppointment(input: $input) {
              appointment { number } userErrors { code } } }""";
    private static final int CLIENTS = 200;
    private static final int CAPACITY = 10;

    @Autowired
    private BookingStage stage;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private AppointmentService service;
    @Autowired
    private Access access;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void twoHundredResidentsGetTenPlacesAndEverybodyElseAFinalAnswer() {
        long slot = stage.slots(CAPACITY).getFirst();
        List<UUID> residents = IntStream.range(0, CLIENTS).mapToObj(_ -> stage.resident()).toList();

        Storm.Outcome<String> storm = Storm.of(CLIENTS, client -> () -> holdAndBook(residents.get(client), slot));

        assertThat(storm.all()).hasSize(CLIENTS);
        assertThat(storm.count("BOOKED")).isEqualTo(CAPACITY);
        assertThat(storm.count("SLOT_FULL")).isEqualTo(CLIENTS - CAPACITY);
        assertThat(stage.standing(slot)).isEqualTo(CAPACITY);
        assertThat(stage.taken(slot)).isEqualTo(CAPACITY);
    }

    private String holdAndBook(UUID resident, long slot) {
        GraphQl.Answer held = stage.hold(resident, slot);
        if (held.data("holdSlot/hold").isNull()) {
            return held.data("holdSlot/userErrors/0/code").asString();
        }
        return people.ask(resident, BOOK,
                Map.of("hold", held.data("holdSlot/hold/id").asString(), "idempotencyKey", key()))
                .data("bookAppointment/appointment/state")
                .asString();
    }

    @Test
    void theSameKeyTwentyTimesAtOnceBooksOnceAndGivesOneAnswer() {
        long slot = stage.slots(CAPACITY).getFirst();
        UUID resident = stage.resident();
        Map<String, Object> hold = Map.of("slot", slotId(slot), "idempotencyKey", key());
        Set<String> holds = Storm
                .of(20, _ -> () -> people.ask(resident, HOLD, hold).data("holdSlot/hold/id").asString())
                .all()
                .stream()
                .collect(Collectors.toSet());
        assertThat(holds).hasSize(1);

        Map<String, Object> book = Map.of("hold", holds.iterator().next(), "idempotencyKey", key());
        Set<String> answers = Storm.of(20, _ -> () -> people.ask(resident, BOOK, book).body())
                .all()
                .stream()
                .collect(Collectors.toSet());

        assertThat(answers).hasSize(1);
        assertThat(stage.standing(slot)).isEqualTo(1);
    }

    @Test
    void theSameStormActsMoreThanOnceWhereTheKeyIsLookedUpBeforeItIsKept() {
        jdbc.sql("create table hurried_request (key uuid)").update();
        try {
            UUID key = UUID.randomUUID();
            Storm.Outcome<Boolean> storm = Storm.of(20, _ -> () -> Objects
                    .requireNonNull(transaction.execute(_ -> isFirst(key))));

            assertThat(storm.count(true)).isGreaterThan(1);
        } finally {
            jdbc.sql("drop table hurried_request").update();
        }
    }

    private boolean isFirst(UUID key) {
        boolean isNew = jdbc.sql("select not exists (select from hurried_request where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
        jdbc.sql("select pg_sleep(0.02)").query((_, _) -> true).single();
        return isNew && jdbc.sql("insert into hurried_request values (?)").param(key).update() == 1;
    }

    @Test
    void aKeyIsForOneActOnly() {
        List<Long> slots = stage.slots(5, 5);
        UUID resident = stage.resident();
        String key = key();
        people.ask(resident, HOLD, Map.of("slot", slotId(slots.getFirst()), "idempotencyKey", key));

        assertThat(people.ask(resident, HOLD, Map.of("slot", slotId(slots.get(1)), "idempotencyKey", key))
                .data("holdSlot/userErrors/0/code")
                .asString()).isEqualTo("KEY_USED_OTHERWISE");
        assertThat(stage.taken(slots.get(1))).isZero();
    }

    /// What a client sees of a node that is killed: either nothing was committed, or all was, and only the answer is lost.
    @Test
    void whoeverGotNoAnswerAsksAgainAndGetsTheOneAppointment() {
        long slot = stage.slots(1).getFirst();
        UUID resident = stage.resident();
        Map<String, Object> book = Map.of("hold", stage.hold(resident, slot).data("holdSlot/hold/id").asString(),
                "idempotencyKey", key());
        AppointmentInputs.Book input = new AppointmentInputs.Book(String.valueOf(book.get("hold")), null, false,
                List.of(),
                String.valueOf(book.get("idempotencyKey")));

        assertThatThrownBy(() -> signedIn(resident, () -> transaction.executeWithoutResult(_ -> {
            service.book(input);
            throw new NodeKilled();
        }))).isInstanceOf(NodeKilled.class);
        assertThat(stage.standing(slot)).isZero();
        assertThatThrownBy(() -> signedIn(resident, () -> {
            service.book(input);
            throw new NodeKilled();
        })).isInstanceOf(NodeKilled.class);
        assertThat(stage.standing(slot)).isEqualTo(1);

        String number = people.ask(resident, BOOK, book).data("bookAppointment/appointment/number").asString();
        assertThat(jdbc.sql("select number from appointment where person_id = ?")
                .param(resident)
                .query(String.class)
                .list()).containsExactly(number);
        assertThat(people.ask(resident, BOOK, Map.of("hold", book.get("hold"), "idempotencyKey", key()))
                .data("bookAppointment/userErrors/0/code")
                .asString()).isIn("HOLD_GONE", "DOUBLE_BOOKING");
    }

    private static final class NodeKilled extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private void signedIn(UUID resident, Runnable act) {
        Jwt token = Jwt.withTokenValue("none").header("alg", "none").subject("resident:" + resident).build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token));
        try {
            assertThat(access.getResident()).isEqualTo(resident);
            act.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void peopleWhoMoveBothWaysBetweenFullSlotsAllGetAnAnswerAndNobodyLosesTheirPlace() {
        List<Long> slots = stage.slots(CAPACITY, CAPACITY);
        List<UUID> residents = IntStream.range(0, 2 * CAPACITY - 1).mapToObj(_ -> stage.resident()).toList();
        List<String> booked = IntStream.range(0, residents.size())
                .mapToObj(one -> stage.book(residents.get(one), slots.get(one / CAPACITY)))
                .toList();

        Storm.Outcome<Integer> storm = Storm.of(residents.size(), one -> () -> people.ask(residents.get(one), MOVE,
                Map.of("appointment", booked.get(one), "slot", slotId(slots.get(1 - one / CAPACITY)), "idempotencyKey",
                        key()))
                .data("rescheduleAppointment/userErrors")
                .size());

        assertThat(storm.all()).contains(0);
        assertThat(stage.standing(slots.getFirst()) + stage.standing(slots.get(1))).isEqualTo(residents.size());
        for (long slot : slots) {
            assertThat(stage.standing(slot)).isEqualTo(stage.taken(slot)).isLessThanOrEqualTo(CAPACITY);
        }
    }
}
