package cn.jinlin.api.facility;

import java.util.Set;

/// Facilities were added, changed or closed.
///
/// @param ids which; empty when there are too many to name
public record FacilitiesChanged(Set<Long> ids) {

    /// Too many to name: whoever keeps something about facilities forgets all of it.
    public static FacilitiesChanged many() {
        return new FacilitiesChanged(Set.of());
    }
}
