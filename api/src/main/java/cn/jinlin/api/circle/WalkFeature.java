package cn.jinlin.api.circle;

import java.util.Arrays;
import java.util.List;

import cn.jinlin.search.walk.EdgeTraits;

/// What a walker meets.
public enum WalkFeature {

    STEPS(EdgeTraits.STEPS), ELEVATOR(EdgeTraits.ELEVATOR), CROSSING(EdgeTraits.CROSSING), SIGNALS(EdgeTraits.SIGNALS),
    ROUGH(EdgeTraits.ROUGH), KERB(EdgeTraits.KERB);

    private final int trait;

    WalkFeature(int trait) {
        this.trait = trait;
    }

    static List<WalkFeature> of(int traits) {
        return Arrays.stream(values()).filter(feature -> (traits & feature.trait) != 0).toList();
    }
}
