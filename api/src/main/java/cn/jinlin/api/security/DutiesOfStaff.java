package cn.jinlin.api.security;

import java.util.Set;
import java.util.UUID;

/// Asked whenever a token is made for a member of staff: what they may do from now until it expires.
public interface DutiesOfStaff {

    /// Empty for whoever is suspended or unknown. Delegations count while they run.
    Set<Duty> listDuties(UUID staff);
}
