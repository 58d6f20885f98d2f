package cn.jinlin.api.region;

import org.jspecify.annotations.Nullable;

/// A sub-district (街道) or town (镇).
///
/// @param code unique in the district
public record Subdistrict(long id, String code, String name, @Nullable String nameEn) {}
