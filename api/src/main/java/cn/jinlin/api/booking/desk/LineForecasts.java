package cn.jinlin.api.booking.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How a line will likely go on from now.
@Component
class LineForecasts {

    /// Last month's durations tell nothing of today's.
    private static final Duration MEASURED_WITHIN = Duration.ofDays(28);
    private static final UUID NEWCOMER = new UUID(0, 0);

    private final Lines lines;
    private final Counters counters;
    private final Clock clock;

    LineForecasts(Lines lines, Counters counters, Clock clock) {
        this.lines = lines;
        this.counters = counters;
        this.clock = clock;
    }

    /// @param turns by ticket, in the likely order
    /// @param newcomer how long somebody would wait who comes now, with anything; null while no counter is open
    record Forecast(Map<UUID, WaitForecast.Turn> turns, @Nullable ExpectedWait newcomer, int measured) {

        static final Forecast NONE = new Forecast(Map.of(), null, 0);

        @Nullable
        Integer place(Ticket ticket) {
            WaitForecast.Turn turn = turns.get(ticket.id());
            return turn == null ? null : turn.place();
        }

        @Nullable
        ExpectedWait expectedWait(Ticket ticket) {
            WaitForecast.Turn turn = turns.get(ticket.id());
            return turn == null ? null : ExpectedWait.of(turn.delay(), measured);
        }
    }

    /// @param open tickets of that day that wait or are at counters
    Forecast read(long facility, LocalDate day, List<Ticket> open) {
        Instant now = clock.instant();
        LineRule rule = lines.rule(facility);
        FairLine line = new FairLine(rule);
        ServingTimes times = lines.times(facility, now.minus(MEASURED_WITHIN));
        List<LineLane> lately = lines.listLately(facility, day, line.memory());
        List<WaitForecast.Serving> serving = counters.list(facility)
                .stream()
                .filter(counter -> counter.isOpenOn(day))
                .map(counter -> serving(counter, open))
                .toList();
        List<Waiting> waiting = open.stream()
                .filter(ticket -> ticket.state() == TicketState.WAITING)
                .map(Ticket::waiting)
                .toList();
        WaitForecast forecast = new WaitForecast(line, times);
        List<Waiting> withNewcomer = new ArrayList<>(waiting);
        withNewcomer.add(new Waiting(NEWCOMER, LineLane.WALK_IN, null, now, now, Long.MAX_VALUE, false, null));
        Duration newcomer = Objects.requireNonNull(forecast.play(withNewcomer, serving, lately, now).get(NEWCOMER))
                .delay();
        return new Forecast(forecast.play(waiting, serving, lately, now),
                ExpectedWait.of(newcomer, times.measured()), times.measured());
    }

    private static WaitForecast.Serving serving(Counter counter, List<Ticket> open) {
        return open.stream()
                .filter(ticket -> ticket.state() == TicketState.CALLED && counter.id().equals(ticket.counter()))
                .findFirst()
                .map(ticket -> new WaitForecast.Serving(counter.id(), counter.services(), ticket.service(),
                        ticket.calledAt()))
                .orElseGet(() -> new WaitForecast.Serving(counter.id(), counter.services(), null, null));
    }
}
