package cn.jinlin.api.facility;

/// The distance within which residents are promised a category. Tiers are not inclusive.
public enum Tier {
    FIVE_MINUTES, TEN_MINUTES, FIFTEEN_MINUTES
}
