package cn.jinlin.api.booking.release;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookingStage;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// Places that are drawn: kept for whoever is first, waited for by the others.
@ApiTest
@Import({BookingStage.class, WantedPlaces.class})
class LotteryTest {

    private static final String LOT = """
            mutation($input: EnterLotteryInput!) { enterLottery(input: $input) {
              entry { id number state } userErrors { code } } }""";
    private static final String LEAVE = """
            mutation($input: LeaveLotteryInput!) { leaveLottery(input: $input) { entry { state } userErrors { code } } }""";
    private static final String MINE = """
            query { myLotteryEntries { number state place hold heldUntil } myWaitlist { place } }""";
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

    @BeforeEach
    void nobody() {
        wanted.clear();
    }

    @Test
    void aLotteryHoldsPlacesForTheFirstDrawnAndTheOthersWaitInTheOrderDrawn() throws GeneralSecurityException {
        wanted.of("LOTTERY", 3);
        List<UUID> crowd = wanted.crowd(9);
        for (UUID resident : crowd) {
            assertThat(WantedPlaces.code(people.ask(resident, LOT, Map.of("slot", BookingStage.slotId(wanted.slot()))),
                    "enterLottery"))
                    .isEmpty();
        }
        String again = people.ask(crowd.getFirst(), LOT, Map.of("slot", BookingStage.slotId(wanted.slot())))
                .data("enterLottery/entry/number")
                .asString();
        String gone = people.ask(crowd.getLast(), LOT, Map.of("slot", BookingStage.slotId(wanted.slot())))
                .data("enterLottery/entry/id")
                .asString();
        assertThat(
                people.ask(crowd.getLast(), LEAVE, Map.of("entry", gone)).data("leaveLottery/entry/state").asString())
                .isEqualTo("LEFT");
        assertThat(people.ask(crowd.get(1), LEAVE, Map.of("entry", gone))
                .data("leaveLottery/userErrors/0/code")
                .asString()).isEqualTo("UNKNOWN_ENTRY");

        wanted.theHourComes();

        JsonNode edges = graphQl.ask(DRAWN, Map.of("id", wanted.release())).data("releaseDraw/edges");
        List<String> drawn = edges.findValuesAsString("number");
        assertThat(drawn).hasSize(8).contains(again);
        assertThat(WantedPlaces.recompute(wanted.published().get("seed").asString(), drawn.stream().sorted().toList()))
                .isEqualTo(drawn);
        assertThat(edges.findValuesAsString("won")).startsWith("true", "true", "true", "false");
        assertThat(stage.taken(wanted.slot())).isEqualTo(3);
        int won = 0;
        for (UUID resident : crowd.subList(0, 8)) {
            GraphQl.Answer mine = people.query(resident, MINE);
            int place = mine.data("myLotteryEntries/0/place").asInt();
            if (place <= 3) {
                won++;
                assertThat(news(resident)).isEqualTo("booking.drawn");
                GraphQl.Answer booked = people.ask(resident, BookingStage.BOOK, Map.of("hold",
                        mine.data("myLotteryEntries/0/hold").asString(), "idempotencyKey", BookingStage.key()));
                assertThat(WantedPlaces.code(booked, "bookAppointment")).isEmpty();
            } else {
                assertThat(news(resident)).isEqualTo("booking.not_drawn");
                assertThat(mine.data("myWaitlist/0/place").asInt()).isEqualTo(place - 3);
            }
        }
        assertThat(won).isEqualTo(3);
    }

    /// What kind of thing they are told first.
    private String news(UUID resident) {
        Records.await(() -> !told(resident).isEmpty());
        return told(resident).get(0).get("kind").asString();
    }

    private JsonNode told(UUID resident) {
        return people.query(resident, "{ myNotifications { nodes { kind } } }").data("myNotifications/nodes");
    }

    @Test
    void aPlaceWonOrGivenUpInOneNameIsNotTakenInAnother() {
        wanted.of("LOTTERY", 1);
        UUID mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        UUID daughter = people.signUp(PeopleOfThree.DAUGHTER_PHONE);
        jdbc.sql("""
                insert into proxy (id, person_id, actor_id, kind, state, scopes, invited_at, accepted_at, ends_on)
                values (gen_random_uuid(), ?, ?, 'GUARDIAN', 'ACTIVE', '{BOOKING}', now(), now(), '2027-01-01')""")
                .param(mother)
                .param(daughter)
                .update();
        people.ask(daughter, LOT,
                Map.of("slot", BookingStage.slotId(wanted.slot()), "person", PeopleOfThree.id(mother)));
        assertThat(WantedPlaces.code(people.ask(mother, LOT, Map.of("slot", BookingStage.slotId(wanted.slot()))),
                "enterLottery"))
                .isEqualTo("ENTERED_ALREADY");

        wanted.theHourComes();

        String hold = people.query(daughter, MINE).data("myLotteryEntries/0/hold").asString();
        assertThat(WantedPlaces.code(people.ask(daughter, BookingStage.BOOK,
                Map.of("hold", hold, "idempotencyKey", BookingStage.key())), "bookAppointment"))
                .isEqualTo("NAME_TRANSFER");
        String appointment = people.ask(daughter, BookingStage.BOOK, Map.of("hold", hold, "person",
                PeopleOfThree.id(mother), "idempotencyKey", BookingStage.key()))
                .data("bookAppointment/appointment/id")
                .asString();
        people.ask(daughter,
                """
                mutation($input: CancelAppointmentInput!) { cancelAppointment(input: $input) { userErrors { code } } }""",
                Map.of("appointment", appointment, "idempotencyKey", BookingStage.key()));
        assertThat(stage.taken(wanted.slot())).isZero();
        assertThat(WantedPlaces.code(stage.hold(daughter, wanted.slot()), "holdSlot")).isEqualTo("NAME_TRANSFER");
    }

    @Test
    void beforeTheDrawNobodyEntersTwiceAndAfterItNobodyEnters() {
        wanted.of("LOTTERY", 1);
        UUID mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        assertThat(WantedPlaces.code(
                people.ask(mother, LOT, Map.of("slot", BookingStage.slotId(wanted.slot()), "party", 9)),
                "enterLottery"))
                .isEqualTo("PARTY_OUT_OF_RANGE");
        people.ask(mother, LOT, Map.of("slot", BookingStage.slotId(wanted.slot())));
        assertThat(WantedPlaces.code(
                people.ask(mother, LOT, Map.of("slot", BookingStage.slotId(wanted.slot()), "party", 2)),
                "enterLottery"))
                .isEqualTo("ENTERED_ALREADY");

        wanted.theHourComes();

        UUID late = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        assertThat(WantedPlaces.code(people.ask(late, LOT, Map.of("slot", BookingStage.slotId(wanted.slot()))),
                "enterLottery"))
                .isEqualTo("LOTTERY_CLOSED");
        assertThat(jdbc.sql("select count(*) from lottery_entry where slot_id = ?")
                .param(wanted.slot())
                .query((row, _) -> row.getLong(1))
                .single()).isEqualTo(1);
    }

    @Test
    void theSeedIsNotReadableInTheRecordBeforeTheDraw() throws GeneralSecurityException {
        wanted.of("LOTTERY", 1);
        byte[] sealed = jdbc.sql("select seed_cipher from slot_release where service_id = ?")
                .param(wanted.service())
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(jdbc.sql("select seed is null from slot_release where service_id = ?")
                .param(wanted.service())
                .query((row, _) -> row.getBoolean(1))
                .single()).isTrue();
        wanted.theHourComes();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(wanted.published().get("seed").asString());
    }
}
