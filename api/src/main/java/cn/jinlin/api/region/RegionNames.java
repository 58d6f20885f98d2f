package cn.jinlin.api.region;

import java.util.List;

/// All named regions of the district, as one read model: a few hundred rows that nearly every page needs.
///
/// @param subdistricts in official order
public record RegionNames(List<Subdistrict> subdistricts, List<Neighbourhood> neighbourhoods) {}
