package cn.jinlin.api.account.family;

import java.time.LocalDate;
import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;

/// That somebody may act for another, without the invitation that leads there.
@TestComponent
public class ProxyGiven {

    private final Proxies proxies;

    ProxyGiven(Proxies proxies) {
        this.proxies = proxies;
    }

    /// In everything, until the end of the year.
    public void give(UUID person, UUID actor) {
        proxies.insertGuardian(actor, person, "女儿", LocalDate.parse("2026-12-31"));
    }
}
