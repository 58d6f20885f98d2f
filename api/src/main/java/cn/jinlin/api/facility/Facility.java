package cn.jinlin.api.facility;

import java.time.Instant;

/// A place where residents get a service, as the record has it.
///
/// @param version grows with every change; the index and the caches go by it
/// @param inService false once it was closed for good
public record Facility(long id, long version, FacilityDetails details, boolean inService, Instant updatedAt) {}
