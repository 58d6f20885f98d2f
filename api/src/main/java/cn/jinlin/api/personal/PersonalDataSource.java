package cn.jinlin.api.personal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What one domain keeps of a resident, for the copy that every person may ask for (Personal Information Protection Law,
/// article 45). Each domain has a bean of it.
public interface PersonalDataSource {

    /// Stable name of the section, in lower case: `profile`. Its heading and labels are messages:
    /// `personal-data.<name>` and `personal-data.<name>.<field>`.
    String name();

    /// Everything kept, oldest first; an entry is its fields in the order shown. Empty when nothing is kept.
    List<Map<String, String>> list(UUID resident);
}
