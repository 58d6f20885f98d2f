package cn.jinlin.api.booking.desk;

import java.util.UUID;

/// A facility's desk, and who works there just now.
record Desk(UUID unit, long facility, UUID staff) {}
