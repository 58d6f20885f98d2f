package cn.jinlin.api.booking.waitlist;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Ends waiting for what has closed. Every node does it; a row that another has ended is passed over.
@Component
class WaitlistSweep {

    private final WaitlistEntries entries;

    WaitlistSweep(WaitlistEntries entries) {
        this.entries = entries;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        entries.lapseClosed();
    }
}
