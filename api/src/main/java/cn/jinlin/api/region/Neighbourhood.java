package cn.jinlin.api.region;

import org.jspecify.annotations.Nullable;

/// A neighbourhood (居委会, 村委会) within a sub-district.
///
/// @param code unique in the district
public record Neighbourhood(long id, String code, long subdistrictId, String name, @Nullable String nameEn) {}
