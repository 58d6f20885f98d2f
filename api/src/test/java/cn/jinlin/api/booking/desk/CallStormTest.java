package cn.jinlin.api.booking.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import cn.jinlin.api.booking.desk.DeskOfOneFacility.Place;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.Storm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/// The storm runs twice: on the product, and on what somebody in a hurry would have written, to see that it would notice.
@ApiTest
@Import(DeskOfOneFacility.class)
class CallStormTest {

    private static final int COUNTERS = 20;

    @Autowired
    private DeskOfOneFacility desk;
    @Autowired
    private LineTickets tickets;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private Place place = new Place(0, new UUID(0, 0), 0, 0, "", "");
    private List<String> counters = List.of();

    @BeforeEach
    void twentyCountersAndAsManyPeople() {
        place = desk.prepare();
        counters = IntStream.rangeClosed(1, COUNTERS).mapToObj(each -> desk.openCounter(place, each + " 号窗口")).toList();
        for (int each = 0; each < COUNTERS; each++) {
            desk.draw(place, false);
        }
    }

    @Test
    void twentyCountersThatCallAtOnceNeverGetTheSameTicket() {
        List<String> called = Storm.of(COUNTERS, each -> () -> desk.callNext(place, counters.get(each))
                .data("callNext/ticket/number")
                .asString()).all();

        assertThat(called).hasSize(COUNTERS).doesNotHaveDuplicates();
    }

    @Test
    void theSameCallSentTwentyTimesAtOnceCallsOnePerson() {
        Map<String, String> same = Map.of("counter", counters.getFirst(), "key", UUID.randomUUID().toString());
        List<String> called = Storm.of(COUNTERS, _ -> () -> desk.act(place, "callNext", "CallNextInput", same)
                .data("callNext/ticket/number")
                .asString()).all();

        assertThat(called).hasSize(COUNTERS).containsOnly("B001");
    }

    @Test
    void withoutTheLinesLockTwoCountersChooseTheSameAndOnlyTheConditionalStatementKeepsThemApart() {
        Storm.Outcome<String> storm = Storm.of(COUNTERS, each -> () -> hurried(each, true));

        assertThat(storm.all()).contains("too late");
        assertThat(storm.answers().stream().filter(number -> !number.equals("too late"))).doesNotHaveDuplicates();
    }

    @Test
    void withoutEitherTheSameStormCallsOnePersonToManyCounters() {
        Storm.Outcome<String> storm = Storm.of(COUNTERS, each -> () -> hurried(each, false));

        assertThat(storm.all().stream().distinct().count()).isLessThan(COUNTERS);
    }

    /// Looks who is next, and calls them a moment later.
    private String hurried(int each, boolean conditional) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Ticket next = tickets.listWaiting(place.facility(), Act.dayOf(DeskOfOneFacility.NOW))
                    .stream()
                    .min(java.util.Comparator.comparingLong(Ticket::position))
                    .orElseThrow(() -> new BadInput("counter", "NOBODY_WAITS"));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            UUID counter = DeskOfOneFacility.key(counters.get(each));
            if (conditional) {
                return tickets.change(next, next.callTo(counter, DeskOfOneFacility.NOW)) ? next.number() : "too late";
            }
            jdbc.sql(
                    "update line_ticket set state = 'CALLED', counter_id = ?, called_at = now(), calls = 1 where id = ?")
                    .param(counter)
                    .param(next.id())
                    .update();
            return next.number();
        }));
    }

    @Test
    void theRecordItselfLetsACounterServeNoSecond() {
        GraphQl.Answer called = desk.callNext(place, counters.getFirst());
        assertThat(called.data("callNext/ticket/number").asString()).isEqualTo("B001");
        Ticket second = tickets.listWaiting(place.facility(), Act.dayOf(DeskOfOneFacility.NOW)).getFirst();
        UUID counter = DeskOfOneFacility.key(counters.getFirst());

        org.assertj.core.api.Assertions
                .assertThatThrownBy(() -> tickets.change(second, second.callTo(counter, DeskOfOneFacility.NOW)))
                .hasMessageContaining("line_ticket_at_counter");
    }
}
