package cn.jinlin.api.booking.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import cn.jinlin.api.facility.Facilities;
import cn.jinlin.api.facility.Facility;
import cn.jinlin.api.graphql.BadInput;
import cn.jinlin.api.graphql.GlobalId;
import cn.jinlin.api.limits.RateLimits;
import cn.jinlin.api.live.LiveEvents;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/// What screens at facilities show, to everybody: numbers and counters, nothing of anybody. However many screens ask, a
/// state of the line is read once a second at most.
@Service
class CallDisplays {

    private static final int MOST = 8;

    private final JdbcClient jdbc;
    private final Facilities facilities;
    private final TicketRows rows;
    private final LineForecasts forecasts;
    private final LiveEvents live;
    private final RateLimits limits;
    private final CallSpeech speech;
    private final Clock clock;
    private final Cache<Shown, CallDisplay> shown = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    CallDisplays(JdbcClient jdbc, Facilities facilities, TicketRows rows, LineForecasts forecasts, LiveEvents live,
            RateLimits limits, CallSpeech speech, Clock clock) {
        this.jdbc = jdbc;
        this.facilities = facilities;
        this.rows = rows;
        this.forecasts = forecasts;
        this.live = live;
        this.limits = limits;
        this.speech = speech;
        this.clock = clock;
    }

    private record Shown(long facility, String cursor) {}

    /// @param key stays while the same call is shown
    record Call(String key, String number, BothLanguages counter, Instant calledAt, BothLanguages speech) {}

    record CallDisplay(BothLanguages facilityName, List<Call> calls, int waiting, @Nullable ExpectedWait expectedWait,
            String liveCursor) {}

    Optional<CallDisplay> find(String facility) {
        return GlobalId.findNumber("Facility", facility).flatMap(this::findFacility).map(this::get);
    }

    /// The screen at once, unless asked to go on from a cursor, and then whenever it changes.
    ///
    /// @throws BadInput UNKNOWN_FACILITY, and as [LiveEvents#follow]
    /// @throws cn.jinlin.api.graphql.TooManyRequests when one address opens screens by the thousand
    Flux<CallDisplay> follow(String facility, @Nullable String after) {
        limits.require("call-display");
        Facility place = GlobalId.findNumber("Facility", facility)
                .flatMap(this::findFacility)
                .orElseThrow(() -> new BadInput("facility", "UNKNOWN_FACILITY"));
        CallDisplay now = get(place);
        Flux<CallDisplay> changes = live
                .follow(LineNews.topic(place.id()), Objects.requireNonNullElse(after, now.liveCursor()))
                .map(event -> shown.get(new Shown(place.id(), event.cursor()), key -> read(place, key)));
        return after == null ? Flux.concat(Flux.just(now), changes) : changes;
    }

    private CallDisplay get(Facility place) {
        String cursor = live.cursor(LineNews.topic(place.id()));
        return shown.get(new Shown(place.id(), cursor), key -> read(place, key));
    }

    private Optional<Facility> findFacility(long id) {
        return facilities.list(List.of(id)).stream().findFirst();
    }

    private CallDisplay read(Facility place, Shown key) {
        LocalDate today = Act.dayOf(clock.instant());
        List<Ticket> open = rows.listOpen(place.id(), today).stream().map(TicketRows.Row::ticket).toList();
        long waiting = open.stream().filter(ticket -> ticket.state() == TicketState.WAITING).count();
        return new CallDisplay(BothLanguages.of(place.details().name(), place.details().nameEn()),
                calls(place.id(), today), (int) waiting, forecasts.read(place.id(), today, open).newcomer(),
                key.cursor());
    }

    private List<Call> calls(long facility, LocalDate day) {
        return jdbc.sql("""
                select t.number, t.announced, t.called_at, c.id, c.name, c.name_en
                  from line_ticket t join desk_counter c on c.id = t.counter_id
                 where t.facility_id = ? and t.day = ? and t.state = 'CALLED' order by t.announced desc limit ?""")
                .param(facility)
                .param(day)
                .param(MOST)
                .query((row, _) -> {
                    String number = row.getString("number");
                    BothLanguages counter = BothLanguages.of(row.getString("name"), row.getString("name_en"));
                    return new Call(row.getLong("announced") + "@" + row.getObject("id", UUID.class), number, counter,
                            row.getTimestamp("called_at").toInstant(), speech.of(number, counter));
                })
                .list();
    }
}
