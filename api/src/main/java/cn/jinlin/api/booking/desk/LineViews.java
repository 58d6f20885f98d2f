package cn.jinlin.api.booking.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.jinlin.api.account.person.People;
import cn.jinlin.api.booking.desk.LineForecasts.Forecast;
import cn.jinlin.api.booking.desk.TicketRows.Row;
import cn.jinlin.api.live.LiveEvents;
import cn.jinlin.api.personal.Masks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;

/// The line as desks see it.
@Service
class LineViews {

    private static final int MOST_WAITING = 500;

    private final TicketRows rows;
    private final Counters counters;
    private final Lines lines;
    private final LineForecasts forecasts;
    private final DeskNotices notices;
    private final People people;
    private final LiveEvents live;
    private final Clock clock;

    LineViews(TicketRows rows, Counters counters, Lines lines, LineForecasts forecasts, DeskNotices notices,
            People people, LiveEvents live, Clock clock) {
        this.rows = rows;
        this.counters = counters;
        this.lines = lines;
        this.forecasts = forecasts;
        this.notices = notices;
        this.people = people;
        this.live = live;
        this.clock = clock;
    }

    /// @param waiting in the likely order of being called
    record DeskLine(LocalDate date, List<Counter> counters, List<TicketView> waiting, List<TicketView> called,
            List<TicketView> parked, LineRule rule, List<DeskNotices.Notice> notices, String liveCursor) {}

    @Transactional(readOnly = true)
    public DeskLine get(long facility) {
        // Before the line: what comes in between is then told live, and only seen twice, never missed.
        String cursor = live.cursor(LineNews.topic(facility));
        LocalDate today = Act.dayOf(clock.instant());
        List<TicketView> open = show(facility, today, rows.listOpen(facility, today));
        return new DeskLine(today, counters.list(facility), of(TicketState.WAITING, open), of(TicketState.CALLED, open),
                of(TicketState.PARKED, open), lines.rule(facility), notices.list(facility, today), cursor);
    }

    /// The line at once, unless asked to go on from a cursor, and then whenever it changes.
    Flux<DeskLine> follow(long facility, @org.jspecify.annotations.Nullable String after) {
        DeskLine now = get(facility);
        Flux<DeskLine> changes = live
                .follow(LineNews.topic(facility), Objects.requireNonNullElse(after, now.liveCursor()))
                .map(_ -> get(facility));
        return after == null ? Flux.concat(Flux.just(now), changes) : changes;
    }

    /// The same ticket as the line shows it.
    @Transactional(readOnly = true)
    public TicketView show(Ticket ticket) {
        return Objects.requireNonNull(show(ticket.facility(), List.of(ticket.id())).get(ticket.id()));
    }

    /// Tickets of a facility, by id.
    @Transactional(readOnly = true)
    public Map<UUID, TicketView> show(long facility, List<UUID> ids) {
        LocalDate today = Act.dayOf(clock.instant());
        Set<UUID> wanted = new HashSet<>(ids);
        List<Row> found = rows.list(wanted);
        boolean anyWaits = found.stream().anyMatch(row -> row.ticket().state() == TicketState.WAITING);
        Forecast forecast = anyWaits ? forecast(facility, today, rows.listOpen(facility, today)) : Forecast.NONE;
        return views(facility, found, forecast).stream()
                .collect(Collectors.toMap(view -> view.ticket().id(), Function.identity()));
    }

    private List<TicketView> show(long facility, LocalDate day, List<Row> open) {
        return views(facility, open, forecast(facility, day, open));
    }

    private Forecast forecast(long facility, LocalDate day, List<Row> open) {
        return forecasts.read(facility, day, open.stream().map(Row::ticket).toList());
    }

    private List<TicketView> views(long facility, List<Row> found, Forecast forecast) {
        Map<UUID, Counter> known = counters.list(facility)
                .stream()
                .collect(Collectors.toMap(Counter::id, Function.identity()));
        Map<UUID, String> names = people
                .listNames(found.stream().map(Row::person).filter(Objects::nonNull).distinct().toList());
        return found.stream().map(row -> {
            Ticket ticket = row.ticket();
            String name = row.person() == null ? null : names.get(row.person());
            return new TicketView(row, ticket.counter() == null ? null : known.get(ticket.counter()),
                    name == null ? null : Masks.name(name), forecast.place(ticket), forecast.expectedWait(ticket));
        }).toList();
    }

    private static List<TicketView> of(TicketState state, List<TicketView> open) {
        return open.stream()
                .filter(view -> view.ticket().state() == state)
                .sorted(Comparator.comparingInt(LineViews::place))
                .limit(MOST_WAITING)
                .toList();
    }

    private static int place(TicketView view) {
        return view.place() == null ? 0 : view.place();
    }
}
