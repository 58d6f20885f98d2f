package cn.jinlin.api.booking.appointment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of booking that no service sets for itself.
///
/// @param holdFor how long places are held while questions are answered
/// @param mostHolds that one resident may have at once, offers from waiting lists included
/// @param longestInterval of a court or room
@ConfigurationProperties("jinlin.booking")
public record BookingRules(
        @DefaultValue("10m") Duration holdFor,
        @DefaultValue("5") int mostHolds,
        @DefaultValue("4h") Duration longestInterval) {}
