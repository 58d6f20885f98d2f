package cn.jinlin.api.booking.release;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.security.Duty;
import cn.jinlin.api.security.Role;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookingStage;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Storm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The line of a waiting room: drawn where anybody can draw it again, let in by turn.
@ApiTest
@Import({BookingStage.class, WantedPlaces.class})
class WaitingRoomTest {

    private static final String ENTER = """
            mutation($input: EnterWaitingRoomInput!) { enterWaitingRoom(input: $input) {
              ticket { number state place admittedAt } userErrors { code } } }""";
    private static final String DRAWN = """
            query($id: ID!) { releaseDraw(release: $id, first: 500) { edges { node { place number won } } } }""";

    @Autowired
    private BookingStage stage;
    @Autowired
    private WantedPlaces wanted;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ReleaseTickets tickets;
    @Autowired
    private Releases releases;
    @Autowired
    private Drawing drawing;
    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void nobody() {
        wanted.clear();
    }

    @Test
    void theSeedIsCommittedToBeforeAndTheOrderCanBeDrawnAgainByAnyone() throws GeneralSecurityException {
        wanted.of("WAITING_ROOM", 3);
        assertThat(wanted.published().get("seed").isNull()).isTrue();
        String hash = wanted.published().get("seedHash").asString();
        for (UUID resident : wanted.crowd(12)) {
            JsonNode ticket = people.ask(resident, ENTER, Map.of("release", wanted.release()))
                    .data("enterWaitingRoom/ticket");
            assertThat(ticket.get("state").asString()).isEqualTo("BEFORE_THE_HOUR");
            assertThat(ticket.get("place").isNull()).isTrue();
        }

        wanted.theHourComes();

        JsonNode after = wanted.published();
        assertThat(after.get("seedHash").asString()).isEqualTo(hash);
        String seed = after.get("seed").asString();
        assertThat(HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(seed))))
                .isEqualTo(hash);
        List<String> drawn = graphQl.ask(DRAWN, Map.of("id", wanted.release()))
                .data("releaseDraw/edges")
                .findValuesAsString("number");
        assertThat(drawn).hasSize(12).isNotEqualTo(drawn.stream().sorted().toList());
        assertThat(WantedPlaces.recompute(seed, drawn.stream().sorted().toList())).isEqualTo(drawn);
    }

    @Test
    void ticketsLetPeopleInByTurnAndWhoComesLaterStandsBehind() {
        wanted.of("WAITING_ROOM", 300);
        jdbc.sql("""
                insert into release_rule (service_id, room_opens, room_per_second, room_lasts, lottery_hold, transfer_hours)
                values (?, 30, 4, 60, 24, 24)""").param(wanted.service()).update();
        List<UUID> crowd = wanted.crowd(12);
        crowd.forEach(resident -> people.ask(resident, ENTER, Map.of("release", wanted.release())));
        assertThat(WantedPlaces.code(stage.hold(crowd.getFirst(), wanted.slot()), "holdSlot"))
                .isEqualTo("NOT_YET_RELEASED");

        wanted.theHourComes();

        UUID late = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        assertThat(WantedPlaces.code(stage.hold(late, wanted.slot()), "holdSlot")).isEqualTo("NO_TICKET");
        JsonNode behind = people.ask(late, ENTER, Map.of("release", wanted.release())).data("enterWaitingRoom/ticket");
        assertThat(behind.get("place").asInt()).isEqualTo(13);
        assertThat(behind.get("state").asString()).isEqualTo("IN_LINE");
        assertThat(Instant.parse(java.time.OffsetDateTime.parse(behind.get("admittedAt").asString())
                .toInstant()
                .toString())).isEqualTo(WantedPlaces.JUST_NOW.plusSeconds(3));
        int let = 0;
        for (UUID resident : crowd) {
            JsonNode ticket = people.ask(resident, ENTER, Map.of("release", wanted.release()))
                    .data("enterWaitingRoom/ticket");
            boolean isIn = ticket.get("place").asInt() <= 5;
            assertThat(ticket.get("state").asString()).isEqualTo(isIn ? "ADMITTED" : "IN_LINE");
            assertThat(WantedPlaces.code(stage.hold(resident, wanted.slot()), "holdSlot"))
                    .isEqualTo(isIn ? "" : "NOT_YOUR_TURN");
            let += isIn ? 1 : 0;
        }
        assertThat(let).isEqualTo(5);
    }

    @Test
    void theRoomOpensShortlyBeforeTheHour() {
        wanted.of("WAITING_ROOM", 3);
        jdbc.sql("update slot_release set releases_at = ? where service_id = ?")
                .param(Timestamp.from(BookingStage.NOW.plus(Duration.ofMinutes(31))))
                .param(wanted.service())
                .update();
        assertThat(WantedPlaces.code(
                people.ask(people.signUp(PeopleOfThree.MOTHER_PHONE), ENTER, Map.of("release", wanted.release())),
                "enterWaitingRoom")).isEqualTo("ROOM_NOT_OPEN_YET");
    }

    @Test
    void whoAsksLikeAProgramIsSlowedDown() {
        wanted.of("WAITING_ROOM", 3);
        UUID mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        GraphQl.Answer last = people.ask(mother, ENTER, Map.of("release", wanted.release()));
        for (int i = 0; i < 80 && last.json().at("/errors").isMissingNode(); i++) {
            last = people.ask(mother, ENTER, Map.of("release", wanted.release()));
        }
        assertThat(last.error().at("/extensions/code").asString()).isEqualTo("TOO_MANY_REQUESTS");
    }

    @Test
    void whoeverComesAtTheVeryMomentOfTheDrawHasAPlaceAndNoTwoHaveTheSame() {
        wanted.of("WAITING_ROOM", 3);
        List<UUID> crowd = wanted.crowd(60);

        Storm.of(61, number -> () -> {
            if (number == 30) {
                wanted.theHourComes();
                return "";
            }
            return WantedPlaces.code(
                    people.ask(crowd.get(number < 30 ? number : number - 1), ENTER,
                            Map.of("release", wanted.release())),
                    "enterWaitingRoom");
        }).all().forEach(code -> assertThat(code).isEmpty());

        assertThat(jdbc.sql("""
                select t.place from release_ticket t join slot_release r on r.id = t.release_id where r.service_id = ?
                 order by t.place""").param(wanted.service()).query((row, _) -> row.getInt(1)).list())
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, 60).boxed().toList());
        assertThat(jdbc.sql("""
                select count(*) from (select admitted_at - lag(admitted_at) over (order by place) as gap
                  from release_ticket t join slot_release r on r.id = t.release_id where r.service_id = ?) g
                 where gap < interval '50 milliseconds'""")
                .param(wanted.service())
                .query((row, _) -> row.getLong(1))
                .single())
                .isZero();
    }

    @Test
    void theDistrictsAdministratorDecidesTheRulesAndNobodyElse() {
        wanted.of("WAITING_ROOM", 3);
        String rule = """
                mutation($input: SetReleaseRuleInput!) { setReleaseRule(input: $input) {
                  releaseRule { roomOpensMinutes admitsPerSecond noTransferHours } userErrors { code } } }""";
        var input = new java.util.HashMap<String, Object>(
                Map.of("service", GlobalId.of("BookableService", wanted.service()),
                        "roomOpensMinutes", 5, "admitsPerSecond", 2, "roomLastsMinutes", 30, "lotteryHoldHours", 12,
                        "noTransferHours", 48));
        UUID mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        assertThat(people.ask(mother, rule, input).error().at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(people.askAs(rule, input, new Duty(Role.DISTRICT_ADMIN, null))
                .data("setReleaseRule/releaseRule/noTransferHours")
                .asInt()).isEqualTo(48);
        assertThat(
                WantedPlaces.code(people.ask(mother, ENTER, Map.of("release", wanted.release())), "enterWaitingRoom"))
                .isEqualTo("ROOM_NOT_OPEN_YET");
        input.put("admitsPerSecond", 0);
        assertThat(WantedPlaces.code(people.askAs(rule, input, new Duty(Role.DISTRICT_ADMIN, null)), "setReleaseRule"))
                .isEqualTo("NUMBER_OUT_OF_RANGE");
    }

    @Test
    void whoComesWhileItIsDrawnStandsBehind() throws InterruptedException {
        wanted.of("WAITING_ROOM", 3);
        UUID resident = people.signUp(PeopleOfThree.MOTHER_PHONE);

        comeWhileItIsDrawn(() -> people.ask(resident, ENTER, Map.of("release", wanted.release())));

        assertThat(tickets.find(wanted.releaseKey(), resident).orElseThrow().place()).isEqualTo(1);
    }

    @Test
    void controlWithoutWaitingForTheDrawOneWouldHaveNoPlaceAtAll() throws InterruptedException {
        wanted.of("WAITING_ROOM", 3);
        UUID resident = people.signUp(PeopleOfThree.MOTHER_PHONE);

        comeWhileItIsDrawn(() -> tickets.insert(wanted.releaseKey(), resident));

        assertThat(tickets.find(wanted.releaseKey(), resident).orElseThrow().place()).isNull();
    }

    private void comeWhileItIsDrawn(Runnable coming) throws InterruptedException {
        var comer = new Thread(coming);
        UUID id = wanted.releaseKey();
        transaction.executeWithoutResult(_ -> {
            drawing.draw(releases.findLocked(id).orElseThrow());
            comer.start();
        });
        comer.join();
    }
}
