package cn.jinlin.api.account.access;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Names of units, from whoever keeps them.
public interface UnitNames {

    /// Names in the caller's language, by unit; units that are unknown are left out.
    Map<UUID, String> listNames(Collection<UUID> units, Locale locale);
}
