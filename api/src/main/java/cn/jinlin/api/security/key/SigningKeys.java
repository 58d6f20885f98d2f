package cn.jinlin.api.security.key;

import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The keys that sign and verify tokens, shared by all nodes through PostgreSQL. The first node makes the first key.
///
/// A key signs for 90 days, and verifies for as long as a token of it can live. The next one is published a day before it
/// signs.
@Component
public class SigningKeys implements JWKSource<SecurityContext> {

    /// How often a node may ask for keys it does not know; a forged key id must not become a query each.
    private static final Duration RELOAD_PAUSE = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final KeyRows rows;
    private volatile JWKSet keys = new JWKSet();
    private volatile @Nullable Long loadedAt;

    SigningKeys(KeyRows rows) {
        this.rows = rows;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> found = selector.select(keys);
        if (found.isEmpty() && isOlderThan(RELOAD_PAUSE)) {
            load();
            found = selector.select(keys);
        }
        return found;
    }

    /// Looks after the keys when nobody has for a minute: the next one is made in time, and every node learns of it.
    public void look() {
        if (isOlderThan(LOOK_EVERY)) {
            load();
        }
    }

    private boolean isOlderThan(Duration age) {
        Long loaded = loadedAt;
        return loaded == null || System.nanoTime() - loaded > age.toNanos();
    }

    private synchronized void load() {
        keys = new JWKSet(rows.keep());
        loadedAt = System.nanoTime();
    }
}
