package cn.jinlin.api.limits;

import java.util.Map;
import java.util.stream.Collectors;

import cn.jinlin.api.cache.SharedRedis;
import cn.jinlin.api.graphql.TooManyRequests;
import org.springframework.stereotype.Service;

/// The door to the limits. Nodes share them through Redis; while it is away, each goes by its own.
@Service
public class RateLimits {

    private final boolean enabled;
    private final Map<String, Purse> purses;

    RateLimits(RateLimitProperties properties, SharedRedis redis, KeyHash hash) {
        enabled = properties.enabled();
        purses = properties.purposes()
                .entrySet()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                        each -> new Purse(each.getKey(), each.getValue(), redis, hash)));
    }

    /// Whether something may be done now.
    ///
    /// @param secondsToWait 0 when it may, otherwise from 1
    public record Answer(long secondsToWait) {

        static final Answer ALLOWED = new Answer(0);

        public boolean isAllowed() {
            return secondsToWait == 0;
        }
    }

    /// Takes tokens, all or none.
    ///
    /// @param purpose one of those configured under `jinlin.limits.purposes`
    /// @param key whose bucket: an account, an address, a phone number; it leaves this process only as a keyed hash
    /// @param tokens from 1; more than the bucket holds count as all of it
    /// @throws IllegalArgumentException when there is no such purpose
    public Answer take(String purpose, String key, long tokens) {
        if (!enabled) {
            return Answer.ALLOWED;
        }
        Purse purse = purses.get(purpose);
        if (purse == null) {
            throw new IllegalArgumentException("No limit is configured for " + purpose);
        }
        return purse.take(key, tokens);
    }

    /// Takes one token of whoever is signed in on this thread, otherwise of the address that the request comes from.
    /// What comes from neither, as planned work, is not limited.
    ///
    /// @throws TooManyRequests when there is none
    public void require(String purpose) {
        require(purpose, 1);
    }

    /// @throws TooManyRequests when there are not that many
    void require(String purpose, long tokens) {
        Caller.find().ifPresent(caller -> {
            Answer answer = take(purpose, caller.key(), tokens);
            if (!answer.isAllowed()) {
                throw new TooManyRequests(answer.secondsToWait());
            }
        });
    }
}
