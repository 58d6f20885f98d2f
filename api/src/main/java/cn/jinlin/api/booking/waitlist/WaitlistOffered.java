package cn.jinlin.api.booking.waitlist;

/// Places were held for whoever was next. Told in the transaction that does it.
public record WaitlistOffered(WaitlistEntry entry) {}
