package cn.jinlin.api.capacity;

/// For which way of coming a place is kept, until the kept places flow back to all.
public enum Pool {
    /// Residents, by themselves.
    ONLINE,
    /// Staff, for whoever calls.
    PHONE,
    /// Staff, for whoever stands at the desk.
    WALK_IN,
    /// Residents who are elderly, disabled or pregnant.
    PRIORITY
}
