package cn.jinlin.api.limits;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much may be asked for, by purpose.
///
/// @param enabled false lets everything pass, for measuring
@ConfigurationProperties("jinlin.limits")
public record RateLimitProperties(@DefaultValue("true") boolean enabled, @DefaultValue Map<String, Purpose> purposes) {

    /// A bucket of tokens for each who asks; it starts full and fills up evenly.
    ///
    /// @param tokens the bucket holds; from 1
    /// @param per time in which an empty bucket fills
    /// @param exact whether nodes agree on every token, at the price of asking Redis each time; otherwise each node may
    ///     give a twentieth more
    public record Purpose(long tokens, Duration per, @DefaultValue("false") boolean exact) {

        public Purpose {
            if (tokens < 1 || per.isNegative() || per.isZero()) {
                throw new IllegalArgumentException("A limit has at least one token and some time");
            }
        }
    }
}
