package cn.jinlin.api.booking.slot;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookingStage;
import cn.jinlin.api.support.CountedStatements;
import cn.jinlin.api.support.GraphQl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static cn.jinlin.api.support.BookingStage.NINE;
import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(BookingStage.class)
class SlotsTest {

    private static final String SLOTS = """
            query($input: SlotsInput!) { slots(input: $input) { unpublishedFrom facilities {
              facility { id name } walkSeconds walkEstimated
              slots { id startsAt endsAt resource state free capacity releasesAt service { number } }
              rooms { resource stepMinutes free { startsAt endsAt } } } } }""";

    @Autowired
    private BookingStage stage;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private CountedStatements statements;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void thirtyDaysAtTwentyFacilitiesAreThreeStatements() {
        long service = stage.service("COUNTER");
        IntStream.range(0, 20).forEach(one -> {
            long schedule = stage.schedule(service, stage.facility("事务中心 " + one, "Centre " + one));
            IntStream.range(0, 29).forEach(day -> stage.slot(schedule, NINE.plus(Duration.ofDays(day)), 5));
        });
        Map<String, Object> input = input(service, Map.of("to", "2026-10-29"));
        graphQl.ask(SLOTS, input);

        statements.reset();
        GraphQl.Answer answer = graphQl.ask(SLOTS, input);

        assertThat(statements.count()).isEqualTo(3);
        assertThat(answer.data("slots/facilities").size()).isEqualTo(20);
        assertThat(answer.data("slots/facilities/19/slots").size()).isEqualTo(29);
    }

    @Test
    void theNearestLeadsAndWithoutAPointWhoeverIsFreeFirst() {
        long service = stage.service("COUNTER");
        long near = stage.facility("甲中心", "Near");
        long far = stage.facility("乙中心", "Far", 31.2);
        stage.slot(stage.schedule(service, near), NINE.plus(Duration.ofHours(2)), 1);
        stage.slot(stage.schedule(service, far), NINE, 1);

        assertThat(first(ask(service, Map.of()))).isEqualTo("乙中心");
        GraphQl.Answer fromHere = ask(service, Map.of("near", Map.of("lat", 31.1001, "lon", 121.4)));
        assertThat(first(fromHere)).isEqualTo("甲中心");
        assertThat(fromHere.data("slots/facilities/0/walkSeconds").asDouble()).isBetween(1.0, 60.0);
        assertThat(fromHere.data("slots/facilities/1/walkEstimated").asBoolean()).isTrue();
    }

    private static String first(GraphQl.Answer answer) {
        return answer.data("slots/facilities/0/facility/name").asString();
    }

    @Test
    void aSlotSaysWhetherThereIsRoomForTheWholeFamily() {
        long service = stage.service("COUNTER");
        long slot = stage.slot(stage.schedule(service, stage.facility("甲中心", "One")), NINE, 2);
        UUID resident = stage.resident();

        assertThat(state(ask(service, Map.of("party", 2)))).isEqualTo("FREE");
        stage.hold(resident, slot);
        assertThat(state(ask(service, Map.of("party", 2)))).isEqualTo("FULL");
        assertThat(state(ask(service, Map.of()))).isEqualTo("FREE");
        jdbc.sql("update slot set open = false where id = ?").param(slot).update();
        assertThat(state(ask(service, Map.of()))).isEqualTo("CLOSED");
    }

    private static String state(GraphQl.Answer answer) {
        return answer.data("slots/facilities/0/slots/0/state").asString();
    }

    @Test
    void aCourtShowsWhatNobodyHas() {
        long service = stage.service("ROOM");
        long schedule = stage.schedule(service, stage.facility("球馆", "Courts"));
        jdbc.sql(
                """
                insert into interval_claim (id, series_id, period, state, holder, created_at)
                values (gen_random_uuid(), ?, '[2026-09-30 09:00+08, 2026-09-30 10:00+08)', 'TAKEN', gen_random_uuid(), now())""")
                .param(schedule)
                .update();

        GraphQl.Answer answer = ask(service, Map.of("from", "2026-09-30"));

        assertThat(answer.data("slots/facilities/0/rooms/0/free").toString()).isEqualTo("""
                [{"startsAt":"2026-09-30T08:00:00+08:00","endsAt":"2026-09-30T09:00:00+08:00"},\
                {"startsAt":"2026-09-30T10:00:00+08:00","endsAt":"2026-09-30T20:00:00+08:00"}]""");
    }

    @Test
    void eachBoundIsRefusedWithItsOwnCode() {
        long service = stage.service("COUNTER");
        assertThat(reason(ask(service, Map.of("to", "2026-10-30")))).isEqualTo("DAYS_OUT_OF_RANGE");
        assertThat(reason(ask(service, Map.of("to", "2026-09-28")))).isEqualTo("DAYS_OUT_OF_RANGE");
        assertThat(reason(ask(service, Map.of("party", 5)))).isEqualTo("PARTY_OUT_OF_RANGE");
        assertThat(reason(ask(service, Map.of("service", "NONE")))).isEqualTo("UNKNOWN_SERVICE");
        assertThat(reason(ask(service, Map.of("facilities",
                IntStream.range(0, 21).mapToObj(id -> GlobalId.of("Facility", id)).toList()))))
                .isEqualTo("TOO_MANY_FACILITIES");
        assertThat(reason(ask(service, Map.of("facilities", List.of("x"))))).isEqualTo("UNKNOWN_FACILITY");
    }

    private static String reason(GraphQl.Answer answer) {
        return answer.error().at("/extensions/reason").asString();
    }

    private GraphQl.Answer ask(long service, Map<String, ?> more) {
        return graphQl.ask(SLOTS, input(service, more));
    }

    private Map<String, Object> input(long service, Map<String, ?> more) {
        var input = new HashMap<String, Object>(Map.of("service",
                jdbc.sql("select number from bookable_service where id = ?")
                        .param(service)
                        .query(String.class)
                        .single(),
                "from", "2026-09-29", "to", "2026-09-30"));
        input.putAll(more);
        return Map.of("input", input);
    }
}
