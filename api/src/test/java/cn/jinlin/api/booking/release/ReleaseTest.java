package cn.jinlin.api.booking.release;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import cn.jinlin.api.booking.offer.SlotsMade;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.support.ApiTest;
import cn.jinlin.api.support.BookingStage;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@Import(BookingStage.class)
class ReleaseTest {

    private static final String ENTER = """
            mutation($input: EnterWaitingRoomInput!) { enterWaitingRoom(input: $input) {
              ticket { number state place admittedAt } userErrors { code } } }""";
    private static final String LOT = """
            mutation($input: EnterLotteryInput!) { enterLottery(input: $input) {
              entry { id number state } userErrors { code } } }""";
    private static final String LEAVE = """
            mutation($input: LeaveLotteryInput!) { leaveLottery(input: $input) { entry { state } userErrors { code } } }""";
    private static final String MINE = """
            query { myLotteryEntries { number state place hold heldUntil } myWaitlist { place } }""";
    private static final String RELEASES = """
            query($service: String!) { releases(service: $service) { id kind releasesAt seedHash seed drawnAt } }""";
    private static final String DRAWN = """
            query($id: ID!) { releaseDraw(release: $id, first: 500) { edges { node { place number won } } } }""";
    private static final Instant AN_HOUR = BookingStage.NOW.plus(Duration.ofMinutes(10));
    private static final Instant JUST_NOW = BookingStage.NOW.minus(Duration.ofSeconds(1));

    @Autowired
    private BookingStage stage;
    @Autowired
    private PeopleOfThree people;
    @Autowired
    private GraphQl graphQl;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ApplicationEventPublisher events;

    private long service;
    private long slot;
    private String release = "";

    @BeforeEach
    void nobody() {
        people.clear();
        jdbc.sql(
                "update slot_release set releases_at = '2100-01-01' where drawn_at is null and releases_at < '2100-01-01'")
                .update();
    }

    /// A slot of so many places whose hour is in ten minutes.
    private void wanted(String kind, int places) {
        service = stage.service("COURSE");
        stage.change(service, "release = '" + kind + "'");
        slot = stage.slot(stage.schedule(service, stage.facility("梅园文化中心", "Meiyuan")), BookingStage.NINE, places);
        jdbc.sql("update slot set releases_at = ? where id = ?").param(Timestamp.from(AN_HOUR)).param(slot).update();
        events.publishEvent(new SlotsMade(service));
        release = GlobalId.of("Release", jdbc.sql("select id from slot_release where service_id = ?")
                .param(service)
                .query((row, _) -> row.getObject(1, UUID.class))
                .single());
    }

    private void theHourComes() {
        jdbc.sql("update slot set releases_at = ? where id = ?").param(Timestamp.from(JUST_NOW)).param(slot).update();
        jdbc.sql("update slot_release set releases_at = ? where service_id = ?")
                .param(Timestamp.from(JUST_NOW))
                .param(service)
                .update();
        Records.await(() -> jdbc.sql("select drawn_at is not null from slot_release where service_id = ?")
                .param(service)
                .query((row, _) -> row.getBoolean(1))
                .single());
    }

    private List<UUID> crowd(int size) {
        var crowd = new ArrayList<UUID>();
        for (int i = 0; i < size; i++) {
            crowd.add(people.signUp("1391234%04d".formatted(i)));
        }
        return crowd;
    }

    private JsonNode published() {
        String number = jdbc.sql("select number from bookable_service where id = ?")
                .param(service)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single();
        return graphQl.ask(RELEASES, Map.of("service", number)).data("releases/0");
    }

    private String code(GraphQl.Answer answer, String operation) {
        JsonNode errors = answer.data(operation + "/userErrors");
        return errors.isEmpty() ? "" : errors.get(0).get("code").asString();
    }

