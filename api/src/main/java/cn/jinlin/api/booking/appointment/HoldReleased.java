package cn.jinlin.api.booking.appointment;

import java.util.UUID;

/// Whoever held places gave them back themselves. Told in the transaction that does it.
public record HoldReleased(UUID claim) {}
