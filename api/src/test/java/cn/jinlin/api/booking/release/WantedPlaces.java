package cn.jinlin.api.booking.release;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
import cn.jinlin.api.support.BookingStage;
import cn.jinlin.api.support.GraphQl;
import cn.jinlin.api.support.PeopleOfThree;
import cn.jinlin.api.support.Records;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A service whose places many want at one hour, and the crowd that wants them.
@TestComponent
class WantedPlaces {

    static final Instant JUST_NOW = BookingStage.NOW.minus(Duration.ofSeconds(1));

    private static final Instant AN_HOUR = BookingStage.NOW.plus(Duration.ofMinutes(10));
    private static final String RELEASES = """
            query($service: String!) { releases(service: $service) { id kind releasesAt seedHash seed drawnAt } }""";

    private final BookingStage stage;
    private final PeopleOfThree people;
    private final GraphQl graphQl;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    private long service;
    private long slot;

    WantedPlaces(BookingStage stage, PeopleOfThree people, GraphQl graphQl, JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.stage = stage;
        this.people = people;
        this.graphQl = graphQl;
        this.jdbc = jdbc;
        this.events = events;
    }

    long service() {
        return service;
    }

    long slot() {
        return slot;
    }

    String release() {
        return GlobalId.of(Release.TYPE, releaseKey());
    }

    /// No account yet, and no other release about to be drawn.
    void clear() {
        people.clear();
        jdbc.sql(
                "update slot_release set releases_at = '2100-01-01' where drawn_at is null and releases_at < '2100-01-01'")
                .update();
    }

    /// A slot of so many places whose hour is in ten minutes.
    void of(String kind, int places) {
        service = stage.service("COURSE");
        stage.change(service, "release = '" + kind + "'");
        slot = stage.slot(stage.schedule(service, stage.facility("梅园文化中心", "Meiyuan")), BookingStage.NINE, places);
        jdbc.sql("update slot set releases_at = ? where id = ?").param(Timestamp.from(AN_HOUR)).param(slot).update();
        events.publishEvent(new SlotsMade(service));
    }

    void theHourComes() {
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

    List<UUID> crowd(int size) {
        var crowd = new ArrayList<UUID>();
        for (int i = 0; i < size; i++) {
            crowd.add(people.signUp("1391234%04d".formatted(i)));
        }
        return crowd;
    }

    JsonNode published() {
        String number = jdbc.sql("select number from bookable_service where id = ?")
                .param(service)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single();
        return graphQl.ask(RELEASES, Map.of("service", number)).data("releases/0");
    }

    static String code(GraphQl.Answer answer, String operation) {
        JsonNode errors = answer.data(operation + "/userErrors");
        return errors.isEmpty() ? "" : errors.get(0).get("code").asString();
    }

    /// As somebody with nothing but what is published and a textbook would.
    static List<String> recompute(String seed, List<String> numbers) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(seed), "HmacSHA256"));
        return numbers.stream()
                .sorted(Comparator.comparing(number -> HexFormat.of()
                        .formatHex(mac.doFinal(number.getBytes(StandardCharsets.US_ASCII)))))
                .toList();
    }

    UUID releaseKey() {
        return jdbc.sql("select id from slot_release where service_id = ?")
                .param(service)
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }
}