    /// As somebody with nothing but what is published and a textbook would.
    private static List<String> recompute(String seed, List<String> numbers) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(seed), "HmacSHA256"));
        return numbers.stream()
                .sorted(Comparator.comparing(number -> HexFormat.of()
                        .formatHex(mac.doFinal(number.getBytes(StandardCharsets.US_ASCII)))))
                .toList();
    }

    @Test
    void theSeedIsCommittedToBeforeAndTheOrderCanBeDrawnAgainByAnyone() throws GeneralSecurityException {
        wanted("WAITING_ROOM", 3);
        assertThat(published().get("seed").isNull()).isTrue();
        String hash = published().get("seedHash").asString();
        for (UUID resident : crowd(12)) {
            JsonNode ticket = people.ask(resident, ENTER, Map.of("release", release)).data("enterWaitingRoom/ticket");
            assertThat(ticket.get("state").asString()).isEqualTo("BEFORE_THE_HOUR");
            assertThat(ticket.get("place").isNull()).isTrue();
        }

        theHourComes();

        JsonNode after = published();
        assertThat(after.get("seedHash").asString()).isEqualTo(hash);
        String seed = after.get("seed").asString();
        assertThat(HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(seed))))
                .isEqualTo(hash);
        List<String> drawn = graphQl.ask(DRAWN, Map.of("id", release))
                .data("releaseDraw/edges")
                .findValuesAsString("number");
        assertThat(drawn).hasSize(12).isNotEqualTo(drawn.stream().sorted().toList());
        assertThat(recompute(seed, drawn.stream().sorted().toList())).isEqualTo(drawn);
    }

    @Test
    void ticketsLetPeopleInByTurnAndWhoComesLaterStandsBehind() {
        wanted("WAITING_ROOM", 300);
        jdbc.sql("""
                insert into release_rule (service_id, room_opens, room_per_second, room_lasts, lottery_hold, transfer_hours)
                values (?, 30, 4, 60, 24, 24)""").param(service).update();
        List<UUID> crowd = crowd(12);
        crowd.forEach(resident -> people.ask(resident, ENTER, Map.of("release", release)));
        assertThat(code(stage.hold(crowd.getFirst(), slot), "holdSlot")).isEqualTo("NOT_YET_RELEASED");

        theHourComes();

        UUID late = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        assertThat(code(stage.hold(late, slot), "holdSlot")).isEqualTo("NO_TICKET");
        JsonNode behind = people.ask(late, ENTER, Map.of("release", release)).data("enterWaitingRoom/ticket");
        assertThat(behind.get("place").asInt()).isEqualTo(13);
        assertThat(behind.get("state").asString()).isEqualTo("IN_LINE");
        assertThat(Instant.parse(java.time.OffsetDateTime.parse(behind.get("admittedAt").asString())
                .toInstant()
                .toString())).isEqualTo(JUST_NOW.plusSeconds(3));
        int let = 0;
        for (UUID resident : crowd) {
            JsonNode ticket = people.ask(resident, ENTER, Map.of("release", release)).data("enterWaitingRoom/ticket");
            boolean isIn = ticket.get("place").asInt() <= 5;
            assertThat(ticket.get("state").asString()).isEqualTo(isIn ? "ADMITTED" : "IN_LINE");
            assertThat(code(stage.hold(resident, slot), "holdSlot")).isEqualTo(isIn ? "" : "NOT_YOUR_TURN");
            let += isIn ? 1 : 0;
        }
        assertThat(let).isEqualTo(5);
    }

    @Test
    void theRoomOpensShortlyBeforeTheHour() {
        wanted("WAITING_ROOM", 3);
        jdbc.sql("update slot_release set releases_at = ? where service_id = ?")
                .param(Timestamp.from(BookingStage.NOW.plus(Duration.ofMinutes(31))))
                .param(service)
                .update();
        assertThat(code(people.ask(people.signUp(PeopleOfThree.MOTHER_PHONE), ENTER, Map.of("release", release)),
                "enterWaitingRoom")).isEqualTo("ROOM_NOT_OPEN_YET");
    }

    @Test
    void aLotteryHoldsPlacesForTheFirstDrawnAndTheOthersWaitInTheOrderDrawn() throws GeneralSecurityException {
        wanted("LOTTERY", 3);
        List<UUID> crowd = crowd(9);
        for (UUID resident : crowd) {
            assertThat(code(people.ask(resident, LOT, Map.of("slot", BookingStage.slotId(slot))), "enterLottery"))
                    .isEmpty();
        }
        String again = people.ask(crowd.getFirst(), LOT, Map.of("slot", BookingStage.slotId(slot)))
                .data("enterLottery/entry/number")
                .asString();
        String gone = people.ask(crowd.getLast(), LOT, Map.of("slot", BookingStage.slotId(slot)))
                .data("enterLottery/entry/id")
                .asString();
        assertThat(
                people.ask(crowd.getLast(), LEAVE, Map.of("entry", gone)).data("leaveLottery/entry/state").asString())
                .isEqualTo("LEFT");
        assertThat(people.ask(crowd.get(1), LEAVE, Map.of("entry", gone))
                .data("leaveLottery/userErrors/0/code")
                .asString()).isEqualTo("UNKNOWN_ENTRY");

        theHourComes();

        JsonNode edges = graphQl.ask(DRAWN, Map.of("id", release)).data("releaseDraw/edges");
        List<String> drawn = edges.findValuesAsString("number");
        assertThat(drawn).hasSize(8).contains(again);
        assertThat(recompute(published().get("seed").asString(), drawn.stream().sorted().toList())).isEqualTo(drawn);
        assertThat(edges.findValuesAsString("won")).startsWith("true", "true", "true", "false");
        assertThat(stage.taken(slot)).isEqualTo(3);
        int won = 0;
        for (UUID resident : crowd.subList(0, 8)) {
            GraphQl.Answer mine = people.query(resident, MINE);
            int place = mine.data("myLotteryEntries/0/place").asInt();
            if (place <= 3) {
                won++;
                GraphQl.Answer booked = people.ask(resident, BookingStage.BOOK, Map.of("hold",
                        mine.data("myLotteryEntries/0/hold").asString(), "idempotencyKey", BookingStage.key()));
                assertThat(code(booked, "bookAppointment")).isEmpty();
            } else {
                assertThat(mine.data("myWaitlist/0/place").asInt()).isEqualTo(place - 3);
            }
        }
        assertThat(won).isEqualTo(3);
    }

    @Test
    void aPlaceWonOrGivenUpInOneNameIsNotTakenInAnother() {
        wanted("LOTTERY", 1);
        UUID mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        UUID daughter = people.signUp(PeopleOfThree.DAUGHTER_PHONE);
        jdbc.sql("""
                insert into proxy (id, person_id, actor_id, kind, state, scopes, invited_at, accepted_at, ends_on)
                values (gen_random_uuid(), ?, ?, 'GUARDIAN', 'ACTIVE', '{BOOKING}', now(), now(), '2027-01-01')""")
                .param(mother)
                .param(daughter)
                .update();
        people.ask(daughter, LOT, Map.of("slot", BookingStage.slotId(slot), "person", PeopleOfThree.id(mother)));
        assertThat(code(people.ask(mother, LOT, Map.of("slot", BookingStage.slotId(slot))), "enterLottery"))
                .isEqualTo("ENTERED_ALREADY");

        theHourComes();

        String hold = people.query(daughter, MINE).data("myLotteryEntries/0/hold").asString();
        assertThat(code(people.ask(daughter, BookingStage.BOOK,
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
        assertThat(stage.taken(slot)).isZero();
        assertThat(code(stage.hold(daughter, slot), "holdSlot")).isEqualTo("NAME_TRANSFER");
    }

    @Test
    void beforeTheDrawNobodyEntersTwiceAndAfterItNobodyEnters() {
        wanted("LOTTERY", 1);
        UUID mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        assertThat(code(people.ask(mother, LOT, Map.of("slot", BookingStage.slotId(slot), "party", 9)), "enterLottery"))
                .isEqualTo("PARTY_OUT_OF_RANGE");
        people.ask(mother, LOT, Map.of("slot", BookingStage.slotId(slot)));
        assertThat(code(people.ask(mother, LOT, Map.of("slot", BookingStage.slotId(slot), "party", 2)), "enterLottery"))
                .isEqualTo("ENTERED_ALREADY");

        theHourComes();

        UUID late = people.signUp(PeopleOfThree.NEIGHBOUR_PHONE);
        assertThat(code(people.ask(late, LOT, Map.of("slot", BookingStage.slotId(slot))), "enterLottery"))
                .isEqualTo("LOTTERY_CLOSED");
        assertThat(jdbc.sql("select count(*) from lottery_entry where slot_id = ?")
                .param(slot)
                .query((row, _) -> row.getLong(1))
                .single()).isEqualTo(1);
    }

    @Test
    void whoAsksLikeAProgramIsSlowedDown() {
        wanted("WAITING_ROOM", 3);
        UUID mother = people.signUp(PeopleOfThree.MOTHER_PHONE);
        GraphQl.Answer last = people.ask(mother, ENTER, Map.of("release", release));
        for (int i = 0; i < 80 && last.json().at("/errors").isMissingNode(); i++) {
            last = people.ask(mother, ENTER, Map.of("release", release));
        }
        assertThat(last.error().at("/extensions/code").asString()).isEqualTo("TOO_MANY_REQUESTS");
    }

    @Test
    void theSeedIsNotReadableInTheRecordBeforeTheDraw() throws GeneralSecurityException {
        wanted("LOTTERY", 1);
        byte[] sealed = jdbc.sql("select seed_cipher from slot_release where service_id = ?")
                .param(service)
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(jdbc.sql("select seed is null from slot_release where service_id = ?")
                .param(service)
                .query((row, _) -> row.getBoolean(1))
                .single()).isTrue();
        theHourComes();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(published().get("seed").asString());
    }
}
