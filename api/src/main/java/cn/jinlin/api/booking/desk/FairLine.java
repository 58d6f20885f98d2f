package cn.jinlin.api.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Who is next, of all who wait in one line:
///
/// 1. whoever had their turn and comes back, or was sent on from another counter;
/// 2. priority, when none of the last `priorityEvery - 1` calls was for priority;
/// 3. whoever has no appointment, when none of the last `walkInEvery - 1` calls was for one of them;
/// 4. whoever is booked, is there and is due: their time is at most `earlyMinutes` away;
/// 5. in the gaps, whoever has no appointment or priority, by when they came;
/// 6. whoever is booked and there before their time, rather than let a counter stand idle.
///
/// So booked people who are in time are served at their time, and nobody waits for ever behind them. Within each step the
/// earliest due is first; of two, who drew their ticket first.
final class FairLine {

    private static final Comparator<Waiting> BY_TURN = Comparator.comparing(Waiting::dueAt)
            .thenComparing(Waiting::drawnAt)
            .thenComparingLong(Waiting::position);

    private final LineRule rule;

    FairLine(LineRule rule) {
        this.rule = rule;
    }

    /// So many of the latest calls it asks for.
    int memory() {
        return Math.max(rule.priorityEvery(), rule.walkInEvery()) - 1;
    }

    /// @param waiting those the counter may call
    /// @param lately lanes of the latest calls, the newest first
    Optional<Waiting> next(Collection<Waiting> waiting, List<LineLane> lately, Instant now) {
        Instant due = now.plus(Duration.ofMinutes(rule.earlyMinutes()));
        return first(waiting, Waiting::returning)
                .or(() -> isTurnOf(LineLane.PRIORITY, rule.priorityEvery(), lately)
                        ? first(waiting, one -> one.lane() == LineLane.PRIORITY)
                        : Optional.empty())
                .or(() -> hasFullMemory(lately) && isTurnOf(LineLane.WALK_IN, rule.walkInEvery(), lately)
                        ? first(waiting, one -> one.lane() == LineLane.WALK_IN)
                        : Optional.empty())
                .or(() -> first(waiting, one -> one.lane() == LineLane.BOOKED && !one.dueAt().isAfter(due)))
                .or(() -> first(waiting, one -> one.lane() != LineLane.BOOKED))
                .or(() -> first(waiting, _ -> true));
    }

    /// Whoever has no appointment does not go before the booked when the day begins; priority does.
    private boolean hasFullMemory(List<LineLane> lately) {
        return lately.size() >= rule.walkInEvery() - 1;
    }

    private static boolean isTurnOf(LineLane lane, int every, List<LineLane> lately) {
        return lately.stream().limit(every - 1L).noneMatch(lane::equals);
    }

    private static Optional<Waiting> first(Collection<Waiting> waiting, Predicate<Waiting> wanted) {
        return waiting.stream().filter(wanted).min(BY_TURN);
    }
}
