package cn.jinlin.api.capacity;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives back holds that nobody kept, also where nobody asks for their slot, so that whoever waits in line is offered the
/// places. Every node does it; whoever locks a slot or row first has it, the others pass it over.
@Component
class HoldSweep {

    private static final int MOST = 500;

    private final Places places;
    private final IntervalRows intervals;

    HoldSweep(Places places, IntervalRows intervals) {
        this.places = places;
        this.intervals = intervals;
    }

    /// @return how many slots got places back
    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    int sweep() {
        intervals.sweep(MOST);
        return (int) places.listLapsed(MOST).stream().filter(places::sweep).count();
    }
}
