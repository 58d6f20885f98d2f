package cn.jinlin.api.booking.waitlist;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of waiting.
///
/// @param offerFor how long an offer stands; less where the slot closes or begins before, never past that
/// @param mostWaiting slots that one resident may wait for at once, for all people
@ConfigurationProperties("jinlin.booking.waitlist")
record WaitlistRules(@DefaultValue("30m") Duration offerFor, @DefaultValue("20") int mostWaiting) {}
