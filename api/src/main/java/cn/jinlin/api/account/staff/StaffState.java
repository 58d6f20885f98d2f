package cn.jinlin.api.account.staff;

/// Where a member of staff stands.
public enum StaffState {
    /// Has an account and a link to it, and has not accepted yet.
    INVITED,
    /// May sign in.
    ACTIVE,
    /// Shut out. Duties rest until reactivation.
    SUSPENDED
}
