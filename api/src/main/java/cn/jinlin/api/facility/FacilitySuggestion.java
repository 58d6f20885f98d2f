package cn.jinlin.api.facility;

import org.jspecify.annotations.Nullable;

/// Something to offer while somebody types.
///
/// @param facilityId null when a whole category is offered
public record FacilitySuggestion(String text, String detail, @Nullable String facilityId, FacilityCategory category,
        @Nullable Integer distanceMetres) {}
