package cn.jinlin.api.facility;

/// The distance within which residents are promised a category. Tiers are not inclusive.
public enum Tier {

    FIVE_MINUTES(5), TEN_MINUTES(10), FIFTEEN_MINUTES(15);

    private final int minutes;

    Tier(int minutes) {
        this.minutes = minutes;
    }

    /// The promise: so many minutes' walk at most.
    public int minutes() {
        return minutes;
    }
}
