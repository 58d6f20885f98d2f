package cn.jinlin.api.booking.waitlist;

import java.util.UUID;

import cn.jinlin.api.account.family.OnBehalf;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Lets those whom a lottery left without a place wait for one, in the order drawn.
@Component
public class DrawnLine {

    private final WaitlistEntries entries;

    DrawnLine(WaitlistEntries entries) {
        this.entries = entries;
    }

    /// Behind whoever waits already. Who waits for the slot already stays where they are.
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long slot, OnBehalf behalf, int party) {
        entries.insert(UUID.randomUUID(), slot, behalf, party);
    }
}
