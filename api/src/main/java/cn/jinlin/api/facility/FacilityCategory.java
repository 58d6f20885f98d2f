package cn.jinlin.api.facility;

/// A kind of facility; reference data that an operator may change.
public record FacilityCategory(String code, String name, String nameEn, Tier tier) {}
