package cn.jinlin.api.booking.waitlist;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import cn.jinlin.api.capacity.Claim;
import cn.jinlin.api.capacity.Places;
import cn.jinlin.api.capacity.Pool;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookingStage;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Storm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static cn.jinlin.api.support.BookingStage.BOOK;
import static cn.jinlin.api.support.BookingStage.NOW;
import static cn.jinlin.api.support.BookingStage.key;
import static cn.jinlin.api.support.BookingStage.slotId;
import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(BookingStage.class)
class WaitlistTest {

    private static final String JOIN = """
            mutation($input: JoinWaitlistInput!) { joinWaitlist(input: $input) {
              entry { id state place service { name } facility { name } slot { id } } userErrors { code } } }""";
    private static final String LEAVE = """
            mutation($input: LeaveWaitlistInput!) { leaveWaitlist(input: $input) {
              entry { state } userErrors { code } } }""";
    private static final String CANCEL = """
            mutation($input: CancelAppointmentInput!) { cancelAppointment(input: $input) {
              appointment { state } userErrors { code } } }""";
    private static final String MINE = "{ myWaitlist { id state place hold offeredUntil } }";

    @Autowired
    private BookingStage stage;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private Places places;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoeverIsNextIsOfferedAFreedPlaceForHalfAnHourAndNobodyGetsBetween() {
        long slot = stage.slots(1).getFirst();
        UUID first = stage.resident();
        String booked = stage.book(first, slot);
        UUID second = stage.resident();
        UUID third = stage.resident();
        assertThat(join(second, slot).data("joinWaitlist/entry/place").asInt()).isEqualTo(1);
        assertThat(join(third, slot).data("joinWaitlist/entry/place").asInt()).isEqualTo(2);

        people.ask(first, CANCEL, Map.of("appointment", booked, "idempotencyKey", key()));

        GraphQl.Answer offered = people.query(second, MINE);
        assertThat(offered.data("myWaitlist/0/state").asString()).isEqualTo("OFFERED");
        assertThat(offered.data("myWaitlist/0/offeredUntil").asString()).isEqualTo("2026-09-29T10:30:00+08:00");
        assertThat(people.query(third, MINE).data("myWaitlist/0/place").asInt()).isEqualTo(1);
        assertThat(stage.hold(first, slot).data("holdSlot/userErrors/0/code").asString()).isEqualTo("SLOT_FULL");
        people.ask(second, BOOK, Map.of("hold", offered.data("myWaitlist/0/hold").asString(), "idempotencyKey", key()));
        assertThat(stage.standing(slot)).isEqualTo(1);
        assertThat(people.query(second, MINE).data("myWaitlist").size()).isZero();
    }

    @Test
    void anOfferThatLapsesOrIsDeclinedGoesToTheNext() {
        long slot = stage.slots(1).getFirst();
        UUID first = stage.resident();
        String booked = stage.book(first, slot);
        List<UUID> waiting = IntStream.range(0, 3).mapToObj(_ -> stage.resident()).toList();
        waiting.forEach(one -> join(one, slot));
        people.ask(first, CANCEL, Map.of("appointment", booked, "idempotencyKey", key()));
        stage.lapse(slot);
        places.sweep(slot);

        assertThat(people.query(waiting.getFirst(), MINE).data("myWaitlist").size()).isZero();
        GraphQl.Answer second = people.query(waiting.get(1), MINE);
        assertThat(second.data("myWaitlist/0/state").asString()).isEqualTo("OFFERED");
        people.ask(waiting.get(1), LEAVE, Map.of("entry", second.data("myWaitlist/0/id").asString()));
        assertThat(people.query(waiting.get(2), MINE).data("myWaitlist/0/state").asString()).isEqualTo("OFFERED");
    }

    @Test
    void nobodyWaitsWhereThereIsAPlaceOrTwiceOrLeavesForAnother() {
        List<Long> slots = stage.slots(1, 1);
        stage.book(stage.resident(), slots.getFirst());
        UUID waiting = stage.resident();
        String entry = join(waiting, slots.getFirst()).data("joinWaitlist/entry/id").asString();

        assertThat(code(join(waiting, slots.getFirst()))).isEqualTo("WAITING_ALREADY");
        assertThat(code(join(waiting, slots.get(1)))).isEqualTo("SLOT_NOT_FULL");
        assertThat(people.ask(stage.resident(), LEAVE, Map.of("entry", entry))
                .data("leaveWaitlist/userErrors/0/code")
                .asString()).isEqualTo("UNKNOWN_ENTRY");
    }

    @Test
    void theLastPlaceGoesToWhoWaitsOrToWhoAsksAndNeverToBoth() {
        for (int round = 0; round < 10; round++) {
            long slot = stage.slots(1).getFirst();
            Claim last = inTransaction(() -> places.take(slot, Pool.ONLINE, 1, UUID.randomUUID()).orElseThrow());
            UUID waiting = stage.resident();
            join(waiting, slot);
            UUID asking = stage.resident();

            Storm.Outcome<Boolean> storm = Storm.of(3, client -> () -> switch (client) {
                case 0 -> inTransaction(() -> {
                    places.giveBack(last.id());
                    return true;
                });
                case 1 -> !stage.hold(asking, slot).data("holdSlot/hold").isNull();
                default -> join(stage.resident(), slot).data("joinWaitlist/entry").isNull();
            });

            assertThat(storm.all()).hasSize(3);
            assertThat(stage.taken(slot)).isEqualTo(1).isEqualTo(held(slot));
            assertThat(people.query(waiting, MINE).data("myWaitlist/0/state").asString()).isEqualTo("OFFERED");
        }
    }

    @Test
    void theSameRaceGivesTheLastPlaceTwiceWhereTheOfferLooksBeforeItHolds() {
        jdbc.sql("create table hurried_place (id int primary key, taken int)").update();
        try {
            jdbc.sql("insert into hurried_place values (1, 0)").update();
            Storm.Outcome<Boolean> storm = Storm.of(2, _ -> () -> inTransaction(() -> {
                boolean isFree = jdbc.sql("select taken = 0 from hurried_place").query(Boolean.class).single();
                jdbc.sql("select pg_sleep(0.05)").query((_, _) -> true).single();
                return isFree && jdbc.sql("update hurried_place set taken = taken + 1").update() == 1;
            }));

            assertThat(storm.count(true)).isEqualTo(2);
        } finally {
            jdbc.sql("drop table hurried_place").update();
        }
    }

    private int held(long slot) {
        return jdbc
                .sql("""
                select count(*) from slot_claim where slot_id = ? and (state = 'TAKEN' or (state = 'HELD' and held_until > ?))""")
                .param(slot)
                .param(java.sql.Timestamp.from(NOW))
                .query(Integer.class)
                .single();
    }

    private GraphQl.Answer join(UUID resident, long slot) {
        return people.ask(resident, JOIN, Map.of("slot", slotId(slot), "idempotencyKey", key()));
    }

    private static String code(GraphQl.Answer joined) {
        return joined.data("joinWaitlist/userErrors/0/code").asString();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(_ -> act.get()));
    }
}
