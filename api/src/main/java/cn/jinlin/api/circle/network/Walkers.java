package cn.jinlin.api.circle.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import cn.jinlin.api.facility.OnFoot.Walker;
import cn.jinlin.search.walk.WalkProfile;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How fast people walk in this district, and what they wait for. A district may choose other figures than the
/// defaults, which count nothing but walking.
///
/// @param adultMetresPerHour 1 to 100,000
/// @param elderMetresPerHour 1 to 100,000
/// @param wheelchairMetresPerHour 1 to 100,000
/// @param crossingSeconds waiting where a road without lights is crossed, 0 to 600
/// @param signalsSeconds waiting where a road with lights is crossed, 0 to 600
/// @param liftSeconds waiting for a lift, 0 to 600
@ConfigurationProperties("jinlin.walking")
public record Walkers(
        @DefaultValue("4500") int adultMetresPerHour,
        @DefaultValue("3200") int elderMetresPerHour,
        @DefaultValue("3200") int wheelchairMetresPerHour,
        @DefaultValue("0") int crossingSeconds,
        @DefaultValue("0") int signalsSeconds,
        @DefaultValue("0") int liftSeconds) {

    public WalkProfile profile(Walker walker) {
        return switch (walker) {
            case ADULT -> with(WalkProfile.ADULT, adultMetresPerHour);
            case ELDER -> with(WalkProfile.ELDER, elderMetresPerHour);
            case WHEELCHAIR -> with(WalkProfile.WHEELCHAIR, wheelchairMetresPerHour);
        };
    }

    public Collection<WalkProfile> list() {
        Map<Walker, WalkProfile> profiles = new EnumMap<>(Walker.class);
        Arrays.stream(Walker.values()).forEach(walker -> profiles.put(walker, profile(walker)));
        return profiles.values();
    }

    private WalkProfile with(WalkProfile profile, int metresPerHour) {
        return new WalkProfile(profile.name(), metresPerHour, profile.steps(), profile.kerbs(), profile.rough(),
                profile.roughPercent(), profile.throughPrivate(), crossingSeconds * 10, signalsSeconds * 10,
                liftSeconds * 10);
    }
}
