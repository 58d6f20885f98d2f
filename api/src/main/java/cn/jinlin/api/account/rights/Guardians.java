package cn.jinlin.api.account.rights;

import java.util.UUID;

/// Says whose guardian somebody is.
public interface Guardians {

    /// Whether they are, now, the guardian of that child under 14.
    boolean isGuardian(UUID guardian, UUID child);
}
