package cn.jinlin.api.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Plays the line through as it stands, with the rule by which it is called and with how long each service usually takes.
/// An estimate: nobody else comes, and everybody takes the usual time.
final class WaitForecast {

    private static final Duration LONGEST = Duration.ofHours(10);

    private final FairLine line;
    private final ServingTimes times;

    WaitForecast(FairLine line, ServingTimes times) {
        this.line = line;
        this.times = times;
    }

    /// An open counter.
    ///
    /// @param services it serves; empty for all
    /// @param serving what is being done there; null when it is free
    /// @param since when that began
    record Serving(UUID counter, List<Long> services, @Nullable Long serving, @Nullable Instant since) {

        boolean serves(Waiting one) {
            boolean isHere = one.counter() == null || one.counter().equals(counter);
            return isHere && (services.isEmpty() || one.service() == null || services.contains(one.service()));
        }
    }

    /// @param place from 1, in the order of being called
    /// @param delay null where no open counter calls them
    record Turn(int place, @Nullable Duration delay) {}

    private static final class Free {

        private final Serving counter;
        private Instant at;

        private Free(Serving counter, Instant at) {
            this.counter = counter;
            this.at = at;
        }
    }

    /// @param waiting all who wait
    /// @param lately lanes of the latest calls, the newest first
    /// @return each one's turn, in the order of being called; last those whom no open counter calls
    Map<UUID, Turn> play(List<Waiting> waiting, List<Serving> counters, List<LineLane> lately, Instant now) {
        List<Waiting> left = new ArrayList<>(waiting);
        List<LineLane> calls = new ArrayList<>(lately);
        List<Free> free = new ArrayList<>(counters.stream().map(each -> new Free(each, freeAt(each, now))).toList());
        Map<UUID, Turn> turns = new LinkedHashMap<>();
        while (!left.isEmpty() && !free.isEmpty()) {
            Free next = free.stream().min(Comparator.comparing(each -> each.at)).orElseThrow();
            Optional<Waiting> called = line.next(left.stream().filter(next.counter::serves).toList(), calls, next.at);
            if (called.isEmpty()) {
                free.remove(next);
                continue;
            }
            Waiting one = called.get();
            Duration wait = Duration.between(now, next.at);
            turns.put(one.id(), new Turn(turns.size() + 1, wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
            next.at = next.at.plus(times.of(one.service()));
            left.remove(one);
            calls.addFirst(one.lane());
        }
        while (!left.isEmpty()) {
            Waiting one = line.next(left, calls, now).orElseThrow();
            turns.put(one.id(), new Turn(turns.size() + 1, null));
            left.remove(one);
            calls.addFirst(one.lane());
        }
        return turns;
    }

    /// Whoever takes longer than usual is about to be done: in a minute.
    private Instant freeAt(Serving counter, Instant now) {
        if (counter.since() == null) {
            return now;
        }
        Instant usual = counter.since().plus(times.of(counter.serving()));
        Instant soon = now.plus(Duration.ofMinutes(1));
        return usual.isAfter(soon) ? usual : soon;
    }
}
