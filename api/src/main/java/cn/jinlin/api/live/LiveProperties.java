package cn.jinlin.api.live;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much is kept for whoever follows.
///
/// @param buffer events that wait in memory for one follower; whoever falls further behind is dropped and resumes later
/// @param replay events that are told again at most after a reconnect
/// @param retention how long events stay in the record
@ConfigurationProperties("jinlin.live")
record LiveProperties(
        @DefaultValue("64") int buffer,
        @DefaultValue("1000") int replay,
        @DefaultValue("7d") Duration retention) {}
